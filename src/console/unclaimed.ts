// Reading somebody nobody was asked to join, on record as every reading is. Everything that acts on a conversation asks
// `reach` (way.ts), which does not know these: none of them can be taken, written to, followed or copied.
import type { Reading } from '../conversation/ports.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import type { Summary } from '../summary/schema.ts'
import type { Words } from '../wording/words.ts'
import type { Dependencies } from './dependencies.ts'
import type { SignedIn } from './signed-in.ts'
import { summaryOf } from './summary-of.ts'

export interface UnclaimedReading {
  readonly item: UnclaimedItem
  readonly reading: Reading
  readonly summary: Summary
  readonly now: Date
}

/** What there is to read; null when there is no such conversation in the list now. Read and on record, or neither. */
export async function readUnclaimed(
  deps: Dependencies,
  words: Words,
  me: SignedIn,
  reference: string
): Promise<UnclaimedReading | 'partner' | null> {
  const now = new Date()
  const opened = await deps.way.openUnclaimed(me, reference, now)
  if (!opened || opened === 'partner') return opened
  const { item, reading } = opened
  const { status } = reading.conversation
  const stood = { status, changedAt: item.heardAt, type: 'none', requestedAt: null } as const
  return { item, reading, summary: await summaryOf(deps, words, stood, reading, now), now }
}
