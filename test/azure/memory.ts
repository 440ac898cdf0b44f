// Everything the stand-in for Azure knows, and everything that was ever said to it.
import { randomBytes, randomUUID } from 'node:crypto'

export interface StoredMessage {
  readonly id: string
  readonly type: 'text' | 'html' | 'topicUpdated' | 'participantAdded'
  readonly sequenceId: number
  readonly createdOn: Date
  readonly sender: string
  readonly senderDisplayName?: string
  readonly metadata?: Record<string, string>
  content: string
  deletedOn?: Date
}

export interface StoredThread {
  readonly id: string
  readonly topic: string
  readonly createdBy: string
  readonly participants: Map<string, { displayName?: string }>
  readonly messages: StoredMessage[]
  sequence: number
}

export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly at: Date
}

export class Memory {
  readonly resource = randomUUID()
  readonly accessKey = randomBytes(32)
  readonly users = new Set<string>()
  /** Users who were ever given a token, and in which scopes. */
  readonly scopesOf = new Map<string, string[]>()
  readonly revokedAt = new Map<string, number>()
  readonly threads = new Map<string, StoredThread>()
  /** Threads as they were when they were deleted. */
  readonly deleted: StoredThread[] = []
  readonly idempotent = new Map<string, string>()
  /** Every request there ever was, with its body as it came. */
  readonly asked: Asked[] = []
  now: () => Date = () => new Date()
  #last = 0

  newUser(): string {
    const id = `8:acs:${this.resource}_${randomUUID()}`
    this.users.add(id)
    return id
  }

  newThread(topic: string, createdBy: string): StoredThread {
    const id = `19:acsV1_${randomBytes(24).toString('base64url')}@thread.v2`
    const thread = { id, topic, createdBy, participants: new Map(), messages: [], sequence: 0 }
    this.threads.set(id, thread)
    return thread
  }

  add(thread: StoredThread, message: Omit<StoredMessage, 'id' | 'sequenceId' | 'createdOn'>): StoredMessage {
    thread.sequence += 1
    this.#last = Math.max(this.#last + 1, this.now().getTime())
    const stored = { ...message, id: String(this.#last), sequenceId: thread.sequence, createdOn: this.now() }
    thread.messages.push(stored)
    return stored
  }

  /** Posts of one thread, oldest first, also of one that was deleted since. */
  posts(thread: string): StoredMessage[] {
    const found = this.threads.get(thread) ?? this.deleted.find(({ id }) => id === thread)
    return (found?.messages ?? []).filter(({ type }) => type === 'text' || type === 'html')
  }

  get everyThread(): StoredThread[] {
    return [...this.deleted, ...this.threads.values()]
  }
}
