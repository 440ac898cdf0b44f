// Whether a worker may take a conversation, decided in the turn that gives it to them.
import type { Bar } from '../conversation/ports.ts'
import { CONVERSATIONS_AT_ONCE, URGENT_AT_ONCE } from '../limits.ts'
import { barredAmong } from './couples.ts'
import { type Load, loadOf, type OnShift, onShift } from './load.ts'
import type { Run } from './run.ts'

// Until the turn is saved or given up. Whoever waits here holds the row of another conversation, and nobody who has the lock waits
// for a row: so nobody waits in a ring.
const LOCK = `select pg_advisory_xact_lock(hashtextextended('takes ' || $1, 0))`
const URGENT = 'select urgent from handover where conversation_id = $1'

const isFull = ({ holds }: Load): boolean => holds >= CONVERSATIONS_AT_ONCE
const isFullUrgent = ({ urgent }: Load): boolean => urgent >= URGENT_AT_ONCE

/** Whether they have to keep away from this one, asked so that nothing they take at the same moment is overlooked. */
export async function isBarred(run: Run, conversation: string, worker: string): Promise<boolean> {
  await run(LOCK, [worker])
  return (await barredAmong(run, worker, [conversation])).size > 0
}

/** Why not; null where nothing speaks against it. */
export async function askBar(run: Run, conversation: string, worker: string, now: Date): Promise<Bar | null> {
  if (await isBarred(run, conversation, worker)) return 'partner'
  const load = await loadOf(run, worker, now)
  const [row] = await run<{ urgent: boolean }>(URGENT, [conversation])
  if (!row?.urgent) return isFull(load) ? 'full' : null
  const why = whyNotUrgent(load)
  return why && (await someoneElseCan(run, conversation, worker, now)) ? why : null
}

function whyNotUrgent(load: Load): Bar | null {
  if (isFull(load)) return 'full'
  if (isFullUrgent(load)) return 'fullUrgent'
  return load.pauseUntil ? 'pause' : null
}

/** Colleagues on duty who could take somebody urgent, as far as what they hold goes. */
async function freeForUrgent(run: Run, worker: string, now: Date): Promise<OnShift[]> {
  const shift = await onShift(run, now)
  return shift.filter(
    one => one.id !== worker && one.available && !isFull(one) && !isFullUrgent(one) && one.pauseUntil === null
  )
}

/** No limit and no pause may leave somebody in danger waiting: each counts only while a colleague on duty could take this one. */
async function someoneElseCan(run: Run, conversation: string, worker: string, now: Date): Promise<boolean> {
  for (const { id } of await freeForUrgent(run, worker, now)) {
    if ((await barredAmong(run, id, [conversation])).size === 0) return true
  }
  return false
}

export interface Standing extends Load {
  readonly isFull: boolean
  readonly isFullUrgent: boolean
  /** In a pause: somebody else is there for the urgent. */
  readonly isCovered: boolean
}

/** How a worker stands, for their own page. */
export async function standingOf(run: Run, worker: string, now: Date): Promise<Standing> {
  const load = await loadOf(run, worker, now)
  const isCovered = load.pauseUntil !== null && (await freeForUrgent(run, worker, now)).length > 0
  return { ...load, isFull: isFull(load), isFullUrgent: isFullUrgent(load), isCovered }
}
