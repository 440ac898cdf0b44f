// What an answer does: it is recorded once, goes on, and brings its help in the same turn.
import { SKIP } from '../../questions/answer.ts'
import { type Condition, holds } from '../../questions/condition.ts'
import { factsOf, fits } from '../memory.ts'
import { LEFT } from '../states.ts'
import { placeOf } from '../step.ts'
import { HELP_AT_ONCE } from './promises.ts'
import { isPrompted, isUnmoved, keepsAnswers, type Law, says, type Turn } from './turn.ts'

/** An answer to the very question asked. */
const isAnswer = ({ flow, event, from }: Turn): boolean => {
  if (event.type !== 'ANSWER' || from.kind !== 'question' || event.question !== from.question) return false
  const question = flow.questions[event.question]
  return question !== undefined && fits(question, event.value)
}

const asksForMore = ({ flow, event }: Turn): boolean =>
  event.type === 'ANSWER' && event.value === 'tellMeMore' && flow.questions[event.question]?.kind === 'ack'

const recorded: Law = turn => {
  const { before, event, after } = turn
  if (event.type !== 'ANSWER' || !isAnswer(turn) || asksForMore(turn)) return undefined
  const answer = JSON.stringify(event.value)
  if (after.state === before.state) return `answer ${answer} does not lead on`
  const entry = { step: before.state, question: event.question, value: event.value }
  return keepsAnswers(turn, [entry]) ? undefined : `answer ${answer} is not recorded as it was given`
}

const more: Law = turn => {
  if (!isAnswer(turn) || !asksForMore(turn)) return undefined
  const told = isUnmoved(turn) && turn.effects[0]?.type === 'say' && isPrompted(turn)
  return told ? undefined : 'asking for more does not tell more and ask again'
}

const notAnAnswer: Law = turn => {
  const { event, from } = turn
  if (event.type !== 'ANSWER' || isAnswer(turn)) return undefined
  if (!isUnmoved(turn)) return 'a late or unknown answer moves the conversation'
  const isUnknown = from.kind === 'question' && event.question === from.question
  const saysSo = says(turn, { type: 'note', note: 'notAnOption' })
  if (isUnknown && !saysSo) return 'an unknown answer is not said to be unknown'
  return saysSo && !isUnknown ? 'a late answer is said to be unknown' : undefined
}

/** Own words are never lost and never an answer by themselves: the question stays, and stays open. */
const ownWords: Law = turn => {
  if (turn.event.type !== 'WORDS') return undefined
  if (!isUnmoved(turn)) return 'own words move the conversation'
  const told = says(turn, { type: 'note', note: 'wordsKept' }) && isPrompted(turn)
  return turn.from.kind === 'question' && !told
    ? 'own words are not said to be kept, with the question again'
    : undefined
}

const channelNotOk: Law = turn => {
  const { event, after, effects } = turn
  if (!isAnswer(turn) || event.type !== 'ANSWER' || event.question !== 'channelOk' || event.value !== 'no')
    return undefined
  return after.state === LEFT && effects.length === 0 ? undefined : "answer 'no' does not end in silence"
}

/** Danger now: nothing more is asked unless the person chooses to go on. */
const dangerHolds: Law = turn => {
  const { flow, event, after } = turn
  if (!isAnswer(turn) || event.type !== 'ANSWER' || event.question !== 'dangerNow' || event.value !== 'yes')
    return undefined
  return placeOf(flow, after).kind === 'pause' ? undefined : "answer 'yes' goes on asking"
}

interface News {
  /** Whether the answer, or the skip, of this turn made a condition true by itself. */
  readonly byAnswer: (condition: Condition) => boolean
  /** The same with the answers taken up again after it, when an earlier one had been changed. */
  readonly byPath: (condition: Condition) => boolean
}

/** What a turn made true. Undefined when it recorded nothing. */
function newsOf(turn: Turn): News | undefined {
  const { event, before, after } = turn
  const given = before.memory.log.length + 1
  const isNew = isAnswer(turn) || (event.type === 'SKIP' && after.memory.log[given - 1]?.value === SKIP)
  if (!isNew || after.memory.log.length < given) return undefined
  const then = factsOf(before.memory)
  const answered = factsOf(after.memory, after.memory.log.slice(0, given))
  const now = factsOf(after.memory)
  return {
    byAnswer: condition => holds(condition, answered) && !holds(condition, then),
    byPath: condition => holds(condition, now) && !holds(condition, then)
  }
}

const helpAtOnce: Law = turn => {
  const news = newsOf(turn)
  if (!news) return undefined
  const { shown } = turn.before.memory
  const missing = [
    ...HELP_AT_ONCE.filter(({ when }) => news.byAnswer(when)),
    // A card that was shown for an answer is not shown again when that answer is only taken up again.
    ...turn.flow.cards.filter(({ when }, index) => news.byAnswer(when) || (news.byPath(when) && !shown.includes(index)))
  ].find(({ card }) => card && !says(turn, { type: 'card', card }))
  if (missing) return `the card '${missing.card}' is missing after ${givenIn(turn)}`
  const urgent = [turn.flow.urgent, ...HELP_AT_ONCE.flatMap(help => (help.urgent ? [help.when] : []))]
  return !callsEverybody(turn) && urgent.some(news.byPath) ? `nobody is called after ${givenIn(turn)}` : undefined
}

const callsEverybody = (turn: Turn): boolean =>
  turn.after.memory.urgent &&
  turn.after.memory.handover &&
  (turn.before.memory.urgent || says(turn, { type: 'handover', urgent: true }))

const givenIn = ({ before, after }: Turn): string => {
  const entry = after.memory.log[before.memory.log.length]
  return `${entry?.question} = ${JSON.stringify(entry?.value)}`
}

export const ANSWER_LAWS: readonly Law[] = [
  recorded,
  more,
  notAnAnswer,
  ownWords,
  channelNotOk,
  dangerHolds,
  helpAtOnce
]
