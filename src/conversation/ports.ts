// What the conversation needs from outside. The store, the desk and the clock implement these; nothing here knows them.

import type { Snapshot } from '../flow/step.ts'
import type { AnswerRecord, Channel, WithholdRecord } from '../questions/answer.ts'
import type { WorkerBand } from '../triage/worker-band.ts'
import type { Change, Conversation, Message, NewMessage } from './conversation.ts'

export interface NewConversation {
  readonly channel: Channel
  readonly locale: string
  readonly flow: string
  readonly snapshot: Snapshot
  readonly messages: readonly NewMessage[]
  /** SHA-256 of the secret in the person's cookie: their only way back in. Null on SMS. */
  readonly access: Buffer | null
  /** Keyed hash of the phone number, so that the next text finds its conversation. Null on the web. */
  readonly peer: Buffer | null
  /** SHA-256 of the secret in the browser's other cookie: with a safe word it leads back here. Null on SMS. */
  readonly returnBy: Buffer | null
  readonly expiresAt: Date
  readonly accessIdleAt: Date | null
}

export interface Decision<R> {
  readonly change: Change | null
  readonly result: R
}

export type TurnResult<R> =
  | { readonly kind: 'done'; readonly result: R }
  /** This message was handled before: nothing was done again. */
  | { readonly kind: 'duplicate' }
  /** There is no such conversation (any more). */
  | { readonly kind: 'gone' }

export interface Reading {
  readonly conversation: Conversation
  readonly messages: readonly Message[]
  readonly answers: readonly AnswerRecord[]
  readonly withheld: readonly WithholdRecord[]
  /** Every band a worker set, oldest first. For staff only. */
  readonly workerBands: readonly WorkerBand[]
}

export interface Store {
  /** Creates a conversation; a second call with the same access or peer returns the first one's id. */
  open(conversation: NewConversation): Promise<string>
  /**
   * One turn, one transaction: refuse a message id seen before, lock the conversation, read it, decide, save.
   * `decide` may be slow or throw: then nothing is saved and the message may be sent again.
   */
  turn<R>(
    conversation: string,
    messageId: string,
    decide: (conversation: Conversation, now: Date) => Promise<Decision<R>>
  ): Promise<TurnResult<R>>
  byAccess(access: Buffer): Promise<string | null>
  /** The newest open conversation of a browser that a word can open again, if there is one. */
  byReturn(returnBy: Buffer): Promise<string | null>
  /** Notes that the person's page is open. */
  seen(conversation: string): Promise<void>
  /** The open conversation of a phone, if there is one. */
  byPeer(peer: Buffer): Promise<string | null>
  /** A conversation with its messages after `afterSeq` (0: all), and its answer log. Null when there is none. */
  read(conversation: string, afterSeq?: number): Promise<Reading | null>
}

/** What is true about people being there, at this moment. Sentences that claim it are said only when it is so. */
export interface Availability {
  readonly onDuty: boolean
  readonly open: boolean
  /** When it opens next, in words for the person; null when that is not known. */
  readonly opensAt: string | null
}

export interface Desk {
  availability(now: Date): Promise<Availability>
}

/** Says that something changed, never what: topics are conversation ids and 'queue'. */
export interface Bell {
  /** Calls back on every change of the topic, and once after a lost connection ("read again"). Returns how to stop. */
  listen(topic: string, changed: () => void): () => void
}
