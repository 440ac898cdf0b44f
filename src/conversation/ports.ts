// What the conversation needs from outside. The store, the desk and the clock implement these; nothing here knows them.

import type { Snapshot } from '../flow/step.ts'
import type { AnswerRecord, Channel, WithholdRecord } from '../questions/answer.ts'
import type { WorkerBand } from '../triage/worker-band.ts'
import type { Change, Conversation, Message, NewMessage } from './conversation.ts'
import type { Note, Recorded } from './recorded.ts'

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
  /** The number itself, E.164: stored sealed. Null on the web. */
  readonly phone: string | null
  /** With a safe word it leads back here: SHA-256 of the secret in the browser's other cookie, or the hash of the number. */
  readonly returnBy: Buffer | null
  readonly expiresAt: Date
  readonly accessIdleAt: Date | null
}

export interface Decision<R> {
  readonly change: Change | null
  readonly result: R
}

/**
 * Why a worker may not take a conversation. partner: it may be the partner of somebody they have or had. full, fullUrgent: they have as
 * many as one worker holds. pause: they have just closed an urgent one, and somebody else could take this one.
 */
export type Bar = 'partner' | 'full' | 'fullUrgent' | 'pause'

/**
 * What speaks against this worker taking the conversation of the turn. Asked under a lock of their own, kept until the turn is saved: two
 * they take at the same moment are counted one after the other.
 */
export type AskBar = (worker: string) => Promise<Bar | null>

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
  /** What workers wrote down, oldest first. For staff only. */
  readonly records: readonly Recorded[]
  /** Private notes, oldest first: on the staff's page, and in nothing that travels. */
  readonly notes: readonly Note[]
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
    decide: (conversation: Conversation, now: Date, bar: AskBar) => Promise<Decision<R>>
  ): Promise<TurnResult<R>>
  byAccess(access: Buffer): Promise<string | null>
  /** The newest open conversation of a browser that a word can open again, if there is one. */
  byReturn(returnBy: Buffer): Promise<string | null>
  /** Notes that the person's page is open. */
  seen(conversation: string): Promise<void>
  /**
   * The open conversation of a phone, if there is one. One that nobody has touched for ACCESS_IDLE is let go as a silent page
   * is: unless a worker was asked for, and they have no word to come back with.
   */
  byPeer(peer: Buffer): Promise<string | null>
  /** The conversation a text of this number was dealt with in, also one that it ended; null when it was not yet. */
  heardIn(peer: Buffer, messageId: string): Promise<string | null>
  /** From now on texts from its number do not come to this conversation any more. */
  letGo(conversation: string): Promise<void>
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

/**
 * Passes with the moment, is stored nowhere, and says a fact, never a word: somebody writes; is a page of theirs open (asked,
 * answered, or just closed)?
 */
export type Sign = 'workerWrites' | 'personWrites' | 'pageAsked' | 'pageOpen' | 'pageClosed'

/** Says that something changed, never what: topics are conversation ids and 'queue'. */
export interface Bell {
  /** Gives a sign to every process. It may be lost: nobody is told, and nothing may rest on it. */
  sign(conversation: string, sign: Sign): void
  /** Calls back for every sign of this kind, and for nothing else. Returns how to stop. */
  onSign(conversation: string, sign: Sign, heard: () => void): () => void
  /** Calls back on every change of the topic, and once after a lost connection ("read again"). Returns how to stop. */
  listen(topic: string, changed: () => void): () => void
}

/** A text on its way to a phone. */
export interface OutgoingText {
  /** Ours: the same text always has the same. */
  readonly id: string
  readonly conversation: string
  /** E.164. */
  readonly to: string
  readonly text: string
  /** After this moment it must not arrive any more. */
  readonly notAfter: Date
}

export type Handed =
  /** The carrier has it, under this id of its own. */
  | { readonly kind: 'taken'; readonly record: string }
  /** It takes no text to this number any more. */
  | { readonly kind: 'blocked'; readonly code: string }
  /** It will never take this one. */
  | { readonly kind: 'refused' }
  /** It was not taken now: try again later. */
  | { readonly kind: 'again' }
  /** No answer came, so nobody knows whether it was taken: look before it is tried again. */
  | { readonly kind: 'unknown' }

/** A phone on the other side, as the carrier lets us reach it. */
export interface Phone {
  /** Hands a text over. Never throws for what the carrier does. */
  send(text: OutgoingText): Promise<Handed>
  /** Whether a try since then was taken after all: the carrier's ids of what may be it, oldest first. Throws when it cannot be asked. */
  find(text: OutgoingText, since: Date): Promise<readonly string[]>
  /** Deletes what the carrier keeps under an id. False: not yet. */
  forget(record: string): Promise<boolean>
}

/** A text as the carrier brought it. */
export interface CameIn {
  /** The carrier's id: the same text always has the same. */
  readonly record: string
  /** E.164. */
  readonly from: string
  readonly text: string
  /** A picture came with it, or something else that is not opened here. */
  readonly picture: boolean
  /** The carrier has answered it already, as one of its own words. */
  readonly answered: 'STOP' | 'START' | 'HELP' | null
}

export interface TextIn extends CameIn {
  /** Keyed hash of the number. */
  readonly peer: Buffer
  /** When it reached us. */
  readonly at: Date
}

export interface TextsIn {
  keep(text: CameIn): Promise<void>
  next(take: (text: TextIn) => Promise<void>, now: Date): Promise<boolean>
}

/** What the carrier reports about a text. */
export interface Report {
  readonly record: string
  /** Our own id, where it came back. */
  readonly id: string | null
  readonly status: string
  /** Why it takes no text to this number any more; null when it does. */
  readonly blocked: string | null
}

export interface Deliveries {
  note(report: Report): Promise<void>
}
