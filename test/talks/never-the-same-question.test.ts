// Own-words specification, section 10, 3: the conversation, and not only its reader. Somebody who tells of danger is never left with the
// same question again.
import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/questions/answer.ts'
import { cameBack } from './came-back.ts'
import { dangerWords } from './danger-words.ts'
import { standing, type Where, type Who } from './places.ts'
import { deskKnows, type Talk, type Turn, write } from './talk.ts'

const PLACES: readonly (readonly [Who, Where])[] = [
  ['self', 'channelOk'],
  ['self', 'dangerNow'],
  ['self', 'audience'],
  ['self', 'wants'],
  ['self', 'waiting'],
  ['friend', 'signsSeen'],
  ['professional', 'referrerRisk'],
  ['young', 'youngChoice'],
  ['self', 'worker']
]
const CHANNELS: readonly Channel[] = ['web', 'sms']

/** By text nothing is said before they have said that we may write, but what saves a life. */
const isDoor = (channel: Channel, where: Where): boolean => channel === 'sms' && where === 'channelOk'

/** Waits for the reader: at the first question it hears a wish to stop, and not that somebody is there. */
const UNHEARD_AT_THE_DOOR: readonly string[] = ['hang on can i stop for a bit my mums here']

/** A second message that says otherwise what nobody understood. */
const OTHERWISE = 'you dont understand its really bad here'

interface Tried {
  readonly text: string
  readonly first: Turn
  readonly one: boolean
  readonly two: boolean
}

async function tryAt(there: Talk, text: string): Promise<Tried> {
  const first = await write(there, text)
  const one = cameBack(there, first) !== 'same'
  if (one) return { text, first, one, two: true }
  const seconds = [await write(first.after, text), await write(first.after, OTHERWISE)]
  return { text, first, one, two: seconds.every(second => cameBack(first.after, second) !== 'same') }
}

const share = (part: number, of: number): string => `${part} of ${of} (${((100 * part) / of).toFixed(1)} %)`

describe.each(CHANNELS)('somebody tells of danger, on %s:', channel => {
  it.each(PLACES)('%s at %s is not only asked the same again', async (who, where) => {
    const there = await standing(channel, who, where)
    const tried: Tried[] = []
    for (const text of dangerWords) tried.push(await tryAt(there, text))
    const one = tried.filter(each => each.one)
    const two = tried.filter(each => each.two)
    console.log(
      `${channel} ${who} ${where}: after one ${share(one.length, tried.length)}, after two ${share(two.length, tried.length)}`
    )
    const unknown = tried.filter(({ first }) => !deskKnows(first)).map(({ text }) => text)
    if (isDoor(channel, where)) {
      expect(unknown).toEqual(UNHEARD_AT_THE_DOOR)
      return
    }
    expect((100 * one.length) / tried.length).toBeGreaterThanOrEqual(90)
    expect(tried.filter(each => !each.two).map(({ text }) => text)).toEqual([])
  })
})
