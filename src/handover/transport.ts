// A second place where a handed-over conversation can be followed and answered. The first is the product's own store and console,
// which is always there and is the truth: it needs no transport. A transport only mirrors it, and may fail as long as it likes.

export interface Place {
  /** Ours: the same place is asked for under the same key, however often. */
  readonly key: string
  /** Who stands in it for the person. */
  readonly visitor: string
  readonly visitorName: string
  readonly topic: string
}

export interface Post {
  /** Ours, and carried along: by it a post is found again whose answer never came. */
  readonly key: string
  /** Who it is posted as: the one who stands for the person, or the service itself. */
  readonly as: { readonly visitor: string } | 'service'
  readonly displayName: string
  readonly from: 'person' | 'assistant' | 'worker' | 'mixed' | 'service'
  readonly locale: string
  readonly text: string
}

/** What stands in a place, oldest first in a listing. */
export interface Posted {
  readonly id: string
  /** Our key, where it is one of ours. */
  readonly key: string | null
  readonly sender: string | null
  /** Null where it is no plain text. */
  readonly text: string | null
  /** Its sender took it back. */
  readonly isTakenBack: boolean
  readonly at: Date
}

export interface HandoverTransport {
  /** Somebody who will stand for one person in one place: without name or number. */
  makeVisitor(): Promise<string>
  /** The id of the place. */
  open(place: Place): Promise<string>
  /** Lets a worker in. Doing it twice is doing it once. */
  admit(place: string, worker: string): Promise<void>
  post(place: string, post: Post): Promise<void>
  /** Everything that was posted since then. */
  poll(place: string, since: Date): Promise<readonly Posted[]>
  /** Deletes the place with all that stands in it. One that is not there is closed. */
  close(place: string): Promise<void>
  /** Deletes who stood for the person, with every key they ever had. */
  forget(visitor: string): Promise<void>
}

/**
 * Why a transport did not do what it was asked. gone: what it was asked about is not there. again: it surely did nothing, and may be
 * asked again. unclear: nobody knows whether it did; look first.
 */
export class TransportFault extends Error {
  override readonly name = 'TransportFault'
  readonly kind: 'gone' | 'again' | 'unclear'
  readonly status: number | null
  /** How long it asks us to wait, in ms. */
  readonly wait: number

  constructor(kind: TransportFault['kind'], status: number | null = null, wait = 0) {
    super(`the transport did not do it: ${kind}`)
    this.kind = kind
    this.status = status
    this.wait = wait
  }
}
