// The one guarded way to a conversation: listing, opening, acting and closing all go through it. What it guards no route is given
// (`Dependencies`), so that a new one cannot forget the bar between two of a couple, or the line in the record.
import type { Reading } from '../conversation/ports.ts'
import type { Listed } from '../store/desk-list.ts'
import type { ReadEntry, Readings } from '../store/readings.ts'
import type { StaffSession, StaffStore } from '../store/staff.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import { roleIn } from './role-in.ts'

/** What no route has in any other way. */
export type Guarded = 'byReference' | 'waiting' | 'unclaimed' | 'unclaimedByReference'
export interface WaySources {
  readonly staff: Pick<StaffStore, Guarded | 'barredAmong'>
  readonly readings: Readings
}

export type Reach =
  | { readonly kind: 'gone' | 'closed' }
  /** They have or had whoever may be the partner of this one. */
  | { readonly kind: 'partner'; readonly listed?: Listed }
  | { readonly kind: 'taken'; readonly by: string; readonly here: boolean }
  | { readonly kind: 'open'; readonly listed: Listed }
export type Away = Exclude<Reach, { kind: 'open' }>

/**
 * look: reading, and whatever shows what was said. write: whose it is the turn decides under its lock, also of one that ended, so that
 * words that went are never called unsent. release: letting go of what is theirs. bringBack: nothing is shown for it, and nobody is left with a worker who is gone. glass: a
 * supervisor reads what is not theirs, for a reason that stays on record.
 */
export type Purpose = 'look' | 'write' | 'release' | 'bringBack' | 'glass'

const UNBARRED: readonly Purpose[] = ['release', 'bringBack', 'glass']

export interface Opened {
  readonly kind: 'open'
  readonly listed: Listed
  readonly reading: Reading
}

type Seen = Pick<StaffSession, 'staffId' | 'roles'>

export interface Way {
  /** Whether they may; reads no word. */
  reach(me: Seen, reference: string, purpose: Purpose): Promise<Reach>
  /** Opens it for reading, on record. */
  open(me: Seen, reference: string, entry: Omit<ReadEntry, 'staffId'>): Promise<Opened | Away>
  /** Everybody at the desk, and whom of them they have to keep away from. */
  list(me: Seen, now: Date): Promise<{ readonly list: readonly Listed[]; readonly barred: ReadonlySet<string> }>
  /** Those of a list that they may read, each read on record. */
  openAll(me: Seen, list: readonly Listed[], action: ReadEntry['action']): Promise<Opened[]>
  /** Everyone of whom staff should know though nobody was asked to join them. */
  unclaimed(now: Date): Promise<UnclaimedItem[]>
  openUnclaimed(
    me: Seen,
    reference: string,
    now: Date
  ): Promise<{ readonly item: UnclaimedItem; readonly reading: Reading } | 'partner' | null>
  /** The id behind a reference, and nothing else of it. */
  named(reference: string): Promise<string | null>
}

export function wayOf({ staff, readings }: WaySources): Way {
  const isBarred = async ({ staffId }: Seen, conversation: string) =>
    (await staff.barredAmong(staffId, [conversation])).size > 0

  async function reach(me: Seen, reference: string, purpose: Purpose): Promise<Reach> {
    const listed = await staff.byReference(reference, new Date())
    if (!listed) return { kind: 'gone' }
    if (UNBARRED.includes(purpose)) return { kind: 'open', listed }
    const { worker } = listed
    const role = roleIn(listed, me)
    if (purpose === 'look') {
      if (listed.status === 'closed') return { kind: 'closed' }
      if (worker && role === 'none') return { kind: 'taken', by: worker.name, here: worker.here }
    }
    // Whoever has it keeps it until somebody else takes over: nobody is left alone because of a rule.
    if (role !== 'owner' && (await isBarred(me, listed.conversation))) return { kind: 'partner', listed }
    return { kind: 'open', listed }
  }

  return {
    reach,
    async open(me, reference, entry) {
      const reached = await reach(me, reference, entry.action === 'break_glass' ? 'glass' : 'look')
      if (reached.kind !== 'open') return reached
      const { listed } = reached
      const reading = await readings.readOnRecord(listed.conversation, { ...entry, staffId: me.staffId })
      return reading ? { kind: 'open', listed, reading } : { kind: 'gone' }
    },
    async list({ staffId }, now) {
      const list = await staff.waiting(now)
      const ids = list.map(({ conversation }) => conversation)
      return { list, barred: await staff.barredAmong(staffId, ids) }
    },
    async openAll(me, list, action) {
      const ids = list.map(({ conversation }) => conversation)
      const barred = await staff.barredAmong(me.staffId, ids)
      const opened: Opened[] = []
      // One after another: each may have to wait for its turn to be put on record, and the pool is everybody's.
      for (const listed of list) {
        if (barred.has(listed.conversation)) continue
        const reading = await readings.readOnRecord(listed.conversation, { staffId: me.staffId, action })
        if (reading) opened.push({ kind: 'open', listed, reading })
      }
      return opened
    },
    unclaimed: now => staff.unclaimed(now),
    async openUnclaimed(me, reference, now) {
      const item = await staff.unclaimedByReference(reference, now)
      if (!item) return null
      if (await isBarred(me, item.conversation)) return 'partner'
      const entry = { staffId: me.staffId, action: 'summary_open' } as const
      const reading = await readings.readOnRecord(item.conversation, entry)
      return reading && { item, reading }
    },
    async named(reference) {
      return (await staff.byReference(reference, new Date()))?.conversation ?? null
    }
  }
}
