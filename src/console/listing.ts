// The list of the desk, as one worker sees it.
import { AT_RISK, isAtRisk } from '../conversation/unclaimed.ts'
import { byConcernAndNews, queueOrder } from '../handover/queue-order.ts'
import type { Listed } from '../store/desk-list.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import { roleIn } from './role-in.ts'
import type { SignedIn } from './signed-in.ts'

export interface Groups {
  readonly waiting: readonly Listed[]
  /** A colleague asks this one to take over. */
  readonly asked: readonly Listed[]
  readonly mine: readonly Listed[]
  readonly others: readonly Listed[]
  /** Kept apart from the waiting (domain guide, section 5). */
  readonly harmers: readonly Listed[]
  readonly left: readonly Listed[]
  /** Who is not in the queue, and cannot be taken. */
  readonly unclaimed: readonly UnclaimedItem[]
}

interface Clock {
  readonly now: Date
  /** In ms (src/handover/timings.ts). */
  readonly starvedAfter: number
}

/** Who left in danger first, then after suicide was told, then with a plea; then everybody else. */
const riskOf = ({ went }: UnclaimedItem): number => (isAtRisk(went) ? AT_RISK.indexOf(went) : AT_RISK.length)

/** The list as one worker sees it, each group in the order of the queue. */
export function groupFor(
  me: Pick<SignedIn, 'staffId' | 'roles'>,
  list: readonly Listed[],
  unclaimed: readonly UnclaimedItem[],
  clock: Clock
): Groups {
  const sorted = list.toSorted(queueOrder(clock.now, clock.starvedAfter))
  const open = sorted.filter(item => item.status === 'open')
  const queued = open.filter(item => item.worker === null && item.handover.stage !== 'callBack')
  // Nobody stands in it twice: with how they went a list says more.
  const told = new Set(unclaimed.map(({ conversation }) => conversation))
  const asked = open.filter(item => roleIn(item, me) === 'asked')
  return {
    asked,
    waiting: queued.filter(item => item.type !== 'harmer_queue'),
    mine: open.filter(item => item.worker?.id === me.staffId),
    others: open.filter(item => item.worker !== null && item.worker.id !== me.staffId && !asked.includes(item)),
    harmers: queued.filter(item => item.type === 'harmer_queue'),
    left: sorted.filter(
      item => item.status === 'left' && !told.has(item.conversation) && (!item.worker || item.worker.id === me.staffId)
    ),
    unclaimed: unclaimed.toSorted((one, other) => riskOf(one) - riskOf(other) || byConcernAndNews(one, other))
  }
}
