// Opening a conversation as a worker: whether they may, on record, and what they then see.
import type { Reading } from '../conversation/ports.ts'
import type { Listed } from '../store/desk-list.ts'
import type { ReadEntry } from '../store/readings.ts'
import type { Dependencies } from './dependencies.ts'
import { roleIn } from './role-in.ts'
import type { SignedIn } from './signed-in.ts'

export type Reach =
  | { readonly kind: 'gone' | 'closed' }
  /** They have or had whoever may be the partner of this one. */
  | { readonly kind: 'partner'; readonly listed?: Listed }
  | { readonly kind: 'taken'; readonly by: string; readonly here: boolean }
  | { readonly kind: 'open'; readonly listed: Listed }

/**
 * Whether this worker may look: at one that waits, one that is theirs or that they are asked to take over, and as a supervisor at any that is
 * live. Reads no word of it.
 */
export async function reach({ staff }: Dependencies, me: SignedIn, reference: string): Promise<Reach> {
  const listed = await staff.byReference(reference, new Date())
  if (!listed) return { kind: 'gone' }
  if (listed.status === 'closed') return { kind: 'closed' }
  const { worker } = listed
  const role = roleIn(listed, me)
  if (worker && role === 'none') return { kind: 'taken', by: worker.name, here: worker.here }
  // Whoever has it keeps it until somebody else takes over: nobody is left alone because of a rule.
  if (role !== 'owner' && (await staff.barredAmong(me.staffId, [listed.conversation])).size > 0)
    return { kind: 'partner', listed }
  return { kind: 'open', listed }
}

export interface Opened {
  readonly kind: 'open'
  readonly listed: Listed
  readonly reading: Reading
}

/** Opens a conversation. The reading and the row that says who reads are one transaction: neither is there without the other. */
export async function openFor(
  deps: Dependencies,
  me: SignedIn,
  reference: string,
  action: Extract<ReadEntry['action'], 'summary_open' | 'summary_follow' | 'export'>
): Promise<Opened | Exclude<Reach, { kind: 'open' }>> {
  const reached = await reach(deps, me, reference)
  if (reached.kind !== 'open') return reached
  const { listed } = reached
  const reading = await deps.readings.readOnRecord(listed.conversation, { staffId: me.staffId, action })
  return reading ? { kind: 'open', listed, reading } : { kind: 'gone' }
}
