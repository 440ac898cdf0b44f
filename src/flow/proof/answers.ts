// What an answer does: it is recorded once, goes on, and brings its help in the same turn.
import { SKIP } from '../../questions/answer.ts'
import { type Condition, holds } from '../../questions/condition.ts'
import { factsOf, fits } from '../memory.ts'
import { LEFT } from '../states.ts'
import { placeOf } from '../step.ts'
import { HELP_AT_ONCE } from './promises.ts'
import { isPrompted, isUnmoved, type Law, sameLog, says, type Turn } from './turn.ts'

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
  const once = sameLog(after.memory.log, [...before.memory.log, entry])
  return once ? undefined : `answer ${answer} is not recorded as it was given`
}

const more: Law = turn => {
  if (!isAnswer(turn) || !asksForMore(turn)) return undefined
  const told = isUnmoved(turn) && turn.effects[0]?.type === 'say' && isPrompted(turn)
  return told ? undefined : 'asking for more does not tell more and ask again'
}

const notAnAnswer: Law = turn => {
  const { event } = turn
  if (event.type === 'WORDS') return isUnmoved(turn) ? undefined : 'own words move the conversation'
  if (event.type !== 'ANSWER' || isAnswer(turn)) return undefined
  return isUnmoved(turn) ? undefined : 'a late or unknown answer moves the conversation'
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

/** Whether a condition was made true by the answer, or the skip, of this turn. Undefined when it recorded none. */
function newlyTrue(turn: Turn): ((condition: Condition) => boolean) | undefined {
  const { event, before, after } = turn
  const isNew = isAnswer(turn) || (event.type === 'SKIP' && after.memory.log.at(-1)?.value === SKIP)
  if (!isNew || sameLog(before.memory.log, after.memory.log)) return undefined
  const [then, now] = [factsOf(before.memory), factsOf(after.memory)]
  return condition => holds(condition, now) && !holds(condition, then)
}

const helpAtOnce: Law = turn => {
  const isNew = newlyTrue(turn)
  if (!isNew) return undefined
  const cards = [...HELP_AT_ONCE, ...turn.flow.cards]
  const missing = cards.find(({ when, card }) => card && !says(turn, { type: 'card', card }) && isNew(when))
  if (missing) return `the card '${missing.card}' is missing after ${lastOf(turn)}`
  const urgent = [turn.flow.urgent, ...HELP_AT_ONCE.flatMap(help => (help.urgent ? [help.when] : []))]
  return !callsEverybody(turn) && urgent.some(isNew) ? `nobody is called after ${lastOf(turn)}` : undefined
}

const callsEverybody = (turn: Turn): boolean =>
  turn.after.memory.urgent &&
  turn.after.memory.handover &&
  (turn.before.memory.urgent || says(turn, { type: 'handover', urgent: true }))

const lastOf = ({ after }: Turn): string => {
  const entry = after.memory.log.at(-1)
  return `${entry?.question} = ${JSON.stringify(entry?.value)}`
}

export const ANSWER_LAWS: readonly Law[] = [recorded, more, notAnAnswer, channelNotOk, dangerHolds, helpAtOnce]
