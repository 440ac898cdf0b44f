// The rules of the talking itself: repeats, machines, silence, and the second ear's one question. Own-words specification, 3, 6 and 7.
import { describe, expect, it } from 'vitest'
import { standing, type Where, type Who } from './places.ts'
import { act, answersAt, checksAt, english, marksAt, type Talk, USUAL, WITHOUT_EAR, write, writeAll } from './talk.ts'

/** The second ear hears something in these, and the rules nothing. */
const UNHEARD = [
  'zzq wibble plonk',
  'grundle fip nang',
  'brumble snark',
  'ploof gander wick',
  'mimsy toves',
  'slithy borogoves'
]
const HEARS = { ...USUAL, ear: () => true }
const texts = (said: readonly { readonly text: string }[]) => said.map(({ text }) => text).join('\n')
const isEar = ({ to }: { readonly to: { readonly kind: string; readonly name?: string } }) =>
  to.kind === 'check' && to.name === 'ear'
const hearsAt = (channel: 'web' | 'sms', who: Who, where: Where): Promise<Talk> =>
  standing(channel, who, where, {}, HEARS)

describe('the same words again', () => {
  it('by text: danger is urgent at the desk, and not answered a second time', async () => {
    const [first, again] = await writeAll(await standing('sms', 'self', 'wants'), [
      'hes got a knife',
      'hes got a knife'
    ])
    expect(first?.said).toHaveLength(1)
    expect(again?.said).toEqual([])
    expect(again?.marks).toEqual(['saysItAgain'])
  })

  it('on the page the card stands again', async () => {
    const turns = await writeAll(await standing('web', 'self', 'wants'), ['hes got a knife', 'hes got a knife'])
    expect(turns.map(({ said }) => said[0]?.kind)).toEqual(['card', 'card'])
  })

  it('within five seconds they are the same text under another id', async () => {
    const { after } = await write(await standing('sms', 'self', 'dangerNow'), '1')
    expect((await write(after, '1', 3_000)).change).toBeNull()
  })
})

describe('a machine that answers', () => {
  it('is answered once more after it said the same twice, and then no more', async () => {
    const turns = await writeAll(
      await standing('sms', 'self', 'wants', {}, WITHOUT_EAR),
      Array(8).fill('zzq wibble plonk')
    )
    expect(turns.slice(2).flatMap(({ said }) => said)).toEqual([])
  })

  it('is answered four times at most whatever it says, and the desk is told', async () => {
    const turns = await writeAll(await standing('sms', 'self', 'wants', {}, WITHOUT_EAR), UNHEARD)
    expect(turns.filter(({ said }) => said.length > 0).length).toBeLessThanOrEqual(4)
    const last = turns.at(-1)
    expect(last && marksAt(last.after)).toContain('stoppedReplying')
    const danger = await write(last?.after as Talk, 'hes got a knife')
    expect(danger.said.map(({ kind }) => kind)).toEqual(['card'])
  })
})

describe('somebody waits', () => {
  it('by text one acknowledgement is enough for a wait', async () => {
    const turns = await writeAll(await standing('sms', 'self', 'waiting'), UNHEARD.slice(0, 3))
    expect(turns.flatMap(({ said }) => said).length).toBeLessThanOrEqual(1)
  })

  it('that a person will read it is said only where one was asked for, and the line is open', async () => {
    const there = await standing('web', 'self', 'wants', {}, WITHOUT_EAR)
    const turns = await writeAll(there, UNHEARD.slice(0, 2))
    expect(texts(turns.flatMap(({ said }) => said))).not.toContain('will read')
  })
})

describe('somebody is near', () => {
  it('what else the same words said is kept, and nothing is said to it', async () => {
    const turn = await write(await standing('sms', 'self', 'wants'), 'hes watching me type this')
    expect(turn.hushed).toBe(true)
    expect(turn.said).toEqual([])
    expect(turn.after.conversation.snapshot.memory.urgent).toBe(true)
  })
})

describe('nobody is thrown out by words', () => {
  it.each(['not safe', 'no he is here', 'I am with him', 'no but i need help'])(
    '"%s" at the first question of the page',
    async text => {
      expect((await write(await standing('web', 'self', 'channelOk'), text)).left).toBe(false)
    }
  )
})

describe('what they asked beside something graver', () => {
  it('is answered with the next message', async () => {
    const there = await standing('web', 'self', 'wants')
    const first = await write(there, 'hes got a knife. can he see this')
    expect(first.said).toHaveLength(1)
    const next = await act(first.after, { type: 'goOn' })
    expect(texts(next.said).length).toBeGreaterThan(english.question('wants', 'web').text.length)
  })
})

describe('the second ear', () => {
  it.each([
    ['web', 'self', 'wants', 'thinking of ending your life'],
    ['sms', 'self', 'wants', 'I may end my life'],
    ['sms', 'friend', 'signsSeen', 'They may end their life'],
    ['sms', 'professional', 'referrerRisk', 'This is about me'],
    ['web', 'young', 'youngChoice', 'Are you safe right now'],
    ['sms', 'young', 'youngChoice', 'Are you safe right now']
  ] as const)('asks on %s, of %s at %s, in words that fit', async (channel, who, where, words) => {
    const turn = await write(await hearsAt(channel, who, where), UNHEARD[0] as string)
    expect(isEar(turn)).toBe(true)
    expect(texts(turn.said)).toContain(words)
  })

  it('asks once, and again only after five messages', async () => {
    const there = await hearsAt('web', 'self', 'wants')
    const first = await write(there, UNHEARD[0] as string)
    let talk = (await act(first.after, { type: 'ear', said: 'neither' })).after
    const asked: boolean[] = []
    for (let count = 0; count < 3; count++) {
      const turn = await write(talk, `${UNHEARD[count + 1]}`)
      asked.push(isEar(turn))
      talk = turn.after
    }
    expect(asked).toEqual([false, false, false])
  })

  it.each([['waiting'], ['channelOk']] as const)('never asks at %s by text', async where => {
    expect(isEar(await write(await hearsAt('sms', 'self', where), UNHEARD[0] as string))).toBe(false)
  })

  it('never asks in short mode by text, and on the page in words without the topic', async () => {
    const byText = await standing('sms', 'self', 'wants', { personNear: 'soon' }, HEARS)
    expect(isEar(await write(byText, UNHEARD[0] as string))).toBe(false)
    const onPage = await write(
      await standing('web', 'self', 'wants', { personNear: 'soon' }, HEARS),
      UNHEARD[0] as string
    )
    expect(texts(onPage.said)).toContain('Are you OK to go on?')
  })

  it('a typed bare yes brings help for both', async () => {
    const { after } = await write(await hearsAt('sms', 'self', 'wants'), UNHEARD[0] as string)
    const yes = await write(after, 'yes')
    expect(yes.said.map(({ key }) => key)).toEqual(['suicideWithDanger'])
    expect(answersAt(yes.after).dangerNow).toBe('yes')
    expect(checksAt(yes.after)).toContain('suicide')
    expect(isEar(await write(yes.after, UNHEARD[1] as string))).toBe(false)
  })

  it('neither is kept as nothing', async () => {
    const there = await hearsAt('web', 'self', 'wants')
    const { after } = await write(there, UNHEARD[0] as string)
    const neither = await act(after, { type: 'ear', said: 'neither' })
    expect(answersAt(neither.after)).toEqual(answersAt(there))
    expect(checksAt(neither.after)).toEqual([])
  })

  it('taken away, changes nothing but that question', async () => {
    const text = UNHEARD[0] as string
    const without = await write(await standing('web', 'self', 'wants', {}, WITHOUT_EAR), text)
    const withEar = await write(await hearsAt('web', 'self', 'wants'), text)
    expect(answersAt(withEar.after)).toEqual(answersAt(without.after))
    const { urgent, handover, signals } = withEar.after.conversation.snapshot.memory
    expect([urgent, handover, signals]).toEqual([false, false, []])
  })
})
