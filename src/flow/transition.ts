// One turn of a machine, pure. XState's own `transition()` works out the machine's first state anew for every turn, for an
// actor that nobody uses: a third of a turn's time, and a proof takes millions.
import { type AnyActorScope, createActor, type EventFromLogic, type SnapshotFrom } from 'xstate'
import type { FlowMachine } from './compile.ts'

type At = SnapshotFrom<FlowMachine>
/** What the machine would have had done: nothing is run. */
type Action = Parameters<AnyActorScope['actionExecutor']>[0]

export type Transition = (before: At, event: EventFromLogic<FlowMachine>) => [after: At, actions: readonly Action[]]

const nothing = (): void => {}

/** The turns of one machine. Its one actor is never started: it only stands where an actor must. */
export function transitionOf(machine: FlowMachine): Transition {
  const self = createActor(machine, { input: { channel: 'web' } })
  const scope = { self, system: self.system, id: '', sessionId: '', logger: nothing, defer: nothing, emit: nothing }
  return (before, event) => {
    const actions: Action[] = []
    const actionExecutor = (action: Action): void => void actions.push(action)
    return [machine.transition(before, event, { ...scope, stopChild: nothing, actionExecutor }), actions]
  }
}
