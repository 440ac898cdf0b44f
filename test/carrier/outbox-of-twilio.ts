// The messages Twilio keeps. What becomes of one that goes out: it waits, leaves, reaches a phone or does not. Time moves only when asked.
import { accept, type Form } from './accept.ts'
import type { Account } from './account.ts'
import { isFinal, type Message, type Status } from './message.ts'
import type { Phones } from './phones.ts'
import { Refusal } from './refusal.ts'

/** Twilio's own error codes: it waited too long in the queue; the phone was off for as long as the message was valid. */
const EXPIRED = 30036
const UNREACHABLE = 30003

export class OutboxOfTwilio {
  readonly #messages = new Map<string, Message>()
  readonly #account: Account
  readonly #phones: Phones
  readonly #now: () => number
  readonly #onStatus: (message: Message, status: Status) => void
  #paused = false

  constructor(account: Account, phones: Phones, now: () => number, onStatus: (message: Message, to: Status) => void) {
    this.#account = account
    this.#phones = phones
    this.#now = now
    this.#onStatus = onStatus
  }

  /** Oldest first. */
  get all(): readonly Message[] {
    return [...this.#messages.values()]
  }

  /** A text that came in: kept with its words and number until somebody deletes it. */
  keep(message: Message): void {
    this.#messages.set(message.sid, message)
  }

  take(form: Form): Message {
    const message = accept(form, this.#account, this.#phones, this.#now())
    this.#messages.set(message.sid, message)
    this.#onStatus(message, 'queued')
    this.move()
    return message
  }

  find(sid: string): Message {
    const message = this.#messages.get(sid)
    if (!message) throw new Refusal('notFound')
    return message
  }

  /** An empty body redacts. Twilio changes nothing else, and nothing before the end. */
  update(sid: string, form: Form): Message {
    const message = this.find(sid)
    if (form.Body !== '') throw new Refusal('badParameter')
    if (!isFinal(message)) throw new Refusal('notComplete')
    message.body = ''
    message.updatedAt = this.#now()
    return message
  }

  remove(sid: string): void {
    if (!isFinal(this.find(sid))) throw new Refusal('notComplete')
    this.#messages.delete(sid)
  }

  /** Twilio's queue stands still: whatever is taken from now on stays `accepted`. */
  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
    this.move()
  }

  /** Moves every message on as far as the time and the phones allow. Call it after the clock has been turned on. */
  move(): void {
    for (const message of this.#messages.values()) {
      if (message.direction === 'outbound-api' && !isFinal(message)) this.#moveOne(message)
    }
  }

  /** Sets a message's state by hand: what a carrier says of it. */
  conclude(message: Message, status: Status, errorCode: number | null = null): void {
    message.status = status
    message.errorCode = errorCode
    message.updatedAt = this.#now()
    if (status === 'sent') message.sentAt ??= this.#now()
    this.#onStatus(message, status)
  }

  #moveOne(message: Message): void {
    const isOver = this.#now() > message.createdAt + message.validityPeriod * 1000
    if (message.sentAt === null) {
      if (isOver) this.conclude(message, 'failed', EXPIRED)
      else if (!this.#paused) this.#hand(message)
      return
    }
    if (isOver) this.conclude(message, 'undelivered', UNREACHABLE)
    else this.#reach(message)
  }

  /** To the phone company. */
  #hand(message: Message): void {
    message.from ??= this.#account.phoneNumbers[0]?.phoneNumber ?? null
    this.conclude(message, 'sent')
    this.#reach(message)
  }

  #reach(message: Message): void {
    if (this.#phones.isOff(message.to)) return
    this.#phones.arrive(message.to, { body: message.body, at: this.#now(), by: 'product', sid: message.sid })
    this.conclude(message, 'delivered')
  }
}
