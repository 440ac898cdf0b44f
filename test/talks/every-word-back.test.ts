// Everything in every corpus, written at a place: what comes back keeps the nevers there. One text for a text, nothing before we may
// write but what saves a life, nothing of the topic where somebody may look, no words of theirs, and no help that is not coming.
import { describe, expect, it } from 'vitest'
import { isForTheDoor } from '../../src/conversation/gate.ts'
import type { Answers, Channel } from '../../src/questions/answer.ts'
import { breaches, EXCEPTIONS } from '../wording/nevers.ts'
import { dangerWords, everyText } from './danger-words.ts'
import { standing, type Where, type Who } from './places.ts'
import { answersAt, shortAt, type Talk, type Turn, write } from './talk.ts'

const SHORT: Answers = { personNear: 'soon' }
const PLACES: readonly (readonly [Channel, Who, Where, string, Answers])[] = [
  ['sms', 'self', 'start', 'as the first text', {}],
  ['sms', 'self', 'channelOk', 'before we may write', {}],
  ['sms', 'self', 'wants', 'among the questions', {}],
  ['sms', 'self', 'waiting', 'while they wait', {}],
  ['sms', 'friend', 'signsSeen', 'about a friend', {}],
  ['sms', 'professional', 'referrerRisk', 'about somebody they refer', {}],
  ['sms', 'young', 'youngChoice', 'as a child', {}],
  ['sms', 'self', 'wants', 'while somebody may look', SHORT],
  ['web', 'self', 'wants', 'on a page at which somebody may look', SHORT]
]

/** Checks have no key of a message. */
const ALLOWED = [
  ...EXCEPTIONS,
  { rule: 'nudges', where: /^-$/, reason: '"Have we missed something?" speaks of us, and asks nobody to come back' }
]

/** Everything is written where it matters most; elsewhere what tells of danger, and every fifth of the rest. */
const OF_REST = 5
const some = [...dangerWords, ...everyText.filter((_, index) => index % OF_REST === 0)]
const ALL: readonly Where[] = ['start', 'wants']

/** Words of theirs that are long enough to be known again. */
const QUOTED_LETTERS = 12

const isAtDoor = (talk: Talk): boolean => {
  const { channelOk } = answersAt(talk)
  return talk.conversation.channel === 'sms' && channelOk === undefined
}

/** What is wrong with what came back; nothing where all is well. */
function wrongIn(text: string, before: Talk, { said, after, left }: Turn): string[] {
  const { channel } = before.conversation
  const isShort = shortAt(after)
  const isDoor = isAtDoor(after)
  const moment = isDoor ? 'first' : isShort ? 'short' : 'any'
  const lines = said.map(
    message => ({ text: message.text, where: message.key ?? message.question ?? '-', channel, moment }) as const
  )
  const isQuoted =
    text.length >= QUOTED_LETTERS && said.some(message => message.text.toLowerCase().includes(text.toLowerCase()))
  return [
    ...breaches(lines, ALLOWED),
    ...(channel === 'sms' && said.length > 1 ? [`${said.length} texts for one`] : []),
    ...(isDoor && !said.every(message => isForTheDoor({ ...message, from: 'assistant' }))
      ? ['spoke before it may']
      : []),
    ...(isQuoted && (channel === 'sms' || isShort) ? ['their own words'] : []),
    ...(left && said.length > 0 ? ['spoke after they left'] : [])
  ].map(each => `${JSON.stringify(text)}: ${each}`)
}

describe('whatever somebody writes', () => {
  it.each(PLACES)('%s: %s at %s, %s', async (channel, who, where, _when, told) => {
    const there = await standing(channel, who, where, told)
    const wrong: string[] = []
    for (const text of ALL.includes(where) ? everyText : some)
      wrong.push(...wrongIn(text, there, await write(there, text)))
    expect(wrong).toEqual([])
  })
})
