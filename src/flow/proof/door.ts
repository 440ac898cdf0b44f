// By text everything stays on a phone, whoever holds it: first of all it is asked whether that is all right.
import { holds } from '../../questions/condition.ts'
import { factsOf } from '../memory.ts'
import { EMERGENCY, RETURNED, WAITING, WORKER } from '../states.ts'
import type { Snapshot } from '../step.ts'
import { mayWrite } from './promises.ts'
import { isOver, isPrompted, type Law, samePath, type Turn } from './turn.ts'

/** Whether nobody has said yet that it is all right to write. Stated here apart from the machine's own rule. */
export const isAtDoor = ({ memory }: Snapshot): boolean => memory.channel === 'sms' && !holds(mayWrite, factsOf(memory))

const isWritten = ({ event }: Turn): boolean =>
  ['WORDS', 'REPEAT', 'ASKS', 'MAY_HURT'].includes(event.type) || (event.type === 'HEARD' && event.kept)

/** Whether a turn must lead to that question before anything else: after the emergency text, or while it was never answered. */
export function isSentToTheDoor(turn: Turn): boolean {
  const { before, event } = turn
  if (before.memory.channel !== 'sms' || isOver(before)) return false
  if (before.state === EMERGENCY && isWritten(turn)) return true
  if (!isAtDoor(before)) return false
  if (event.type === 'PERSON') return true
  return (before.state === WAITING || before.state === WORKER) && isWritten(turn)
}

const asksFirst: Law = turn => {
  if (!isSentToTheDoor(turn)) return undefined
  const asked = turn.after.state === RETURNED && samePath(turn) && isPrompted(turn)
  return asked ? undefined : `${turn.event.type} does not lead to whether it is all right to text`
}

/** Nothing else is asked at the door. What may be said there beside it is the gate's to decide. */
const asksNothingElse: Law = ({ after, effects }) => {
  if (!isAtDoor(after)) return undefined
  const other = effects.find(
    effect =>
      ['pause', 'check', 'shelf', 'page'].includes(effect.type) ||
      (effect.type === 'ask' && effect.question !== 'channelOk')
  )
  return other ? `something is asked by text before channelOk (${other.type})` : undefined
}

export const DOOR_LAWS: readonly Law[] = [asksFirst, asksNothingElse]
