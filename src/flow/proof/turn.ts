// One turn as a law sees it: where a person stood, what happened, where they stand and what they were told.
import type { Answer, Channel } from '../../questions/answer.ts'
import type { Effect, FlowEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import { type Entry, fits } from '../memory.ts'
import { CHECK, CLOSED, EMERGENCY, LEFT, WAITING } from '../states.ts'
import { begin, type Place, placeOf, type Snapshot, type Step, step } from '../step.ts'

/** The machine under proof; the tests damage it to see that the proof notices. */
export interface Machine {
  readonly begin: (flow: Flow, channel: Channel) => Step
  readonly step: (flow: Flow, snapshot: Snapshot, event: FlowEvent) => Step
}

export const realMachine: Machine = { begin, step }

export interface Turn {
  readonly flow: Flow
  readonly event: FlowEvent
  readonly before: Snapshot
  readonly from: Place
  readonly after: Snapshot
  readonly effects: readonly Effect[]
}

/** A promise about one turn: a plain sentence when it is broken, nothing when it is kept. */
export type Law = (turn: Turn) => string | undefined

export const isOver = ({ state }: Snapshot): boolean => state === LEFT || state === CLOSED
/** Where nothing is asked although there may be questions left: in the queue, or under the emergency card. */
export const isBeside = ({ state }: Snapshot): boolean => state === WAITING || state === EMERGENCY

export const samePath = ({ before, after }: Turn): boolean =>
  before.memory.at === after.memory.at && sameLog(before.memory.log, after.memory.log)

export const sameLog = (one: readonly Entry[], other: readonly Entry[]): boolean =>
  one === other || (one.length === other.length && one.every((entry, index) => sameEntry(entry, other[index])))

const sameValue = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other)

const sameEntry = (one: Entry, other: Entry | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** Whether nothing given was touched; answers kept from before, or given before their turn, may be taken up by themselves. */
export function keepsAnswers({ before, after }: Turn, added: readonly Entry[] = []): boolean {
  const path = [...before.memory.log, ...added]
  const takenUp = after.memory.log.slice(path.length)
  if (!sameLog(after.memory.log.slice(0, path.length), path)) return false
  const given = [...before.memory.kept, ...before.memory.told, ...after.memory.told]
  return takenUp.every(later =>
    given.some(earlier => earlier.question === later.question && sameValue(earlier.value, later.value))
  )
}

/** An answer to the very question asked. */
export const isAnswer = ({ flow, event, from }: Turn): boolean => {
  if (event.type !== 'ANSWER') return false
  const isMeant = from.kind === 'check' && from.check.kind === 'meant' && from.check.question === event.question
  if (!isMeant && (from.kind !== 'question' || event.question !== from.question)) return false
  const question = flow.questions[event.question]
  return question !== undefined && fits(question, event.value)
}

/** Not moved, nothing recorded, nothing lost. */
export const isUnmoved = (turn: Turn): boolean => turn.before.state === turn.after.state && samePath(turn)

export const says = ({ effects }: Turn, wanted: Effect): boolean =>
  effects.some(effect => JSON.stringify(effect) === JSON.stringify(wanted))

/** The state a person stands in; while something they wrote is asked about, the one they are led back to. */
export const placeHeld = ({ state, memory }: Snapshot): string => (state === CHECK ? memory.aside || memory.at : state)

/** Whether the person has what they need to go on: the words of the place at which they now stand. */
export function isPrompted(turn: Turn): boolean {
  const place = placeOf(turn.flow, turn.after)
  switch (place.kind) {
    case 'question':
      return says(turn, { type: 'ask', question: place.question })
    case 'check':
      return says(turn, { type: 'check', check: place.check })
    case 'pause':
      return says(turn, { type: 'pause', message: place.message })
    case 'shelf':
      return says(turn, { type: 'shelf', message: place.message, pages: place.pages })
    case 'page':
      return says(turn, { type: 'page', page: place.page })
    default:
      return true
  }
}
