// Reading somebody who is not in the queue, on record as every reading is. Everything that acts on a conversation asks `reach`
// (way.ts), which knows none of them that could be taken, written to or followed; and the gate refuses whoever has left.
import type { Reading } from '../conversation/ports.ts'
import type { Listed } from '../store/desk-list.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import type { Summary } from '../summary/schema.ts'
import type { Words } from '../wording/words.ts'
import type { Dependencies } from './dependencies.ts'
import type { SignedIn } from './signed-in.ts'
import { summaryOf } from './summary-of.ts'
import type { LeftAction } from './way.ts'

export interface UnclaimedReading {
  readonly item: UnclaimedItem
  readonly reading: Reading
  readonly summary: Summary
  readonly now: Date
}

/** What a summary says of one that nobody was asked to join, or that left after all. */
const stoodAs = (listed: Listed | null, reading: Reading, { heardAt }: UnclaimedItem) => {
  const { status } = reading.conversation
  return listed ?? ({ status, changedAt: heardAt, type: 'none', requestedAt: null } as const)
}

/** What there is to read; null when there is no such conversation in the list now. Read and on record, or neither. */
export async function readUnclaimed(
  deps: Dependencies,
  words: Words,
  me: SignedIn,
  reference: string,
  action: LeftAction = 'summary_open'
): Promise<UnclaimedReading | 'partner' | null> {
  const now = new Date()
  const opened = await deps.way.openUnclaimed(me, reference, action, now)
  if (!opened || opened === 'partner') return opened
  const { item, reading, listed } = opened
  return { item, reading, summary: await summaryOf(deps, words, stoodAs(listed, reading, item), reading, now), now }
}
