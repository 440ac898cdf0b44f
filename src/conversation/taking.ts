// A worker takes a conversation, unless something speaks against it: what they hold already, a pause, or whom they have talked to.
import type { Decided } from './follow-handover.ts'
import type { AskBar, Bar } from './ports.ts'
import type { Worker, WorkerOutcome } from './worker-turn.ts'

/** What speaks against taking somebody on. */
export const EVERY_BAR: readonly Bar[] = ['partner', 'full', 'fullUrgent', 'pause']

/** The turn as it is, or with nothing changed and the reason why. `counts`: what speaks against what they do. */
export async function unlessBarred<B extends Bar>(
  turn: Decided<WorkerOutcome>,
  { id }: Worker,
  bar: AskBar,
  counts: readonly B[]
): Promise<Decided<WorkerOutcome | B>> {
  // Refused already, or theirs already.
  if (!turn.change) return turn
  const found = await bar(id)
  const why = counts.find(one => one === found)
  return why ? { change: null, result: why } : turn
}
