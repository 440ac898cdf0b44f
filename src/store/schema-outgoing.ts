// The tables of what leaves, or is mirrored elsewhere, as Kysely sees them.
import type { Generated } from 'kysely'
import type { Time } from './time-column.ts'

interface EventTable {
  id: Generated<string>
  kind: string
  conversation_id: string
  reference: string
  at: Date
}
interface DeliveryTable {
  id: Generated<string>
  way: 'webhook' | 'onCall' | 'referral' | 'auditors'
  kind: string
  conversation_id: string
  reference: string
  /** When what it tells happened. */
  at: Date
  /** The address a worker writes to, sealed; of a referral only. */
  recipient: Buffer | null
  state: Generated<'pending' | 'sent' | 'failed' | 'dropped'>
  /** What went, or why nothing did: one word of ours. */
  said: Generated<string | null>
  attempts: Generated<number>
  next_at: Date
  done_at: Generated<Date | null>
}
interface AzureThreadTable {
  id: Generated<string>
  conversation_id: string
  reference: string
  channel: 'web' | 'sms'
  worker_id: string
  /** Their user in Azure. */
  worker: string
  state: Generated<'opening' | 'open' | 'closing'>
  /** Who stands for the person there. */
  visitor: string | null
  /** A thread was asked for: there may be one, even while we do not know its id. */
  asked: Generated<boolean>
  thread: string | null
  greeted: Generated<boolean>
  mirrored_seq: Generated<number>
  /** The last message of ours that was looked at. */
  seen_seq: Generated<number>
  polled_at: Time
  behind_since: Date | null
  tries: Generated<number>
  /** Who works on it, until `next_at`. */
  held_by: string | null
  next_at: Time
}
interface AzureHeardTable {
  azure_thread_id: string
  message_id: string
  seq: number | null
  refused: string | null
  answered: Generated<boolean>
}

export interface OutgoingTables {
  event: EventTable
  delivery: DeliveryTable
  azure_thread: AzureThreadTable
  azure_heard: AzureHeardTable
}
