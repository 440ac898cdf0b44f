// Reading somebody who is not in the queue, on record as every reading is. Everything that acts on a conversation asks `reach`
// (opened.ts), which knows none of them that could be taken, written to or followed; and the gate refuses whoever has left.
import type { Reading } from '../conversation/ports.ts'
import type { Listed } from '../store/desk-list.ts'
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

/** Whether the way they went says something: then whoever is on duty may read them, also where they had asked for a person. */
const isTold = ({ went }: UnclaimedItem): boolean => went !== 'exit' && went !== 'quiet'

/** Somebody of whom this worker reads on a page of its own; null where they open the conversation as ever, or there is nobody. */
export async function leftSo({ staff }: Dependencies, me: SignedIn, reference: string): Promise<UnclaimedItem | null> {
  const now = new Date()
  const item = await staff.unclaimedByReference(reference, now)
  if (!item || !isTold(item)) return null
  const listed = await staff.byReference(reference, now)
  // Whoever had them still writes down there what came of it.
  return listed?.worker?.id === me.staffId ? null : item
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
  action: 'summary_open' | 'number_open' = 'summary_open'
): Promise<UnclaimedReading | 'partner' | null> {
  const now = new Date()
  const item = await deps.staff.unclaimedByReference(reference, now)
  if (!item) return null
  if ((await deps.staff.barredAmong(me.staffId, [item.conversation])).size > 0) return 'partner'
  const reading = await deps.readings.readOnRecord(item.conversation, { staffId: me.staffId, action })
  if (!reading) return null
  await deps.staff.noteLooked(item.conversation, now)
  const stood = stoodAs(await deps.staff.byReference(reference, now), reading, item)
  return { item, reading, summary: await summaryOf(deps, words, stood, reading, now), now }
}
