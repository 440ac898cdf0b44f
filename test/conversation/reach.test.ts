// When a phone may light up although its owner is not writing: only in a time they named, only on the number they named.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowEnd } from '../../src/conversation/contact-window.ts'
import type { Conversation } from '../../src/conversation/conversation.ts'
import { refusal } from '../../src/conversation/gate.ts'
import { mayBeSaid, notAfterReply, pushed, recipientOf } from '../../src/conversation/pushed.ts'
import { reachOf } from '../../src/conversation/reach.ts'
import { shortOr } from '../long-forms.ts'
import { AGREED, aText, OTHERS, THEIRS } from './texting.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const later = (ms: number): Date => new Date(NOON.getTime() + ms)
/** A Wednesday, at noon in Hampshire. */
const NOON = new Date('2026-07-01T11:00:00Z')

const option = (...values: (string | undefined)[]) => fc.constantFrom(...values)
const answers = fc.record({
  channelOk: option('yes', 'yes', 'yes', 'unsure', 'no', undefined),
  audience: option('survivor', 'survivor', 'friend', 'professional', undefined),
  referralConsent: option('yes', 'no', 'notAsked', undefined),
  ageBand: option('18plus', '18plus', '16to17', 'under16', 'skip', undefined),
  deviceWatched: option('no', 'no', 'no', 'maybe', 'yes', 'skip', undefined),
  contactMethod: option('text', 'text', 'text', 'text', 'call', 'email', 'none', 'skip', undefined),
  contactDetail: option(THEIRS, '07700 900123', '0044 7700 900123', OTHERS, 'same number', 'skip', undefined),
  textFirst: option('yes', 'yes', 'setTimes', 'no', 'skip', undefined),
  contactTimes: fc.constantFrom(
    ['weekdayAfternoon'],
    ['anyTime', 'weekend'],
    ['anyTime'],
    ['weekend'],
    'when he is out',
    'skip',
    undefined
  )
})
const signals = fc.constantFrom([], [], [], ['someoneElse'], ['locationSeeking'], ['noContact'], ['petsHarmed'])
const opened = fc
  .constantFrom(0, 1, 13, 14, 15, 40)
  .chain(days => fc.constantFrom(-1, 0, 1).map(ms => later(-days * DAY + ms)))
const moment = fc
  .constantFrom(0, 5 * 60 - 1, 5 * 60, 8 * 60 - 5, 8 * 60, 12 * 60, 3 * 24 * 60)
  .map(minutes => later(minutes * MINUTE))

/** Stated a second time: what must have been said before anybody is texted first, and what forbids it. */
function agreed(said: Record<string, unknown>, known: readonly string[]): boolean {
  if (said.channelOk === 'no' || said.ageBand === 'under16') return false
  if (['someoneElse', 'locationSeeking', 'noContact'].some(signal => known.includes(signal))) return false
  if (said.audience === 'professional' && said.referralConsent !== 'yes') return false
  if (said.deviceWatched !== 'no' || said.contactMethod !== 'text') return false
  if (said.textFirst !== 'yes' && said.textFirst !== 'setTimes') return false
  return [THEIRS, '07700 900123', '0044 7700 900123', 'same number'].includes(String(said.contactDetail))
}

describe('the end of an agreed time', () => {
  it('is known only for who agreed to be texted first, on this very number, within fourteen days', () => {
    fc.assert(
      fc.property(answers, signals, opened, moment, (said, known, openedAt, now) => {
        const end = windowEnd(said.contactTimes, now)
        const expires = openedAt.getTime() + 14 * DAY
        const until = reachOf(aText(said, { openedAt, signals: known }), now).agreedUntil
        const isAgreed = agreed(said, known) && end !== null && now.getTime() < expires
        expect(until?.getTime() ?? null).toBe(isAgreed ? Math.min(end.getTime(), expires) : null)
      }),
      { numRuns: shortOr(3_000, 100_000) }
    )
  })

  it.each<[string, Parameters<typeof aText>[0], Parameters<typeof aText>[1], number | null]>([
    ['a weekday afternoon, until five', {}, {}, 5 * 60],
    ['another number', { contactDetail: OTHERS }, {}, null],
    ['a call', { contactMethod: 'call' }, {}, null],
    ['a phone that may be watched', { deviceWatched: 'maybe' }, {}, null],
    ['a phone nobody spoke of', { deviceWatched: undefined }, {}, null],
    ['not to be texted first', { textFirst: 'no' }, {}, null],
    ['own words about times', { contactTimes: 'when he is out' }, {}, null],
    ['another time', { contactTimes: ['weekdayMorning'] }, {}, null],
    ['no phone', {}, { phone: null }, null],
    ['agreed fifteen days ago', {}, { openedAt: later(-15 * DAY) }, null],
    ['an agreement that ends before the time does', {}, { openedAt: later(-14 * DAY + MINUTE) }, 1]
  ])('%s', (_, said, known, minutes) => {
    const end = minutes === null ? null : later(minutes * MINUTE)
    expect(reachOf(aText({ ...AGREED, ...said }, { openedAt: later(-DAY), ...known }), NOON).agreedUntil).toEqual(end)
  })
})

describe('whether it is all right to write', () => {
  it.each([
    ['yes', 'waiting', true],
    ['unsure', 'waiting', true],
    ['no', 'left', false],
    [undefined, 'opening/channelOk', false],
    ['skip', 'waiting', false],
    ['yes', 'returned', false]
  ])('they said %s and stand at %s: %s', (channelOk, state, may) => {
    expect(reachOf(aText({ channelOk }, { state }), NOON).mayWrite).toBe(may)
  })
})

const worker = { kind: 'worker', id: 'w1', name: 'Alexandra' } as const
const said = { from: 'worker', kind: 'said', workerId: 'w1', segments: 1 } as const
const byWorker = (to: Conversation, now: Date) => refusal(said, recipientOf(to, now), now)

describe('a worker may write', () => {
  const silent = { owner: worker, heardAt: later(-2 * DAY), openedAt: later(-3 * DAY) }

  it('while they are with us, and for an hour after', () => {
    const to = aText({ channelOk: 'yes' }, { owner: worker, heardAt: NOON })
    expect([byWorker(to, later(60 * MINUTE)), byWorker(to, later(60 * MINUTE + 1))]).toEqual([null, 'notLive'])
  })

  it('days later in the time they agreed to, and not a moment after it', () => {
    const to = aText(AGREED, silent)
    expect([byWorker(to, NOON), byWorker(to, later(300 * MINUTE - 1))]).toEqual([null, null])
    expect(byWorker(to, later(300 * MINUTE))).toBe('notLive')
  })

  it('never on another number than the one they named', () => {
    expect(byWorker(aText({ ...AGREED, contactDetail: OTHERS }, silent), NOON)).toBe('notLive')
    expect(byWorker(aText(AGREED, { ...silent, phone: OTHERS }), NOON)).toBe('notLive')
  })

  it('never where they were asked again whether it is all right, agreed time or not', () => {
    expect(byWorker(aText(AGREED, { ...silent, state: 'returned' }), NOON)).toBe('notAsked')
  })
})

describe('what is said', () => {
  const waiting = { from: 'assistant', kind: 'said', text: 'We are here.', locale: 'en', key: 'waiting' } as const

  it('by text must have left within ten minutes, and sooner where the agreed time is over sooner', () => {
    const silent = { heardAt: later(-2 * DAY), openedAt: later(-3 * DAY) }
    const live = aText({ channelOk: 'yes' }, { heardAt: NOON })
    expect(pushed(live, NOON).sendNotAfter).toEqual(later(10 * MINUTE))
    expect(pushed(live, later(55 * MINUTE)).sendNotAfter).toEqual(later(60 * MINUTE))
    expect(pushed(aText(AGREED, silent), later(297 * MINUTE)).sendNotAfter).toEqual(later(300 * MINUTE))
    expect(notAfterReply(NOON)).toEqual(later(10 * MINUTE))
  })

  it('on the web waits to be fetched: it has no last moment', () => {
    expect(pushed(aText({ channelOk: 'yes' }, { channel: 'web' }), NOON)).toEqual({})
  })

  it('passes the gate as the assistant’s, whoever it claims to be from', () => {
    const live = aText({ channelOk: 'yes' }, { heardAt: NOON })
    expect(mayBeSaid(waiting, live, NOON)).toBe(true)
    expect(mayBeSaid(waiting, { ...live, owner: worker }, NOON)).toBe(false)
    expect(mayBeSaid({ ...waiting, from: 'worker' }, live, NOON)).toBe(false)
  })
})
