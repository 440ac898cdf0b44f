// What becomes of own words: said to at once, asked about where that may be, and never left in silence. Pure; the machine performs it.
import type { MessageKey } from '../wording/keys.ts'
import type { Effect, FlowEvent } from './events.ts'
import type { Flow } from './flow.ts'
import {
  dropCheck,
  dueCheck,
  hear,
  heardOf,
  isLastAnswered,
  isLost,
  isUnanswered,
  missed,
  needsPerson
} from './hearing.ts'
import { type Crisis, factsOf, isAtTheDoor, type Memory, marked } from './memory.ts'
import type { Settled } from './settle.ts'
import { CHECK, onwards } from './states.ts'

type Heard = Extract<FlowEvent, { type: 'HEARD' }>

/**
 * Something was heard. By text nothing is said before they have said that we may write; everywhere else it is said at once that it
 * was heard, and the plain question follows, now or where it may. `asks`: a question may be put here.
 */
export function heardWords(
  flow: Flow,
  memory: Memory,
  { checks, notices }: Heard,
  aside: string,
  asks: boolean
): Settled {
  // Somebody is near: it is remembered, and nothing is said or shown.
  if (memory.hushed) return { memory: hear(memory, checks, notices), effects: [] }
  const of = heardOf(memory, checks)
  const said: Effect[] = of && !isAtTheDoor(memory) ? [{ type: 'heard', of }] : []
  // Somebody else may be writing: one neutral sentence, and nothing about anybody.
  const other: Effect[] = notices.length > 0 ? [{ type: 'say', message: 'otherPerson' }] : []
  const heard = { ...hear(memory, checks, notices), aside }
  const isDue = asks && dueCheck(flow, heard) !== undefined
  return { memory: heard, effects: [...said, ...other], ...(isDue ? { to: CHECK } : {}) }
}

/** Words in which nothing was understood. By text only so many are answered. `offers`: a person may be offered here. */
export function missedWords(flow: Flow, memory: Memory, offers: boolean): Settled {
  if (isUnanswered(memory)) return { memory: missed(memory), effects: [] }
  if (isLastAnswered(memory)) return { memory: missed(memory), effects: [{ type: 'last', message: 'stopReplying' }] }
  if (!offers) return { memory: { ...memory, misses: memory.misses + 1 }, effects: [NOT_FOLLOWED] }
  const after = missed(memory)
  const isOffered = needsPerson(memory)
  // Where a person was called already there is none to offer: they are told that one will read it.
  const isRead = memory.handover && isLost(memory)
  const other: Effect = isRead ? { type: 'note', note: 'wordsKept' } : NOT_FOLLOWED
  const effect: Effect = isOffered ? { type: 'say', message: 'missedTwice' } : other
  return { memory: after, effects: [effect], ...(isOffered && dueCheck(flow, after) ? { to: CHECK } : {}) }
}

/** At a check they were not understood twice: it is set aside, and nothing was raised or lowered by it. */
export function gaveUpCheck(flow: Flow, memory: Memory): Settled {
  const due = dueCheck(flow, memory)
  const dropped = due ? dropCheck(memory, due) : memory
  return { to: onwards(dropped), ...missedWords(flow, dropped, true) }
}

const NOT_FOLLOWED: Effect = { type: 'note', note: 'notFollowed' }

/** Which card stands for what is at risk. */
const CARDS: Readonly<Record<Crisis, MessageKey>> = {
  danger: 'emergency',
  suicide: 'suicide',
  act: 'actBegun',
  both: 'suicideWithDanger',
  other: 'suicideOther'
}
export const showCrisis = ({ crisis }: Memory): Effect => ({ type: 'card', card: CARDS[crisis] })

/** What staff are told of somebody who goes. What they agreed to about being contacted falls with a word that says so. */
export function leaving(memory: Memory, event: { readonly type: string }): Memory {
  if (event.type === 'HANDS') return takenBy(memory)
  const { as, noContact } = event as Extract<FlowEvent, { type: 'LEAVE' }>
  const speaksOfSuicide = memory.marks.includes('lifeAtRisk') || isSuicideTold(memory)
  const told = marked(memory, ...(as ? [as] : []), ...(speaksOfSuicide ? (['leftAfterSuicide'] as const) : []))
  return noContact ? withoutContact(told) : told
}

function isSuicideTold(memory: Memory): boolean {
  const { suicide } = factsOf(memory).answers
  const isWaiting = memory.checks.some(check => check.kind === 'concern' && check.concern === 'suicide')
  // Asked before its turn because they spoke of it, whatever they said then.
  const isSpoken = memory.told.some(({ question }) => question === 'suicide')
  return isWaiting || isSpoken || suicide === 'mightAct' || suicide === 'atTimes'
}

const withoutContact = (memory: Memory): Memory => ({
  ...memory,
  signals: [...new Set([...memory.signals, 'noContact' as const])]
})

/** Somebody else has the phone: contact is withdrawn, and staff are told. */
function takenBy(memory: Memory): Memory {
  const told = marked(memory, 'otherHands')
  return withoutContact({ ...told, signals: [...new Set([...told.signals, 'someoneElse' as const])] })
}

/** Somebody else may be there. Who asks who we are is told once that this is a machine, and nothing else. */
export function othersHands(memory: Memory, who: 'asks' | 'taken' | 'wantsWords'): Settled {
  if (who === 'asks') {
    const isSaid = isAtTheDoor(memory) || (memory.channel === 'sms' && memory.marks.includes('askedWhoThisIs'))
    const effects: Effect[] = isSaid ? [] : [{ type: 'last', message: 'automaticReply' }]
    return { memory: marked(memory, 'askedWhoThisIs'), effects }
  }
  const taken = takenBy(memory)
  if (who === 'taken') return { memory: taken, effects: [] }
  return { memory: marked(taken, 'wantsWhatWasSaid'), effects: [{ type: 'say', message: 'otherPerson' }] }
}
