// Reading somebody nobody was asked to join, on record as every reading is. Everything that acts on a conversation asks
// `reach` (opened.ts), which does not know these: none of them can be taken, written to, followed or copied.
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
  const item = await deps.staff.unclaimedByReference(reference, now)
  if (!item) return null
  if ((await deps.staff.barredAmong(me.staffId, [item.conversation])).size > 0) return 'partner'
  const entry = { staffId: me.staffId, action: 'summary_open' } as const
  const reading = await deps.readings.readOnRecord(item.conversation, entry)
  if (!reading) return null
  const { status } = reading.conversation
  const stood = { status, changedAt: item.heardAt, type: 'none', requestedAt: null } as const
  return { item, reading, summary: await summaryOf(deps, words, stood, reading, now), now }
}
