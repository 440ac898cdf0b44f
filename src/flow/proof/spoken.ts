// What holds of own words: nothing written counts before a plain yes, but danger now, which brings help at once.
import { isQuietAnswer, questionOf } from '../check.ts'
import { factsOf } from '../memory.ts'
import { asks, EMERGENCY, LEFT, RETURNED, WAITING, WORKER } from '../states.ts'
import { isAtDoor, isSentToTheDoor } from './door.ts'
import { isOver, isPrompted, isUnmoved, type Law, placeHeld, sameLog, samePath, says, type Turn } from './turn.ts'

const answersBefore = ({ before, after }: Turn): boolean =>
  JSON.stringify(factsOf(after.memory).answers) === JSON.stringify(factsOf(before.memory).answers)

/** Law 4: free text can only raise, and only after confirmation. */
const heard: Law = turn => {
  const { before, event, after } = turn
  if (event.type !== 'HEARD' || isOver(before)) return undefined
  if (!answersBefore(turn)) return 'words are counted as an answer'
  const added = after.memory.signals.filter(signal => !before.memory.signals.includes(signal))
  if (added.some(signal => !event.notices.includes(signal))) return 'a signal counts before it was confirmed'
  if (after.memory.urgent !== before.memory.urgent) return 'words alone call everybody'
  if (isSentToTheDoor(turn)) return undefined
  if (placeHeld(after) !== placeHeld(before) || !sameLog(after.memory.log, before.memory.log))
    return 'words move the conversation'
  const isSilent = [EMERGENCY, WORKER, RETURNED].includes(before.state)
  if (isSilent && after.state !== before.state) return 'a question is put where nothing may be asked'
  return isAnsweredTo(turn) ? undefined : 'what was heard waits in silence'
}

/**
 * Nothing that was heard waits in silence: it is said that it was heard, or it is asked about. Only somebody with a worker, somebody
 * who has not said yet that it is safe, and by text somebody at the door, get no word: staff are told there.
 */
function isAnsweredTo(turn: Turn): boolean {
  const { before, event, after, effects } = turn
  if (event.type !== 'HEARD' || before.state === WORKER || before.state === RETURNED || isAtDoor(before)) return true
  const told = event.checks.some(({ kind }) => kind === 'concern' || kind === 'signal')
  if (told && !isAnswered(turn)) return effects.some(({ type }) => type === 'heard')
  return event.checks.length === 0 || effects.length > 0 || isPrompted(turn) || after.state === before.state
}

/** All of it was asked and answered before: there is nothing left to say to it. */
function isAnswered({ event, before }: Turn): boolean {
  const { answers } = factsOf(before.memory)
  return (
    event.type === 'HEARD' &&
    event.checks.every(check => {
      if (check.kind !== 'concern' && check.kind !== 'signal') return true
      if (check.kind === 'signal') return before.memory.signals.includes(check.signal)
      const question = questionOf(check)
      return question !== null && answers[question] !== undefined && !isQuietAnswer(answers[question])
    })
  )
}

const danger: Law = turn => {
  const { before, event, after } = turn
  if (event.type !== 'DANGER' || isOver(before)) return undefined
  const stays = before.state === WORKER || before.state === RETURNED
  if (after.state !== (stays ? before.state : EMERGENCY)) return `DANGER leads to '${after.state}'`
  if (!says(turn, { type: 'card', card: 'emergency' })) return 'DANGER shows no emergency card'
  if (factsOf(after.memory).answers.dangerNow !== 'yes') return 'DANGER is not taken as a yes to dangerNow'
  if (!after.memory.urgent || !after.memory.handover) return 'DANGER is not urgent'
  const called = before.memory.urgent || says(turn, { type: 'handover', urgent: true })
  return called ? undefined : 'DANGER calls nobody'
}

const confirm: Law = turn => {
  const { before, event, after, from } = turn
  if (event.type !== 'CONFIRM' || isOver(before)) return undefined
  if (from.kind !== 'check' || from.name !== event.check) return isUnmoved(turn) ? undefined : 'a late yes moves'
  const { check } = from
  if (check.kind === 'rail' && check.rail === 'leave') {
    return after.state === LEFT && turn.effects.length === 0 ? undefined : "a yes to 'leave' does not end in silence"
  }
  if (check.kind === 'rail') {
    return after.state === WAITING && after.memory.handover ? undefined : "a yes to 'person' asks for nobody"
  }
  if (check.kind === 'ear') {
    const isBoth =
      after.state === EMERGENCY && after.memory.urgent && says(turn, { type: 'card', card: 'suicideWithDanger' })
    return isBoth ? undefined : 'a bare yes to the second ear does not bring both cards'
  }
  if (check.kind === 'audience') {
    const given = factsOf(after.memory).answers.audience
    return given === check.audience && isPrompted(turn) ? undefined : 'a yes about whom this is does not count'
  }
  if (check.kind === 'signal' && !after.memory.signals.includes(check.signal))
    return 'a confirmed signal does not count'
  if (check.kind === 'meant') {
    const given = factsOf(after.memory).answers[check.question]
    if (JSON.stringify(given) !== JSON.stringify(check.value)) return 'what they meant is not recorded'
    if (placeHeld(after) === placeHeld(before)) return 'what they meant does not lead on'
  }
  return isPrompted(turn) ? undefined : 'a yes is left without an answer'
}

/** No, or a skip: nothing is raised and nothing is lowered. */
const deny: Law = turn => {
  const { before, event, after, from } = turn
  if (event.type !== 'DENY' || isOver(before)) return undefined
  if (from.kind !== 'check' || from.name !== event.check) return isUnmoved(turn) ? undefined : 'a late no moves'
  if (!answersBefore(turn) || after.memory.signals.length !== before.memory.signals.length)
    return 'a no changes what counts'
  return placeHeld(after) === placeHeld(before) && isPrompted(turn) ? undefined : 'a no does not lead back'
}

const read: Law = turn => {
  const { before, event, after, from } = turn
  if (event.type !== 'READ' || isOver(before)) return undefined
  const isOffered = from.kind === 'shelf' ? from.pages.includes(event.page) : from.kind === 'page'
  if (!isOffered) return isUnmoved(turn) ? undefined : 'READ moves where there is nothing to read'
  return after.state.endsWith(`/${event.page}`) && isPrompted(turn) ? undefined : 'READ does not open its page'
}

/** Somebody comes back: nothing is said but whether it is safe, and then they stand where they stood. */
const returned: Law = turn => {
  const { before, event, after, effects } = turn
  if (isOver(before)) return undefined
  if (event.type === 'RETURN') {
    const asked = after.state === RETURNED && samePath(turn) && effects.every(effect => effect.type === 'ask')
    return asked && isPrompted(turn) ? undefined : 'RETURN does not ask first whether it is safe'
  }
  if (before.state !== RETURNED || event.type !== 'ANSWER' || event.question !== 'channelOk') return undefined
  if (event.value === 'no') {
    return after.state === LEFT && effects.length === 0 ? undefined : "'no' after coming back does not end in silence"
  }
  if (event.value !== 'yes' && event.value !== 'unsure') return undefined
  const place = before.memory.aside || before.memory.at || WAITING
  const isAtStart = asks(before.memory.at, 'channelOk') && place !== WORKER
  // What was given before its turn is taken up on the way.
  const isTold = before.memory.told.some(({ question }) => asks(place, question))
  // By SMS the path is walked again in short mode; which one that is, the promises about places say.
  const isQuiet = before.memory.channel === 'sms' && event.value === 'unsure' && place !== WORKER
  const isLed =
    placeHeld(after) === place && (place === WORKER || factsOf(after.memory).answers.channelOk === event.value)
  return (isLed || isAtStart || isTold || isQuiet) && isPrompted(turn)
    ? undefined
    : 'a person who came back is not led to where they stood'
}

export const SPOKEN_LAWS: readonly Law[] = [heard, danger, confirm, deny, read, returned]
