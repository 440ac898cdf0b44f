import type { KeyObject } from 'node:crypto'
import type { Conversation, Delivery, Owner } from '../conversation/conversation.ts'
import type { HandoverState } from '../conversation/handover.ts'
import type { Returns } from '../conversation/returns.ts'
import { openPhone, openSnapshot } from './sealed.ts'

/** The columns of `conversation` a turn needs, as the driver returns them. */
export interface ConversationRow {
  readonly id: string
  readonly reference: string
  readonly channel: 'web' | 'sms'
  readonly locale: string
  readonly flow: string
  readonly snapshot: Buffer
  readonly owner: 'assistant' | 'queue' | 'worker'
  readonly worker_id: string | null
  readonly worker_name: string | null
  readonly status: 'open' | 'left' | 'closed'
  readonly wrong_words: number
  readonly decoy_at: Date | null
  readonly back_at: Date | null
  readonly last_seq: number
  readonly answer_count: number
  readonly opened_at: Date
  readonly expires_at: Date
  readonly heard_at: Date
  readonly phone: Buffer | null
  readonly texts_blocked: string | null
  /** Left out where it does not matter. */
  readonly handover_state?: HandoverState | null
  /** By text: whether anything was said to them, and when the last of it left. */
  readonly spoken?: boolean
  readonly spoken_at?: Date | null
}

const ownerOf = (row: ConversationRow): Owner =>
  row.owner === 'worker'
    ? { kind: 'worker', id: row.worker_id ?? '', name: row.worker_name ?? '' }
    : { kind: row.owner }

/** What words said at the door did: readable without the key. */
export const returnsOf = (row: Pick<ConversationRow, 'wrong_words' | 'decoy_at' | 'back_at'>): Returns => ({
  wrongWords: row.wrong_words,
  decoyAt: row.decoy_at,
  backAt: row.back_at
})

/** A row and its key become the conversation the domain knows. */
export const conversationOf = (row: ConversationRow, key: KeyObject): Conversation => ({
  id: row.id,
  reference: row.reference,
  channel: row.channel,
  locale: row.locale,
  flow: row.flow,
  snapshot: openSnapshot(key, row.id, row.snapshot),
  owner: ownerOf(row),
  status: row.status,
  handoverState: row.handover_state ?? null,
  returns: returnsOf(row),
  lastSeq: row.last_seq,
  openedAt: row.opened_at,
  expiresAt: row.expires_at,
  heardAt: row.heard_at,
  phone: row.phone ? openPhone(key, row.id, row.phone) : null,
  textsBlocked: row.texts_blocked !== null,
  ...(row.spoken ? { spokenAt: row.spoken_at ?? null } : {})
})

const FAILED = ['undelivered', 'failed', 'canceled']
const ARRIVED = ['delivered', 'read']

/** How far a text got, from its row of the outbox. */
export function deliveryOf(
  state: 'pending' | 'sent' | 'dropped',
  reason: string | null,
  carrier: string | null
): Delivery {
  if (state === 'dropped') return reason === 'failed' || reason === 'blocked' ? 'unsent' : 'withheld'
  if (carrier && FAILED.includes(carrier)) return 'failed'
  if (carrier && ARRIVED.includes(carrier)) return 'delivered'
  return state === 'sent' ? 'sent' : 'waiting'
}
