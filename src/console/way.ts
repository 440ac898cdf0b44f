// The one guarded way to a conversation: listing, opening, acting and closing all go through it. What it guards no route is given
// (`Dependencies`), so that a new one cannot forget the bar between two of a couple, or the line in the record.
import type { Reading } from '../conversation/ports.ts'
import type { Listed } from '../store/desk-list.ts'
import type { ReadEntry, Readings } from '../store/readings.ts'
import type { StaffSession, StaffStore } from '../store/staff.ts'
import type { EmergencyDecision, EmergencyOutcome, UnclaimedItem } from '../store/unclaimed-list.ts'
import { roleIn } from './role-in.ts'

/** What no route has in any other way. */
export type Guarded =
  | 'byReference'
  | 'waiting'
  | 'unclaimed'
  | 'unclaimedByReference'
  | 'noteLooked'
  | 'decideEmergency'
export interface WaySources {
  readonly staff: Pick<StaffStore, Guarded | 'barredAmong'>
  readonly readings: Readings
}

export type Reach =
  | { readonly kind: 'gone' | 'closed' }
  /** They have or had whoever may be the partner of this one. */
  | { readonly kind: 'partner'; readonly listed?: Listed }
  | { readonly kind: 'taken'; readonly by: string; readonly here: boolean }
  /** Not in the queue, or left in a way that says something: everybody on duty reads them by `openUnclaimed`, and does nothing else. */
  | { readonly kind: 'apart'; readonly item: UnclaimedItem }
  | {
      readonly kind: 'open'
      readonly listed: Listed
      /** How they went, where they have left and the list of those says so. */
      readonly left: UnclaimedItem | null
    }
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
  readonly left: UnclaimedItem | null
  readonly reading: Reading
}

export interface OpenedLeft {
  readonly item: UnclaimedItem
  readonly reading: Reading
  /** As the desk knows them, where they had asked for a person. */
  readonly listed: Listed | null
}

/** number_open: with the number, and only where a supervisor is asked whether 999 may be called. */
export type LeftAction = Extract<ReadEntry['action'], 'summary_open' | 'number_open'>

type Seen = Pick<StaffSession, 'staffId' | 'name' | 'roles'>
type Decided = Pick<EmergencyDecision, 'called' | 'reason' | 'once'>

export interface Way {
  /** Whether they may; reads no word. */
  reach(me: Seen, reference: string, purpose: Purpose): Promise<Reach>
  /** Opens it for reading, on record. */
  open(me: Seen, reference: string, entry: Omit<ReadEntry, 'staffId'>): Promise<Opened | Away>
  /** Everybody at the desk, and whom of them they have to keep away from. */
  list(me: Seen, now: Date): Promise<{ readonly list: readonly Listed[]; readonly barred: ReadonlySet<string> }>
  /** Those of a list that they may read, each read on record. */
  openAll(me: Seen, list: readonly Listed[], action: ReadEntry['action']): Promise<Pick<Opened, 'listed' | 'reading'>[]>
  /** Everyone of whom staff should know though they are not in the queue, and whom of them this worker may not read. */
  unclaimed(
    me: Seen,
    now: Date
  ): Promise<{ readonly list: readonly UnclaimedItem[]; readonly barred: ReadonlySet<string> }>
  /** Those of that list that they may read, for the words that stand on it, each read on record. */
  openLeft(me: Seen, list: readonly UnclaimedItem[]): Promise<Omit<OpenedLeft, 'listed'>[]>
  /** Opens one of them, on record; from then on it calls nobody any more. Null where there is none, or no number to ask about. */
  openUnclaimed(me: Seen, reference: string, action: LeftAction, now: Date): Promise<OpenedLeft | 'partner' | null>
  /** A supervisor has decided whether 999 is called for one of them. */
  decideEmergency(me: Seen, reference: string, decided: Decided, now: Date): Promise<EmergencyOutcome>
  /** The id behind a reference, and nothing else of it. */
  named(reference: string): Promise<string | null>
}

type Named = Pick<Listed, 'conversation'>
const idsOf = (list: readonly Named[]): string[] => list.map(({ conversation }) => conversation)

/** Whether the way they went says something. */
const isTold = ({ went }: UnclaimedItem): boolean => went !== 'exit' && went !== 'quiet'

export function wayOf({ staff, readings }: WaySources): Way {
  const isBarred = async ({ staffId }: Seen, conversation: string) =>
    (await staff.barredAmong(staffId, [conversation])).size > 0

  async function reach(me: Seen, reference: string, purpose: Purpose): Promise<Reach> {
    const now = new Date()
    const listed = await staff.byReference(reference, now)
    const left = !listed || listed.status === 'left' ? await staff.unclaimedByReference(reference, now) : null
    if (!listed) return left ? { kind: 'apart', item: left } : { kind: 'gone' }
    if (UNBARRED.includes(purpose)) return { kind: 'open', listed, left }
    const { worker } = listed
    const role = roleIn(listed, me)
    if (purpose === 'look') {
      if (listed.status === 'closed') return { kind: 'closed' }
      // Whoever had them still writes down there what came of it.
      if (left && isTold(left) && role !== 'owner') return { kind: 'apart', item: left }
      if (worker && role === 'none') return { kind: 'taken', by: worker.name, here: worker.here }
    }
    // Whoever has it keeps it until somebody else takes over: nobody is left alone because of a rule.
    if (role !== 'owner' && (await isBarred(me, listed.conversation))) return { kind: 'partner', listed }
    return { kind: 'open', listed, left }
  }

  /** Those of a list that they may read. */
  async function readEach<Item extends Named>(me: Seen, list: readonly Item[], action: ReadEntry['action']) {
    const barred = await staff.barredAmong(me.staffId, idsOf(list))
    const read: { readonly item: Item; readonly reading: Reading }[] = []
    // One after another: each may have to wait for its turn to be put on record, and the pool is everybody's.
    for (const item of list) {
      if (barred.has(item.conversation)) continue
      const reading = await readings.readOnRecord(item.conversation, { staffId: me.staffId, action })
      if (reading) read.push({ item, reading })
    }
    return read
  }

  return {
    reach,
    async open(me, reference, entry) {
      const reached = await reach(me, reference, entry.action === 'break_glass' ? 'glass' : 'look')
      if (reached.kind !== 'open') return reached
      const { conversation } = reached.listed
      const reading = await readings.readOnRecord(conversation, { ...entry, staffId: me.staffId })
      return reading ? { ...reached, reading } : { kind: 'gone' }
    },
    async list({ staffId }, now) {
      const list = await staff.waiting(now)
      return { list, barred: await staff.barredAmong(staffId, idsOf(list)) }
    },
    async openAll(me, list, action) {
      const opened = await readEach(me, list, action)
      return opened.map(({ item: listed, reading }) => ({ listed, reading }))
    },
    async unclaimed({ staffId }, now) {
      const list = await staff.unclaimed(now)
      return { list, barred: await staff.barredAmong(staffId, idsOf(list)) }
    },
    openLeft: (me, list) => readEach(me, list, 'left_list'),
    async openUnclaimed(me, reference, action, now) {
      const item = await staff.unclaimedByReference(reference, now)
      if (!item || (action === 'number_open' && !item.emergency)) return null
      const { conversation } = item
      if (await isBarred(me, conversation)) return 'partner'
      const reading = await readings.readOnRecord(conversation, { staffId: me.staffId, action })
      if (!reading) return null
      await staff.noteLooked(conversation, now)
      return { item, reading, listed: await staff.byReference(reference, now) }
    },
    async decideEmergency({ staffId, name }, reference, decided, now) {
      const item = await staff.unclaimedByReference(reference, now)
      if (!item?.emergency) return 'none'
      const { conversation } = item
      return staff.decideEmergency({ ...decided, conversation, by: { id: staffId, name } }, now)
    },
    async named(reference) {
      return (await staff.byReference(reference, new Date()))?.conversation ?? null
    }
  }
}
