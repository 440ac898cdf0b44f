// What the text channel is given by main, and what its files share.
import type { Conversations, Received } from '../../conversation/conversations.ts'
import type { Inbound } from '../../conversation/person-event.ts'
import type { Deliveries, TextsIn } from '../../conversation/ports.ts'
import type { Log } from '../../log.ts'

/** The account texts go through, and the address the carrier knows us by. */
export interface TextAccount {
  readonly accountSid: string
  readonly authToken: string
  /** Valid beside the first while tokens are changed over; null at other times. */
  readonly nextAuthToken: string | null
  readonly messagingServiceSid: string
  /** In place of the carrier's own addresses, for tests. */
  readonly apiBase: string | null
  /** What the carrier is asked to keep of words and numbers; null leaves it to the account. */
  readonly contentRetention: 'retain' | 'discard' | null
  readonly addressRetention: 'retain' | 'obfuscate' | null
  /** As people know it, without a slash at its end. Never taken from a request: whoever sends one can write anything there. */
  readonly publicUrl: string
}

export interface SmsDeps {
  readonly account: TextAccount
  readonly conversations: Conversations
  /** Every turn of a person goes through here. */
  readonly hub: { turn(channel: 'sms', inbound: Inbound): Promise<Received> }
  readonly texts: TextsIn
  readonly deliveries: Deliveries
  /** Something came in: whoever takes it up need not wait for the clock. */
  readonly wake: () => void
  readonly log: Log
}

export const INBOUND_PATH = '/sms/inbound'
export const STATUS_PATH = '/sms/status'
