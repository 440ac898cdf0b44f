// The gate, held against its rules stated a second time: for any words, anybody, at any moment.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { mustLeaveBy, type Outgoing, type Recipient, refusal, silenced } from '../../src/conversation/gate.ts'
import { shortOr } from '../long-forms.ts'
import { NOW, recipient, words } from './recipients.ts'

const HOUR = 3_600_000
const TEN_MINUTES = 600_000
const runs = { numRuns: shortOr(4_000, 200_000) }

const since = (then: Date): number => NOW.getTime() - then.getTime()

const isNeutralQuestion = (said: Outgoing): boolean => said.kind === 'ask' && said.question === 'channelOk'
const isEmergencyText = (said: Outgoing): boolean => said.kind === 'card' && AT_THE_DOOR.includes(said.key ?? '')
const AT_THE_DOOR = [
  ...['emergency', 'emergencyTeamTold', 'emergencyNobodyHere'],
  // A life at risk, in words that name no service.
  ...['suicideFirstText', 'suicideWithDanger', 'actBegun']
]

/** Somebody else may be reading: two wrong words, or the second word and the right one not said since. */
function mayBeSomebodyElse({ returns: { wrongWords, decoyAt, backAt } }: Recipient): boolean {
  if (wrongWords >= 2) return true
  if (!decoyAt) return false
  return !backAt || backAt.getTime() <= decoyAt.getTime()
}

const isWithUs = ({ reach }: Recipient): boolean => since(reach.heardAt) <= HOUR
const isAgreedTime = ({ reach }: Recipient): boolean => reach.agreedUntil !== null && since(reach.agreedUntil) <= 0

function isTheirTurn(said: Outgoing, { owner, helpers }: Recipient): boolean {
  if (said.from === 'worker' && helpers.some(id => id === said.workerId)) return owner.kind === 'worker'
  if (said.from === 'worker') return owner.kind === 'worker' && owner.id === said.workerId
  if (owner.kind !== 'worker') return true
  return said.kind === 'card' || said.kind === 'status' || isNeutralQuestion(said)
}

/** All that is asked of words by text, beside whose turn it is. */
const mayLightUp = (said: Outgoing, to: Recipient): boolean =>
  !to.reach.blocked &&
  !to.reach.near &&
  (to.reach.mayWrite || isNeutralQuestion(said) || isEmergencyText(said)) &&
  (isWithUs(to) || isAgreedTime(to)) &&
  (said.segments ?? 1) <= 2

const mayBeSaid = (said: Outgoing, to: Recipient): boolean =>
  to.status === 'open' &&
  !mayBeSomebodyElse(to) &&
  isTheirTurn(said, to) &&
  (to.channel === 'web' || mayLightUp(said, to))

const holds = (law: (said: Outgoing, to: Recipient) => void) => () =>
  fc.assert(fc.property(words, recipient, law), runs)
const sending = (said: Outgoing, to: Recipient, notAfter: Date | null = null) =>
  silenced({ ...said, notAfter }, to, NOW)

describe('words may go', () => {
  test(
    'exactly when the rules say so',
    holds((said, to) => {
      expect(refusal(said, to, NOW) === null).toBe(mayBeSaid(said, to))
    })
  )

  test(
    'and those that may go still may at the moment of sending',
    holds((said, to) => {
      const notAfter = to.channel === 'sms' ? mustLeaveBy(to, NOW) : null
      if (refusal(said, to, NOW) === null) expect(sending(said, to, notAfter)).toBeNull()
    })
  )
})

describe('at the moment of sending', () => {
  test(
    'nothing leaves for somebody who has left, who may be somebody else, whose phone takes none, or who is not alone',
    holds((said, to) => {
      if (to.status === 'left') expect(sending(said, to)).toBe('left')
      else if (mayBeSomebodyElse(to)) expect(sending(said, to)).toBe('unsafe')
      else if (to.channel === 'sms' && to.reach.blocked) expect(sending(said, to)).toBe('blocked')
      else if (to.channel === 'sms' && to.reach.near) expect(sending(said, to)).toBe('near')
    })
  )

  test(
    'nothing leaves by text but the neutral question and the emergency text until they say that it is all right',
    holds((said, to) => {
      if (to.channel === 'sms' && !to.reach.mayWrite && !isNeutralQuestion(said) && !isEmergencyText(said))
        expect(sending(said, to)).not.toBeNull()
    })
  )

  test(
    'nothing leaves that would be refused now because they left, are unsafe, blocked or still at the door',
    holds((said, to) => {
      const why = refusal(said, to, NOW)
      if (why && ['left', 'unsafe', 'blocked', 'near', 'notAsked'].includes(why)) expect(sending(said, to)).toBe(why)
    })
  )

  test(
    'what was said before a worker closed still arrives',
    holds((said, to) => {
      expect(sending(said, { ...to, status: 'closed' })).toBe(sending(said, { ...to, status: 'open' }))
    })
  )

  it.each([
    ['on its last moment', 0, null],
    ['after it', 1, 'late']
  ])('a text may leave %s: %s ms on, %s', (_, ms, outcome) => {
    const to: Recipient = { ...OPEN, reach: { ...OPEN.reach, heardAt: NOW } }
    const notAfter = mustLeaveBy(to, NOW)
    const later = new Date(notAfter.getTime() + ms)
    expect(silenced({ from: 'assistant', kind: 'said', notAfter }, to, later)).toBe(outcome)
  })
})

describe('the moment a text must have left by', () => {
  test(
    'is never more than ten minutes away, nor after they stopped being with us and the agreed time is over',
    holds((_, to) => {
      const by = mustLeaveBy(to, NOW).getTime()
      expect(by).toBeLessThanOrEqual(NOW.getTime() + TEN_MINUTES)
      const agreed = to.reach.agreedUntil?.getTime() ?? Number.NEGATIVE_INFINITY
      expect(by).toBeLessThanOrEqual(Math.max(to.reach.heardAt.getTime() + HOUR, agreed))
    })
  )

  test(
    'has not passed yet for words that may go',
    holds((said, to) => {
      if (to.channel === 'sms' && refusal(said, to, NOW) === null)
        expect(mustLeaveBy(to, NOW).getTime()).toBeGreaterThanOrEqual(NOW.getTime())
    })
  )
})

describe('on the web', () => {
  test(
    'what is known of a phone changes nothing',
    holds((said, to) => {
      const web: Recipient = { ...to, channel: 'web' }
      const unreachable = { mayWrite: false, heardAt: new Date(0), blocked: true, near: true, agreedUntil: null }
      const long: Outgoing = { ...said, segments: 99 }
      expect(refusal(long, { ...web, reach: unreachable }, NOW)).toBe(refusal(said, web, NOW))
      expect(sending(long, { ...web, reach: unreachable })).toBe(sending(said, web))
    })
  )
})

const OPEN: Recipient = {
  channel: 'sms',
  helpers: [],
  owner: { kind: 'worker', id: 'w1', name: 'Alexandra' },
  status: 'open',
  returns: { wrongWords: 0, decoyAt: null, backAt: null },
  reach: { mayWrite: true, heardAt: NOW, blocked: false, near: false, agreedUntil: null }
}
const BY_WORKER: Outgoing = { from: 'worker', kind: 'said', workerId: 'w1', segments: 1 }
const ago = (ms: number): Date => new Date(NOW.getTime() - ms)

describe('a worker is told why words did not go', () => {
  it.each<[string, Partial<Outgoing>, Partial<Recipient>, Partial<Recipient['reach']>, string | null]>([
    ['they wrote a moment ago', {}, {}, {}, null],
    ['they wrote an hour ago', {}, {}, { heardAt: ago(HOUR) }, null],
    ['they wrote longer ago', {}, {}, { heardAt: ago(HOUR + 1) }, 'notLive'],
    ['they agreed to this time', {}, {}, { heardAt: ago(9 * HOUR), agreedUntil: ago(-HOUR) }, null],
    ['two texts', { segments: 2 }, {}, {}, null],
    ['three texts', { segments: 3 }, {}, {}, 'tooLong'],
    ['another worker speaks', { workerId: 'w2' }, {}, {}, 'notYours'],
    ['nobody has it', {}, { owner: { kind: 'queue' } }, {}, 'notYours'],
    ['they have left', {}, { status: 'left' }, {}, 'left'],
    ['it was closed', {}, { status: 'closed' }, {}, 'closed'],
    ['they sent STOP', {}, {}, { blocked: true }, 'blocked'],
    ['they wrote that somebody is near', {}, {}, { near: true }, 'near'],
    ['they have not said that it is all right', {}, {}, { mayWrite: false }, 'notAsked'],
    ['the second word was used', {}, { returns: { wrongWords: 0, decoyAt: ago(1), backAt: null } }, {}, 'unsafe'],
    ['two wrong words were tried', {}, { returns: { wrongWords: 2, decoyAt: null, backAt: null } }, {}, 'unsafe']
  ])('%s', (_, said, to, reach, why) => {
    expect(refusal({ ...BY_WORKER, ...said }, { ...OPEN, ...to, reach: { ...OPEN.reach, ...reach } }, NOW)).toBe(why)
  })

  it('and the assistant is silent beside them', () => {
    expect(refusal({ from: 'assistant', kind: 'said', key: 'waiting' }, OPEN, NOW)).toBe('workerSpeaks')
  })
})
