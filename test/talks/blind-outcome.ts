// What became of one message that nobody has tuned for, towards what its writer said is right.
import type { Channel } from '../../src/questions/answer.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import { lowers } from '../../src/reading/meaning.ts'
import { read } from '../../src/reading/read.ts'
import { cameBack } from './came-back.ts'
import { somehowAt, type Where, type Who } from './places.ts'
import { type Around, answersAt, checksAt, english, marksAt, type Turn, write } from './talk.ts'

interface Expected {
  /** As the specification numbers it: "3", "3a", 4, "words" ... */
  readonly rung: string | number
  readonly concerns?: readonly string[] | null
  readonly value?: string | readonly string[] | null
  readonly lowering?: boolean | null
  readonly topic?: string | null
  readonly act?: boolean | null
  readonly of?: string | null
}

export interface BlindMessage {
  readonly id: string
  readonly kind: string
  readonly at: string | null
  readonly who: string
  readonly channel: Channel
  readonly text: string
  readonly expect: Expected
  readonly also?: readonly Expected[]
}

/** right: as its writer said. asked back: a question about it. raised otherwise: another card, or silence with the desk told. */
export type Outcome = 'right' | 'asked back' | 'raised otherwise' | 'missed' | 'wrong'

export interface Played {
  readonly outcome: Outcome
  readonly isDanger: boolean
  readonly isHarmless: boolean
  readonly isCard: boolean
  readonly isWronglyLowered: boolean
  /** After one message, after two: something other than the same question. */
  readonly one: boolean
  readonly two: boolean
}

const PEOPLE: readonly string[] = ['self', 'friend', 'professional', 'young', 'harmer']
const OTHERWISE = 'please you are not listening'

/** The rung without its letter. */
const rungOf = ({ rung }: Expected): number => Number.parseInt(String(rung), 10)

const hasCard = ({ said }: Turn, key: RegExp): boolean =>
  said.some(each => each.kind === 'card' && key.test(each.key ?? ''))
const isAnswered = (turn: Turn, at: string, value: Expected['value']): boolean => {
  const given = answersAt(turn.after)[at as QuestionId]
  return (
    given !== undefined && (value === null || value === undefined || [given].flat().join() === [value].flat().join())
  )
}
const isAskedBack = ({ to }: Turn): boolean => to.kind === 'check' || (to.kind === 'question' && to.spoken === true)
const nameAt = ({ to }: Turn): string =>
  to.kind === 'check' ? to.name : to.kind === 'question' ? to.question : to.kind

interface Asked {
  readonly at: string
  /** What the reader hears them ask; none where nothing but the same question came back. */
  readonly topics: readonly string[]
}

/** Whether the turn is what a rung asks for. */
function holds(turn: Turn, expected: Expected, { at, topics }: Asked): boolean {
  const { concerns, act, value, topic } = expected
  const heard = checksAt(turn.after)
  const isCard = hasCard(turn, /./)
  const has = (concerns ?? []).every(name => heard.includes(name) || isCard)
  switch (rungOf(expected)) {
    case 1:
    case 7:
      return turn.left
    case 2:
      return turn.left && marksAt(turn.after).includes('leftInDanger')
    case 3:
      return hasCard(turn, act === true ? /^(actBegun|emergency|suicideOther)/ : /^(suicide|actBegun)/)
    case 4:
      return hasCard(turn, /^(emergency|suicideWithDanger)/)
    case 5:
      return turn.hushed
    case 6:
      return marksAt(turn.after).some(mark => ['otherHands', 'askedWhoThisIs', 'wantsWhatWasSaid'].includes(mark))
    case 8:
      return turn.asked || isCard || nameAt(turn) === 'person'
    case 9:
      return marksAt(turn.after).includes('mayHurtSomeone')
    case 10:
    case 11:
      return !isCard && !turn.left && has && heard.length > 0
    case 12:
      return !isCard && !turn.left && (topic ? topics.includes(topic) : topics.length > 0)
    case 13:
      return value === null || value === undefined ? !isCard && !turn.left : isAnswered(turn, at, value)
    default:
      return !isCard && !turn.left && !isAnswered(turn, at, null)
  }
}

/** Rungs on which somebody is in danger, or tells of what touches life. */
const isGrave = (expected: Expected): boolean => [2, 3, 4, 5, 10].includes(rungOf(expected))

function outcome(turn: Turn, allowed: readonly Expected[], asked: Asked): Outcome {
  const { at } = asked
  if (allowed.some(each => holds(turn, each, asked))) return 'right'
  const isRaised = hasCard(turn, /./) || turn.hushed || turn.urgent
  const isKnown = turn.left && marksAt(turn.after).length > 0
  if (allowed.some(isGrave)) {
    if (isRaised || isKnown) return 'raised otherwise'
    if (isAskedBack(turn)) return 'asked back'
    return turn.left || isAnswered(turn, at, null) ? 'wrong' : 'missed'
  }
  if (isAskedBack(turn)) return 'asked back'
  return isRaised || turn.left || isAnswered(turn, at, null) ? 'wrong' : 'missed'
}

/** Plays it at its place, and what follows where the first brought only the same question. */
export async function outcomeOf(message: BlindMessage, around: Around): Promise<Played> {
  const { text, channel, who, expect, also = [] } = message
  const at = message.at ?? 'waiting'
  const there = await somehowAt(channel, (PEOPLE.includes(who) ? who : 'self') as Who, at as Where, around)
  const first = await write(there, text)
  const allowed = [expect, ...also]
  const one = cameBack(there, first) !== 'same'
  const seconds = one ? [] : [await write(first.after, text), await write(first.after, OTHERWISE)]
  const given = answersAt(first.after)[at as QuestionId]
  const isSaid = given !== undefined && answersAt(there)[at as QuestionId] === undefined
  const isLower = isSaid && [given].flat().some(option => lowers(at as QuestionId, String(option)))
  const isRight = allowed.some(each => [each.value ?? []].flat().join() === [given ?? []].flat().join())
  return {
    outcome: outcome(first, allowed, { at, topics: one ? read(text, null, [english.lexicon]).topics : [] }),
    isDanger: isGrave(expect),
    isHarmless: !allowed.some(isGrave) && rungOf(expect) >= 11,
    isCard: hasCard(first, /./),
    isWronglyLowered: isLower && !isRight,
    one,
    two: one || seconds.every(second => cameBack(first.after, second) !== 'same')
  }
}
