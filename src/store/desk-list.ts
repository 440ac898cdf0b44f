// What the staff desk lists: who waits, who is with whom. Plain columns only: a list opens no conversation.
import type { Kysely } from 'kysely'
import type { Colleague, HandoverView } from '../conversation/handover.ts'
import { type Alarm, alarmOf } from '../conversation/returns.ts'
import { CALL_BACK_HELD, LEFT_SHOWN, ON_DUTY_HEARD } from '../limits.ts'
import type { Channel } from '../questions/answer.ts'
import type { Mark } from '../questions/mark.ts'
import type { BandName } from '../triage/band.ts'
import type { HandoverType } from '../triage/handover-type.ts'
import type { WorkerBandName } from '../triage/worker-band.ts'
import { returnsOf } from './rows.ts'
import type { Database } from './schema.ts'

export interface Listed {
  readonly conversation: string
  readonly reference: string
  readonly channel: Channel
  readonly locale: string
  readonly status: 'open' | 'left' | 'closed'
  readonly type: HandoverType
  readonly urgent: boolean
  readonly band: BandName
  readonly workerBand: WorkerBandName | null
  readonly requestedAt: Date
  /** Somebody else may have the person's phone. */
  readonly alarm: Alarm | null
  /** When anything last changed: for one that was left, the moment they left. */
  readonly changedAt: Date
  /** When the person last did anything. */
  readonly heardAt: Date
  /** Something grave they wrote has not been asked about yet. */
  readonly unasked: boolean
  /** What a worker must know before they open it. */
  readonly mark: Mark | null
  /** By text: the carrier takes nothing to their number any more. */
  readonly textsBlocked: boolean
  /** The worker whose conversation it is; `here` is false when their console has not been heard for a while. */
  readonly worker: { readonly id: string; readonly name: string; readonly here: boolean } | null
  /** Who is contacting them as agreed, or did last; `isOn` is false when they have held it for too long. */
  readonly caller: (Colleague & { readonly since: Date; readonly isOn: boolean }) | null
  /** Where the handover stands. */
  readonly handover: HandoverView
}

const listed = (db: Kysely<Database>, now: Date) =>
  db
    .selectFrom('conversation')
    .innerJoin('handover', 'handover.conversation_id', 'conversation.id')
    .where('conversation.expires_at', '>', now)
    .select(['id', 'reference', 'channel', 'locale', 'status', 'type', 'urgent', 'requested_at', 'updated_at'])
    .select(['heard_at', 'unasked', 'mark'])
    .select(['worker_id', 'worker_name', 'wrong_words', 'decoy_at', 'back_at', 'texts_blocked'])
    .select(['band', 'worker_band', 'state', 'caller_id', 'caller_name', 'caller_at'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('staff_session')
          .select('staff_id')
          .whereRef('staff_id', '=', 'worker_id')
          .where('last_seen_at', '>', new Date(now.getTime() - ON_DUTY_HEARD))
      ).as('worker_here')
    )

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>

const fromRow = (row: ListedRow, now: Date): Listed => ({
  conversation: row.id,
  reference: row.reference,
  channel: row.channel,
  locale: row.locale,
  status: row.status,
  type: row.type as HandoverType,
  urgent: row.urgent,
  band: row.band as BandName,
  workerBand: row.worker_band as WorkerBandName | null,
  requestedAt: row.requested_at,
  alarm: alarmOf(returnsOf(row)),
  changedAt: row.updated_at,
  heardAt: row.heard_at,
  unasked: row.unasked,
  mark: row.mark as Mark | null,
  textsBlocked: row.texts_blocked !== null,
  worker: row.worker_id ? { id: row.worker_id, name: row.worker_name ?? '', here: Boolean(row.worker_here) } : null,
  caller: callerOf(row, now),
  handover: row.state?.view ?? before(row)
})

/** Only while there is something agreed: whoever came back since is in the queue. */
function callerOf({ state, caller_id, caller_name, caller_at }: ListedRow, now: Date): Listed['caller'] {
  if (state?.view.stage !== 'callBack' || !caller_id || !caller_at) return null
  const isOn = now.getTime() - caller_at.getTime() < CALL_BACK_HELD
  return { id: caller_id, name: caller_name ?? '', since: caller_at, isOn }
}

/** What was handed over before there was a machine for it: its next turn makes one. */
const before = ({ status, worker_id, worker_name }: ListedRow): HandoverView => ({
  stage: status === 'open' ? (worker_id ? 'live' : 'queued') : status,
  alert: 'none',
  presence: 'present',
  worker: worker_id ? { id: worker_id, name: worker_name ?? '' } : null,
  last: null,
  transfer: null,
  helpers: [],
  front: false,
  open: true,
  mayCallBack: false
})

/** Everyone handed over and not closed. Those who left stay in the list for LEFT_SHOWN, so that somebody notices. */
export async function deskList(db: Kysely<Database>, now: Date): Promise<Listed[]> {
  const rows = await listed(db, now)
    .where(({ and, eb, or }) =>
      or([
        eb('status', '=', 'open'),
        and([eb('status', '=', 'left'), eb('updated_at', '>', new Date(now.getTime() - LEFT_SHOWN))])
      ])
    )
    .execute()
  return rows.map(row => fromRow(row, now))
}

/** One conversation by the reference staff know it by; null when it was never handed over, or is gone. */
export async function byReference(db: Kysely<Database>, reference: string, now: Date): Promise<Listed | null> {
  const row = await listed(db, now).where('reference', '=', reference).executeTakeFirst()
  return row ? fromRow(row, now) : null
}
