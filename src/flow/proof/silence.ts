// What holds in every turn, whatever happened: silence where it is promised, and nothing raised is ever lowered.
import type { MessageKey } from '../../wording/keys.ts'
import { CLOSED, RETURNED, WAITING, WORKER } from '../states.ts'
import { isSentToTheDoor } from './door.ts'
import { isOver, isPrompted, isUnmoved, type Law, samePath } from './turn.ts'

const over: Law = turn => {
  const { before, event, after, effects } = turn
  if (event.type === 'CLOSED' && !isOver(before) && after.state !== CLOSED) return 'CLOSED does not close'
  if (isOver(before) && (!isUnmoved(turn) || effects.length > 0)) return `${event.type} is answered after the end`
  return isOver(after) && effects.length > 0 ? `${event.type} ends, but not in silence` : undefined
}

/** One speaker: once a worker has joined only the emergency card speaks beside them. Design, law 3. */
/** Urgent help may be said by the assistant whoever has the conversation. */
const CARDS: readonly MessageKey[] = ['emergency', 'suicide', 'actBegun', 'suicideWithDanger', 'suicideOther']

const oneSpeaker: Law = turn => {
  const { before, event, after, effects } = turn
  // Somebody who comes back to a worker, or has never said so by text, is asked once whether it is safe.
  if (isSentToTheDoor(turn)) return undefined
  // Whoever has the page now may not be the person: first of all it is asked whether it is all right.
  const isAskedFirst = event.type === 'RETURN' || (event.type === 'HANDS' && event.who !== 'asks')
  if ((before.state !== WORKER && after.state !== WORKER) || isAskedFirst) return undefined
  const spoken = effects.find(
    effect => effect.type !== 'handover' && !(effect.type === 'card' && CARDS.includes(effect.card))
  )
  if (spoken) return `the assistant speaks beside a worker at ${event.type} (${spoken.type})`
  const stays = ['LEAVE', 'CLOSED', 'WORKER_LEFT', 'WORKER_JOINED'].includes(event.type) || after.state === WORKER
  return stays ? undefined : `${event.type} takes the conversation from the worker`
}

/** A worker takes the floor when they join, and hands it to the queue when they go. */
const floor: Law = turn => {
  const { before, event, after } = turn
  if (isOver(before)) return undefined
  if (event.type === 'WORKER_JOINED') {
    // Somebody who has just come back says first that it is safe.
    if (before.state === RETURNED) return after.memory.aside === WORKER ? undefined : 'WORKER_JOINED is lost'
    return after.state === WORKER && samePath(turn) ? undefined : 'WORKER_JOINED does not give the worker the floor'
  }
  if (event.type !== 'WORKER_LEFT') return undefined
  if (before.state !== WORKER) return isUnmoved(turn) ? undefined : 'WORKER_LEFT moves although no worker was here'
  const queued = after.state === WAITING && after.memory.handover && samePath(turn)
  return queued ? undefined : 'WORKER_LEFT does not lead back to the queue'
}

const neverLowered: Law = ({ before, event, after }) => {
  if (before.memory.urgent && !after.memory.urgent) return `${event.type} makes an urgent conversation calm again`
  if (before.memory.signals.some(signal => !after.memory.signals.includes(signal)))
    return `${event.type} forgets a signal`
  return before.memory.handover && !after.memory.handover
    ? `${event.type} takes back the request for a person`
    : undefined
}

/** A person who was moved is told where they stand, once. */
const prompted: Law = turn => {
  if (turn.before.state === turn.after.state) return undefined
  if (!isPrompted(turn)) return `${turn.event.type} leads to '${turn.after.state}' without a word of it`
  const prompts = turn.effects.filter(({ type }) => ['ask', 'pause', 'check', 'shelf', 'page'].includes(type))
  return prompts.length > 1 ? `${turn.event.type} asks two things at once` : undefined
}

export const SILENCE_LAWS: readonly Law[] = [over, oneSpeaker, floor, neverLowered, prompted]
