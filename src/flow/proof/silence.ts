// What holds in every turn, whatever happened: silence where it is promised, and nothing raised is ever lowered.
import { CLOSED, WORKER } from '../states.ts'
import { isOver, isPrompted, isUnmoved, type Law } from './turn.ts'

const over: Law = turn => {
  const { before, event, after, effects } = turn
  if (event.type === 'CLOSED' && !isOver(before) && after.state !== CLOSED) return 'CLOSED does not close'
  if (isOver(before) && (!isUnmoved(turn) || effects.length > 0)) return `${event.type} is answered after the end`
  return isOver(after) && effects.length > 0 ? `${event.type} ends, but not in silence` : undefined
}

/** One speaker: once a worker has joined only the emergency card speaks beside them. Design, law 3. */
const oneSpeaker: Law = ({ before, event, after, effects }) => {
  if (before.state !== WORKER && after.state !== WORKER) return undefined
  const spoken = effects.find(
    effect => effect.type !== 'handover' && !(effect.type === 'card' && effect.card === 'emergency')
  )
  if (spoken) return `the assistant speaks beside a worker at ${event.type} (${spoken.type})`
  const stays = ['LEAVE', 'CLOSED', 'WORKER_LEFT', 'WORKER_JOINED'].includes(event.type) || after.state === WORKER
  return stays ? undefined : `${event.type} takes the conversation from the worker`
}

const neverLowered: Law = ({ before, event, after }) => {
  if (before.memory.urgent && !after.memory.urgent) return `${event.type} makes an urgent conversation calm again`
  return before.memory.handover && !after.memory.handover
    ? `${event.type} takes back the request for a person`
    : undefined
}

/** A person who was moved is told where they stand, once. */
const prompted: Law = turn => {
  if (turn.before.state === turn.after.state) return undefined
  if (!isPrompted(turn)) return `${turn.event.type} leads to '${turn.after.state}' without a word of it`
  const prompts = turn.effects.filter(effect => effect.type === 'ask' || effect.type === 'pause')
  return prompts.length > 1 ? `${turn.event.type} asks two things at once` : undefined
}

export const SILENCE_LAWS: readonly Law[] = [over, oneSpeaker, neverLowered, prompted]
