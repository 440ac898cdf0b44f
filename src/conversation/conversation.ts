// The nouns of a conversation, as the domain sees them: no rows, no ciphertext, no HTTP.
import type { Snapshot } from '../flow/step.ts'
import type { AnswerRecord, Channel, WithholdRecord } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Mark } from '../questions/mark.ts'
import type { BandName } from '../triage/band.ts'
import type { HandoverType } from '../triage/handover-type.ts'
import type { WorkerBand } from '../triage/worker-band.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { HandoverState, NoticeKind } from './handover.ts'
import type { OnRecord } from './on-record.ts'
import type { Note, Recorded } from './recorded.ts'
import type { Returns } from './returns.ts'
import type { Unclaimed } from './unclaimed.ts'

/** Who may speak. Law 3: exactly one of them, decided by the server. */
export type Owner =
  | { readonly kind: 'assistant' }
  | { readonly kind: 'queue' }
  | { readonly kind: 'worker'; readonly id: string; readonly name: string }

/** left: the person went; nothing is ever sent again. closed: a worker ended it. */
export type Status = 'open' | 'left' | 'closed'

export interface Conversation {
  readonly id: string
  /** Short random reference for staff: never sequential, says nothing. */
  readonly reference: string
  readonly channel: Channel
  readonly locale: string
  /** Version of the flow it runs under (hash of its content). */
  readonly flow: string
  readonly snapshot: Snapshot
  readonly owner: Owner
  readonly status: Status
  /** Where the handover stands; null while nobody was asked to join. */
  readonly handoverState: HandoverState | null
  /** What words said at the door did. */
  readonly returns: Returns
  /** Sequence number of the last message. */
  readonly lastSeq: number
  readonly openedAt: Date
  /** When the person last did anything. */
  readonly heardAt: Date
  /** By text: their number, E.164. Null on the web. */
  readonly phone: string | null
  /** The carrier takes no text to their number any more. */
  readonly textsBlocked: boolean
  /**
   * When what was said last by text began to leave, so that it may have been read; null while it has not. On the web, and
   * before anything was said, undefined.
   */
  readonly spokenAt?: Date | null
  readonly expiresAt: Date
}

export type Speaker = 'person' | 'assistant' | 'worker'

/**
 * said: own words, or a sentence of the assistant. answer: a choice, by its label. ask: a question put. card: urgent help. note: why something was not done.
 * status: who is there (a queue, a person, nobody).
 */
export type MessageKind = 'said' | 'answer' | 'ask' | 'card' | 'note' | 'status'

export interface Message {
  readonly seq: number
  readonly from: Speaker
  readonly kind: MessageKind
  readonly text: string
  readonly locale: string
  readonly at: Date
  /** The question asked, or the one this answers. */
  readonly question?: QuestionId
  readonly key?: MessageKey
  /** A worker's name as the person sees it: of the one who speaks, or of whom it is said that they are there. */
  readonly by?: string
  /** By text: how far it got. */
  readonly delivery?: Delivery
}
export type NewMessage = Omit<Message, 'seq' | 'at' | 'delivery'>

/**
 * How far a text got. waiting: not handed over yet. sent: the carrier has it. delivered: the phone has it. failed: the carrier
 * could not bring it. withheld: the gate stopped it. unsent: nobody would take it.
 */
export type Delivery = 'waiting' | 'sent' | 'delivered' | 'failed' | 'withheld' | 'unsent'

export interface HandoverRequest {
  readonly type: HandoverType
  readonly urgent: boolean
  /** The assistant's band as it stands: it orders the queue until a worker sets their own. */
  readonly band: BandName
  /** About their own behaviour, however urgent: never for the worker of the other person. */
  readonly harmer: boolean
  /** Something grave they wrote has not been asked about yet. It changes no band: nothing written counts before a plain answer. */
  readonly unasked: boolean
  /** What a worker must know before they open it. */
  readonly mark: Mark | null
}

/** Everything one turn changes. Saved whole or not at all. */
export interface Change {
  readonly snapshot?: Snapshot
  readonly locale?: string
  readonly owner?: Owner
  readonly status?: Status
  readonly expiresAt?: Date
  readonly messages: readonly NewMessage[]
  readonly answers?: readonly AnswerRecord[]
  readonly withheld?: readonly WithholdRecord[]
  /** Added to those there are: what a worker decided before is kept. */
  readonly workerBands?: readonly WorkerBand[]
  /** Added to what workers wrote down before. */
  readonly records?: readonly Recorded[]
  readonly notes?: readonly Note[]
  readonly handover?: HandoverRequest
  /** Where the handover stands from now on; its clocks are set and stopped by it. */
  readonly handoverState?: HandoverState
  /** What people outside are told: that something happened, never what was said. */
  readonly notices?: readonly NoticeKind[]
  /** What the record of staff keeps of it. */
  readonly onRecord?: OnRecord
  /** Nobody did anything: a clock did. It does not count as a sign of life. */
  readonly byClock?: boolean
  /** What staff may know of somebody who is not in the queue; null: nothing, any more. */
  readonly unclaimed?: Unclaimed | null
  /** Pushed messages of an SMS conversation leave by the outbox, not after this moment. */
  readonly sendNotAfter?: Date
  /** The person did something: they are there. */
  readonly heard?: boolean
  /** The person's access ends now: their session is no longer theirs. */
  readonly endAccess?: boolean
  /** From now on this opens the conversation, and nothing that did before: SHA-256 of the secret in a cookie. */
  readonly access?: Buffer
  /** From now on texts from this number come here: its keyed hash. */
  readonly peer?: Buffer
  readonly returns?: Returns
  /** Tell every open page and console that this conversation changed. */
  readonly announce?: boolean
}
