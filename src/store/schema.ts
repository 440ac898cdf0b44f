// The tables as Kysely sees them. Everything a person said is sealed (bytea); plain columns hold only what jobs must read.
import type { Generated } from 'kysely'
import type { HandoverState } from '../conversation/handover.ts'
import type { Went } from '../conversation/unclaimed.ts'
import type { OutgoingTables } from './schema-outgoing.ts'
import type { StaffTables } from './schema-staff.ts'
import type { Time } from './time-column.ts'

interface ConversationTable {
  id: string
  reference: string
  channel: 'web' | 'sms'
  locale: string
  flow: string
  snapshot: Buffer
  owner: 'assistant' | 'queue' | 'worker'
  worker_id: string | null
  worker_name: string | null
  status: 'open' | 'left' | 'closed'
  last_seq: number
  answer_count: number
  counted: Generated<boolean>
  access_hash: Buffer | null
  peer_hash: Buffer | null
  /** SHA-256 of the secret with which a browser may come back. */
  return_hash: Buffer | null
  /** A safe word was given. */
  can_return: Generated<boolean>
  wrong_words: Generated<number>
  decoy_at: Generated<Date | null>
  back_at: Generated<Date | null>
  /** When the person's page was last known to be open. */
  seen_at: Time
  opened_at: Time
  updated_at: Time
  expires_at: Date
  /** Their number, sealed. */
  phone: Buffer | null
  /** When they last did anything. */
  heard_at: Time
  /** The carrier's code for taking no text to their number any more. */
  texts_blocked: Generated<string | null>
}
interface ConversationKeyTable {
  conversation_id: string
  wrapped: Buffer
}
interface InboundTable {
  conversation_id: string
  message_id: string
  received_at: Time
}
interface MessageTable {
  conversation_id: string
  seq: number
  sender: 'person' | 'assistant' | 'worker'
  kind: 'said' | 'answer' | 'ask' | 'card' | 'note' | 'status'
  body: Buffer
  at: Time
}
interface AnswerTable {
  conversation_id: string
  n: number
  kind: 'answer' | 'withheld' | 'band' | 'record' | 'note'
  body: Buffer
}
interface OutboxTable {
  id: Generated<string>
  conversation_id: string
  seq: number
  not_after: Date
  state: 'pending' | 'sent' | 'dropped'
  /** Why it was dropped: a refusal of the gate, or `failed` where the carrier would not have it. */
  reason: string | null
  attempts: Generated<number>
  next_at: Time
  /** Saved before it is handed over: whoever finds it must look first whether it went. */
  tried_at: Generated<Date | null>
  sent_at: Generated<Date | null>
  /** The carrier's id of it. */
  record: Generated<string | null>
  /** The carrier's last word about it. */
  carrier: Generated<string | null>
}
interface TextInTable {
  n: Generated<string>
  record: string
  peer_hash: Buffer | null
  /** Sealed; null once it was taken up. */
  body: Buffer | null
  received_at: Time
  tries: Generated<number>
  next_at: Time
}
interface CarrierRecordTable {
  record: string
  due_at: Date
  tries: Generated<number>
}
interface TimerTable {
  conversation_id: string
  /** `accessIdle`, or a clock of the handover by the name it has there. */
  kind: string
  due_at: Date
}
interface HandoverTable {
  conversation_id: string
  type: string
  urgent: boolean
  band: string
  worker_band: string | null
  requested_at: Time
  accepted_at: Date | null
  harmer: Generated<boolean>
  /** Something grave they wrote has not been asked about yet. */
  unasked: Generated<boolean>
  /** What a worker must know before they open it: the name of a mark. */
  mark: Generated<string | null>
  /** Where its machine stands: names of states, ids and first names of staff, no word of the person. */
  state: HandoverState | null
  /** Who is contacting them as agreed, since when. */
  caller_id: Generated<string | null>
  caller_name: Generated<string | null>
  caller_at: Generated<Date | null>
}
interface HeldTable {
  conversation_id: string
  staff_id: string
  closed_at: Date | null
}
interface PartnerLinkTable {
  conversation_id: string
  partner_id: string
}
interface UnclaimedTable {
  conversation_id: string
  band: string
  went: Went
  unread: Generated<boolean>
  /** When the person was last heard. */
  heard_at: Date
  /** When somebody on duty first opened it. */
  looked_at: Generated<Date | null>
  /** Whether 999 was called for them; null while nobody has decided. */
  emergency_called: Generated<boolean | null>
  /** First name of the supervisor who decided. */
  emergency_by: Generated<string | null>
  emergency_at: Generated<Date | null>
  emergency_once: Generated<string | null>
}
interface DatasetRowTable {
  quarter: string
  area: string
  channel: string
  language_group: string
  audience: string
  referrer_type: string
  age_band: string
  gender: string
  needs: string[]
  help_sought_before: string
  band: string
  worker_band: string | null
  policy_version: number
  wanted: string
  matched_kinds: string[]
  offered: string
  declined_because: string | null
  sanctuary_matched: boolean
  tenure: string
  harmer_route: boolean
  unmet_needs: string[]
  time_to_person: string
  ended: string
}
/** Rows that are not in the dataset yet; the body is sealed. */
interface DatasetWaitingTable {
  id: string
  quarter: string
  body: Buffer
}
interface FlowTable {
  version: string
  data: string
}
interface SettingTable {
  name: string
  value: Buffer
}

export interface Database extends StaffTables, OutgoingTables {
  conversation: ConversationTable
  conversation_key: ConversationKeyTable
  inbound: InboundTable
  message: MessageTable
  answer: AnswerTable
  outbox: OutboxTable
  text_in: TextInTable
  carrier_record: CarrierRecordTable
  timer: TimerTable
  handover: HandoverTable
  held: HeldTable
  partner_link: PartnerLinkTable
  unclaimed: UnclaimedTable
  dataset_row: DatasetRowTable
  dataset_waiting: DatasetWaitingTable
  flow: FlowTable
  setting: SettingTable
}
