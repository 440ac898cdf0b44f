// A worker takes a conversation, unless something speaks against it: what they hold already, a pause, or whom they have talked to.
import type { Decided } from './follow-handover.ts'
import type { AskBar, Bar } from './ports.ts'
import type { Worker, WorkerOutcome } from './worker-turn.ts'

const ALL: readonly Bar[] = ['partner', 'full', 'fullUrgent', 'pause']

/** The turn as it is, or with nothing changed and the reason why. `counts`: what speaks against what they do. */
export async function unlessBarred(
  turn: Decided<WorkerOutcome>,
  { id }: Worker,
  bar: AskBar,
  counts = ALL
): Promise<Decided<WorkerOutcome | Bar>> {
  // Refused already, or theirs already.
  if (!turn.change) return turn
  const why = await bar(id)
  return why && counts.includes(why) ? { change: null, result: why } : turn
}
