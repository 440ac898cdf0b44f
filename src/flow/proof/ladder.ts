// What holds of the rungs of the ladder: help at once, silence where somebody is near, and nothing that counts before a plain answer.
import { factsOf } from '../memory.ts'
import { asks, CHECK, EMERGENCY, LEFT, RETURNED, WORKER } from '../states.ts'
import { isSentToTheDoor } from './door.ts'
import { isOver, isPrompted, type Law, placeHeld, samePath, says, type Turn } from './turn.ts'

const answersOf = ({ memory }: Turn['before']) => JSON.stringify(factsOf(memory).answers)

/** Rung 3: the card, and people; suicide stays unanswered, and nothing is asked until they choose to go on. */
const life: Law = turn => {
  const { before, event, after, effects } = turn
  if (event.type !== 'LIFE' || isOver(before)) return undefined
  const stays = before.state === WORKER || before.state === RETURNED
  if (after.state !== (stays ? before.state : EMERGENCY)) return `LIFE leads to '${after.state}'`
  if (!effects.some(effect => effect.type === 'card')) return 'LIFE shows no card'
  if (effects.some(({ type }) => type === 'ask' || type === 'check')) return 'a question is asked beside a life at risk'
  if (factsOf(before.memory).answers.suicide !== factsOf(after.memory).answers.suicide)
    return 'words alone answer the question about suicide'
  if (!after.memory.urgent || !after.memory.handover) return 'LIFE is not urgent'
  const called = before.memory.urgent || says(turn, { type: 'handover', urgent: true })
  return called ? undefined : 'LIFE calls nobody'
}

/** Rung 5: not a word, the place is kept, and people are called. */
const near: Law = turn => {
  const { before, event, after, effects } = turn
  if (event.type !== 'NEAR' || isOver(before)) return undefined
  if (effects.some(({ type }) => type !== 'handover')) return 'something is said while somebody is near'
  if (after.state !== before.state || !samePath(turn) || answersOf(before) !== answersOf(after))
    return 'somebody who is near moves the conversation'
  if (!after.memory.hushed) return 'the page does not go quiet'
  return after.memory.urgent && after.memory.handover ? undefined : 'nobody is called although somebody is near'
}

/** Rung 6: by text silence, and what was agreed falls; on the page nothing but the first question. */
const hands: Law = turn => {
  const { before, event, after, effects } = turn
  if (event.type !== 'HANDS' || isOver(before)) return undefined
  if (answersOf(before) !== answersOf(after)) return 'other hands change an answer'
  if (event.who === 'asks') return placeHeld(after) === placeHeld(before) ? undefined : 'a question who this is moves'
  if (!after.memory.signals.includes('noContact')) return 'what was agreed about contact still stands in other hands'
  if (before.memory.channel === 'sms') {
    return after.state === LEFT && effects.length === 0 ? undefined : 'other hands do not end in silence by text'
  }
  return after.state === RETURNED ? undefined : 'other hands see more than the first question'
}

/** Rungs 9 and 12: it is said, and the same question stands. */
const said: Law = turn => {
  const { before, event, after, effects, from } = turn
  if ((event.type !== 'MAY_HURT' && event.type !== 'ASKS') || isOver(before) || isSentToTheDoor(turn)) return undefined
  if (answersOf(before) !== answersOf(after)) return `${event.type} changes an answer`
  if (placeHeld(after) !== placeHeld(before)) return `${event.type} moves`
  if (before.state === WORKER || before.state === RETURNED) return undefined
  if (!effects.some(({ type }) => type === 'say' || type === 'topic')) return `${event.type} is met with silence`
  return from.kind !== 'question' || isPrompted(turn) ? undefined : `${event.type} leaves them without the question`
}

/** The second ear adds a question and nothing else; what is said to it can bring help. */
const ear: Law = turn => {
  const { before, event, after, from } = turn
  if (event.type !== 'EAR' || isOver(before)) return undefined
  const isAsked = from.kind === 'check' && from.check.kind === 'ear'
  if (!isAsked) return answersOf(before) === answersOf(after) ? undefined : 'a late answer to the second ear counts'
  if (event.said === 'danger' || event.said === 'both') {
    const helped = after.state === EMERGENCY && after.memory.urgent && factsOf(after.memory).answers.dangerNow === 'yes'
    return helped ? undefined : 'danger told to the second ear brings no help'
  }
  if (event.said === 'life') {
    const helped = after.state === EMERGENCY && after.memory.urgent && says(turn, { type: 'card', card: 'suicide' })
    return helped ? undefined : 'a life at risk told to the second ear brings no help'
  }
  if (event.said === 'aboutMe') return undefined
  if (answersOf(before) !== answersOf(after)) return 'a no to the second ear lowers something'
  const isOffered = after.state === CHECK || placeHeld(after) === placeHeld(before)
  return isOffered && isPrompted(turn) ? undefined : 'an answer to the second ear leads nowhere'
}

/** How somebody went is told to staff, and what they took back is gone. */
const leaving: Law = turn => {
  const { before, event, after } = turn
  if (event.type !== 'LEAVE' || isOver(before)) return undefined
  if (event.as && !after.memory.marks.includes(event.as)) return 'staff are not told how somebody left'
  const isGone = !event.noContact || after.memory.signals.includes('noContact')
  return isGone ? undefined : 'contact stands although they want no more texts'
}

/** A question that is opened because of what they wrote leads back to where they stood. */
const again: Law = turn => {
  const { before, event, after, effects } = turn
  if (event.type !== 'AGAIN' || isOver(before)) return undefined
  if (effects.some(({ type }) => type !== 'handover')) return 'the same words again are answered twice'
  if (!after.memory.urgent || !after.memory.marks.includes(event.as ?? 'saysItAgain'))
    return 'the same grave words again call nobody'
  return asks(placeHeld(after), 'channelOk') || placeHeld(after) === placeHeld(before) ? undefined : 'AGAIN moves'
}

export const LADDER_LAWS: readonly Law[] = [life, near, hands, said, ear, leaving, again]
