// What an answer does: it is recorded once, as it was given, and goes on.
import { LEFT, RETURNED } from '../states.ts'
import { placeOf } from '../step.ts'
import { isSentToTheDoor } from './door.ts'
import {
  isAnswer,
  isPrompted,
  isUnmoved,
  keepsAnswers,
  type Law,
  placeHeld,
  samePath,
  says,
  type Turn
} from './turn.ts'

const asksForMore = ({ flow, event }: Turn): boolean =>
  event.type === 'ANSWER' && event.value === 'tellMeMore' && flow.questions[event.question]?.kind === 'ack'

const recorded: Law = turn => {
  const { before, event, after } = turn
  if (event.type !== 'ANSWER' || !isAnswer(turn) || asksForMore(turn) || before.state === RETURNED) return undefined
  const answer = JSON.stringify(event.value)
  if (turn.from.kind === 'check' || (turn.from.kind === 'question' && turn.from.spoken)) {
    const given = [...after.memory.told, ...after.memory.log].find(told => told.question === event.question)
    return JSON.stringify(given?.value) === answer ? undefined : `answer ${answer} is not recorded as it was given`
  }
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
  if (turn.event.type !== 'WORDS' || isSentToTheDoor(turn)) return undefined
  const { before, after } = turn
  // A second message that cannot be read may bring the question whether they want a person.
  if (placeHeld(after) !== placeHeld(before) || !samePath(turn)) return 'own words move the conversation'
  if (turn.from.kind !== 'question') return undefined
  // By text only so many in a row are answered: the last with a word that says so, and then none.
  if (before.memory.channel === 'sms' && before.memory.misses >= ANSWERED - 1) {
    const isLast = before.memory.misses === ANSWERED - 1
    const isTold = turn.from.returning || says(turn, { type: 'last', message: 'stopReplying' })
    if (isLast) return isTold ? undefined : 'the last answer to words that are not understood does not say so'
    return turn.effects.length === 0 ? undefined : 'words are answered after so many were not understood'
  }
  const isOffered = says(turn, { type: 'say', message: 'missedTwice' })
  if (before.memory.misses === 1 && !before.memory.handover && !turn.from.spoken && !turn.from.returning && !isOffered)
    return 'no person is offered after the second message that was not understood'
  // Where a person was called already, the second time tells that one will read it.
  const isRead = before.memory.handover && before.memory.misses >= 1 && says(turn, { type: 'note', note: 'wordsKept' })
  const isSaid = isRead || SAID.some(note => says(turn, { type: 'note', note }))
  return (isOffered || isSaid) && isPrompted(turn)
    ? undefined
    : 'words that were not understood bring only the question again'
}

/** By text so many messages in a row that are not understood are answered. Own-words specification, section 7. */
const ANSWERED = 4
const SAID = ['notFollowed', 'answerFirst'] as const

const channelNotOk: Law = turn => {
  const { event, after, effects } = turn
  if (!isAnswer(turn) || event.type !== 'ANSWER' || event.question !== 'channelOk' || event.value !== 'no')
    return undefined
  // On the page it is said first what happens, with the numbers; by text there is silence at once.
  if (turn.before.memory.channel === 'web' && turn.before.state !== RETURNED) {
    return says(turn, { type: 'pause', message: 'beforeYouGo' }) ? undefined : "answer 'no' does not say what happens"
  }
  return after.state === LEFT && effects.length === 0 ? undefined : "answer 'no' does not end in silence"
}

/** Danger now: nothing more is asked unless the person chooses to go on. */
const dangerHolds: Law = turn => {
  const { flow, event, after } = turn
  if (!isAnswer(turn) || event.type !== 'ANSWER' || event.question !== 'dangerNow' || event.value !== 'yes')
    return undefined
  return ['pause', 'emergency'].includes(placeOf(flow, after).kind) ? undefined : "answer 'yes' goes on asking"
}

export const ANSWER_LAWS: readonly Law[] = [recorded, more, notAnAnswer, ownWords, channelNotOk, dangerHolds]
