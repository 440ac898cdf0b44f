// How a listed conversation reads in words.
import { byUrgency } from '../handover/queue-order.ts'
import type { Channel } from '../questions/answer.ts'
import type { Listed } from '../store/desk-list.ts'
import type { HandoverType } from '../triage/handover-type.ts'
import type { StaffKey } from '../wording/keys.ts'

export const TYPE_WORDS = {
  urgent: 'typeUrgent',
  urgent_safeguarding: 'typeUrgentSafeguarding',
  priority: 'typePriority',
  standard: 'typeStandard',
  queued_safe_contact_only: 'typeQueuedSafeContactOnly',
  harmer_queue: 'typeHarmerQueue',
  none: 'typeNone'
} as const satisfies Record<HandoverType, StaffKey>

export const CHANNEL_WORDS = { web: 'channelWeb', sms: 'channelSms' } as const satisfies Record<Channel, StaffKey>

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

/** "Polish" for pl. A locale nobody has a name for is shown as it is. */
export function languageName(locale: string): string {
  try {
    return languages.of(locale) ?? locale
  } catch {
    return locale
  }
}

export interface Groups {
  readonly waiting: readonly Listed[]
  readonly mine: readonly Listed[]
  readonly others: readonly Listed[]
  /** Kept apart from the waiting (domain guide, section 5). */
  readonly harmers: readonly Listed[]
  readonly left: readonly Listed[]
}

/** The list as one worker sees it, each group in the order of the queue. */
export function groupFor(staffId: string, list: readonly Listed[]): Groups {
  const sorted = list.toSorted(byUrgency)
  const open = sorted.filter(item => item.status === 'open')
  const queued = open.filter(item => item.worker === null)
  return {
    waiting: queued.filter(item => item.type !== 'harmer_queue'),
    mine: open.filter(item => item.worker?.id === staffId),
    others: open.filter(item => item.worker !== null && item.worker.id !== staffId),
    harmers: queued.filter(item => item.type === 'harmer_queue'),
    left: sorted.filter(item => item.status === 'left' && (!item.worker || item.worker.id === staffId))
  }
}
