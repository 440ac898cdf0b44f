// The rails: heard in every place, and leading where they must. Design, law 1.
import { asks, CHECK, EMERGENCY, LEFT, RETURNED, WAITING, WORKER } from '../states.ts'
import { placeOf, type Snapshot } from '../step.ts'
import { isSentToTheDoor } from './door.ts'
import { NEVER_SKIPPED } from './promises.ts'
import {
  isBeside,
  isOver,
  isPrompted,
  isUnmoved,
  keepsAnswers,
  type Law,
  placeHeld,
  sameLog,
  samePath,
  says,
  type Turn
} from './turn.ts'

/** Beside a worker, and before somebody who came back has said that it is safe, help is called from where they are. */
const staying = ({ state }: Snapshot, otherwise: string): string =>
  state === WORKER || state === RETURNED ? state : otherwise

const leave: Law = ({ before, event, after, effects }) => {
  if (event.type !== 'LEAVE' || isOver(before)) return undefined
  return after.state === LEFT && effects.length === 0 ? undefined : 'LEAVE does not end in silence'
}

const person: Law = turn => {
  const { before, event, after } = turn
  if (event.type !== 'PERSON' || isOver(before)) return undefined
  if (after.state !== (isSentToTheDoor(turn) ? RETURNED : staying(before, WAITING)))
    return `PERSON leads to '${after.state}'`
  if (!samePath(turn)) return 'PERSON loses the place'
  if (before.state === WORKER || before.memory.handover) return undefined
  const asked = after.memory.handover && says(turn, { type: 'handover', urgent: false })
  return asked ? undefined : 'PERSON asks for nobody'
}

const emergency: Law = turn => {
  const { before, event, after } = turn
  if (event.type !== 'EMERGENCY' || isOver(before)) return undefined
  if (after.state !== staying(before, EMERGENCY)) return `EMERGENCY leads to '${after.state}'`
  if (!says(turn, { type: 'card', card: 'emergency' })) return 'EMERGENCY shows no emergency card'
  if (!samePath(turn)) return 'EMERGENCY loses the place'
  if (!after.memory.urgent || !after.memory.handover) return 'EMERGENCY is not urgent'
  const called = before.memory.urgent || says(turn, { type: 'handover', urgent: true })
  return called ? undefined : 'EMERGENCY calls nobody'
}

/** Back from the queue or the emergency card to the very place left, with its words. */
const returns = (turn: Turn): boolean => {
  const { at, told } = turn.before.memory
  // What was given before its turn is taken up on the way.
  if (told.some(({ question }) => asks(at, question))) return keepsAnswers(turn) && isPrompted(turn)
  return placeHeld(turn.after) === at && samePath(turn) && isPrompted(turn)
}

/** From a page to its shelf. */
const isShelved = (turn: Turn): boolean => turn.before.state.startsWith(`${turn.after.state}/`) && isPrompted(turn)

const goOn: Law = turn => {
  const { before, event, after, from } = turn
  if (event.type !== 'GO_ON' || isOver(before)) return undefined
  if (isBeside(before) && before.memory.at !== '') {
    return returns(turn) ? undefined : 'GO_ON does not return to the place left'
  }
  if (from.kind === 'page') return isShelved(turn) ? undefined : 'GO_ON does not lead back to the shelf'
  if (from.kind !== 'pause') return isUnmoved(turn) ? undefined : 'GO_ON moves where there is nothing to go on from'
  if (after.state === before.state) return 'GO_ON does not go on'
  return keepsAnswers(turn) ? undefined : 'GO_ON changes an answer'
}

const back: Law = turn => {
  const { before, event, after, from } = turn
  if (event.type !== 'BACK' || isOver(before)) return undefined
  if (from.kind === 'page') return isShelved(turn) ? undefined : 'BACK does not lead back to the shelf'
  if (before.state === CHECK) {
    const led = placeHeld(after) === placeHeld(before) && sameLog(after.memory.log, before.memory.log)
    return led && isPrompted(turn) ? undefined : 'BACK does not return to the place left'
  }
  if (before.state === WORKER) return isUnmoved(turn) ? undefined : 'BACK moves although a worker is here'
  if (isBeside(before) && before.memory.at !== '') {
    return returns(turn) ? undefined : 'BACK does not return to the place left'
  }
  const last = before.state === RETURNED ? undefined : before.memory.log.at(-1)
  if (!last) {
    const told = isUnmoved(turn) && says(turn, { type: 'note', note: 'nothingBefore' })
    return told ? undefined : 'BACK before the first answer does not say that this is the first question'
  }
  const reopened = placeHeld(after) === last.step && sameLog(after.memory.log, before.memory.log.slice(0, -1))
  return reopened && isPrompted(turn) ? undefined : `BACK does not reopen '${last.question}', the question before`
}

/** An earlier answer is opened again; what was answered after it waits until the path comes by. */
const change: Law = turn => {
  const { before, event, after } = turn
  if (event.type !== 'CHANGE' || isOver(before)) return undefined
  const index = before.memory.log.findIndex(entry => entry.question === event.question)
  const entry = before.memory.log[index]
  const isTold = before.memory.told.some(told => told.question === event.question)
  if (before.state === WORKER || before.state === RETURNED || (!entry && !isTold)) {
    return isUnmoved(turn) ? undefined : 'CHANGE of what was not answered moves'
  }
  if (!entry) {
    const place = placeOf(turn.flow, after)
    const isAsked = place.kind === 'question' && place.question === event.question
    const isHeld = asks(placeHeld(after), event.question)
    const isRefused = isUnmoved(turn) && says(turn, { type: 'note', note: 'stale' })
    return isRefused || ((isAsked || isHeld) && isPrompted(turn))
      ? undefined
      : `CHANGE does not reopen '${event.question}'`
  }
  const reopened = placeHeld(after) === entry.step && sameLog(after.memory.log, before.memory.log.slice(0, index))
  const isKept = before.memory.log.slice(index + 1).every(later => after.memory.kept.includes(later))
  return reopened && isKept && isPrompted(turn) ? undefined : `CHANGE does not reopen '${event.question}'`
}

const skip: Law = turn => {
  const { before, event, after, from } = turn
  if (event.type !== 'SKIP' || isOver(before)) return undefined
  if (from.kind !== 'question' || event.question !== from.question) {
    if (!isUnmoved(turn)) return 'SKIP of another question moves'
    return says(turn, { type: 'note', note: 'cannotSkip' })
      ? 'SKIP of another question says it must be answered'
      : undefined
  }
  if (NEVER_SKIPPED.includes(event.question)) {
    const refused = isUnmoved(turn) && says(turn, { type: 'note', note: 'cannotSkip' })
    return refused ? undefined : `'${event.question}' must be answered but SKIP is not refused`
  }
  if (from.spoken) {
    const { question } = event
    const taken = [...after.memory.told, ...after.memory.log].some(told => told.question === question)
    return placeHeld(after) === placeHeld(before) && taken && isPrompted(turn) ? undefined : 'SKIP does not go on'
  }
  const entry = { step: before.state, question: event.question, value: 'skip' }
  return after.state !== before.state && keepsAnswers(turn, [entry]) ? undefined : 'SKIP does not go on'
}

const again: Law = turn => {
  const { before, event } = turn
  if ((event.type !== 'REPEAT' && event.type !== 'LANGUAGE') || isOver(before) || isSentToTheDoor(turn))
    return undefined
  if (!isUnmoved(turn)) return `${event.type} moves`
  return isPrompted(turn) ? undefined : `${event.type} does not say the question again`
}

export const RAIL_LAWS: readonly Law[] = [leave, person, emergency, goOn, back, change, skip, again]
