// One step of a handover, pure. The machine's delays come out as moments to be kept as rows: a timer of XState's own dies with its
// process, and is not even started again by a snapshot that is read back.
import { initialTransition, type SnapshotFrom, transition } from 'xstate'
import type { HandoverEffect, HandoverEvent, HandoverState, Handovers } from '../conversation/handover.ts'
import { type HandoverMachine, handoverMachine } from './machine.ts'
import type { Memory } from './memory.ts'
import type { Timings } from './timings.ts'
import { viewOf } from './view.ts'

type At = SnapshotFrom<HandoverMachine>
interface Action {
  readonly type: string
  readonly params?: unknown
}
interface Delayed {
  readonly id: string
  readonly delay: number
}

/** What the machine asked for: clocks started and stopped, and effects, in order. */
function read(actions: readonly Action[], due: Record<string, string>, now: Date): HandoverEffect[] {
  const effects: HandoverEffect[] = []
  for (const { type, params } of actions) {
    if (type === 'xstate.raise') {
      const { id, delay } = params as Delayed
      due[id] = new Date(now.getTime() + delay).toISOString()
    }
    if (type === 'xstate.cancel') delete due[(params as { sendId: string }).sendId]
    if (type === 'xstate.emit') effects.push((params as { event: HandoverEffect }).event)
  }
  return effects
}

const stateOf = ({ value, context }: At, due: Record<string, string>): HandoverState => ({
  value,
  context,
  due,
  view: viewOf(value, context)
})

/** Whether an event meant anything: it moved something, started a clock, or was remembered. */
const isTaken = (before: HandoverState, after: HandoverState, actions: number): boolean =>
  actions > 0 || JSON.stringify([before.value, before.context]) !== JSON.stringify([after.value, after.context])

/** The handover's rules under an operator's timings. */
export function handoversOf(timings: Timings): Handovers {
  const machine = handoverMachine(timings)
  return {
    begin(start, now) {
      const [at, actions] = initialTransition(machine, start)
      const due: Record<string, string> = {}
      const effects = read(actions as readonly Action[], due, now)
      return { state: stateOf(at, due), effects }
    },
    step(state, event, now) {
      const due = { ...state.due }
      if (event.type === 'TIMER') {
        // Stopped or started again since it was found due: it means nothing.
        const at = due[event.timer]
        if (at === undefined || new Date(at) > now) return null
        delete due[event.timer]
      }
      const before = machine.resolveState({ value: state.value as At['value'], context: state.context as Memory })
      const named = event.type === 'TIMER' ? { type: event.timer } : event
      const [after, actions] = transition(machine, before, named as Exclude<HandoverEvent, { type: 'TIMER' }>)
      const effects = read(actions as readonly Action[], due, now)
      const next = stateOf(after, due)
      return event.type === 'TIMER' || isTaken(state, next, actions.length) ? { state: next, effects } : null
    }
  }
}
