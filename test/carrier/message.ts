// One text message as Twilio keeps it, and as its REST API shows it.
import { segmentsOf } from '../../src/wording/segments.ts'

/** `receiving` until the product has answered the webhook. */
type InboundStatus = 'receiving' | 'received'
/** What can be told of a message that went out. */
export type Status = 'accepted' | 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed'

export interface Message {
  readonly sid: string
  readonly direction: 'inbound' | 'outbound-api'
  readonly accountSid: string
  /** As it was sent. What the API shows of it is `shownTo`. */
  readonly to: string
  body: string
  from: string | null
  readonly messagingServiceSid: string | null
  readonly statusCallback: string | null
  /** Seconds. */
  readonly validityPeriod: number
  readonly contentRetention: 'retain' | 'discard'
  readonly addressRetention: 'retain' | 'obfuscate'
  status: Status | InboundStatus
  errorCode: number | null
  readonly createdAt: number
  sentAt: number | null
  updatedAt: number
}

const FINAL: readonly Message['status'][] = ['delivered', 'undelivered', 'failed', 'received']
export const isFinal = ({ status }: Message): boolean => FINAL.includes(status)

/** Twilio hides the last four digits of the person's number, never of ours, once the message is on its way. */
const hidden = (number: string, { addressRetention, sentAt }: Message): string =>
  addressRetention === 'obfuscate' && sentAt !== null ? number.replace(/\d{4}$/, 'XXXX') : number

export const shownTo = (message: Message): string =>
  message.direction === 'inbound' ? message.to : hidden(message.to, message)

export const shownFrom = (message: Message): string | null =>
  message.direction === 'inbound' && message.from !== null ? hidden(message.from, message) : message.from

/** The same of its words. */
const shownBody = ({ body, contentRetention, sentAt }: Message): string =>
  contentRetention === 'discard' && sentAt !== null ? '' : body

/** As Twilio writes dates here: RFC 2822, whole seconds. */
const written = (at: number | null): string | null =>
  at === null ? null : new Date(at).toUTCString().replace('GMT', '+0000')

/** The Message resource. */
export function toResource(message: Message): Record<string, unknown> {
  const { sid, accountSid, direction, from, status, errorCode, createdAt, sentAt, updatedAt, messagingServiceSid } =
    message
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: shownBody(message),
    date_created: written(createdAt),
    date_sent: written(sentAt),
    date_updated: written(updatedAt),
    direction,
    error_code: errorCode,
    error_message: errorCode === null ? null : 'The message was not delivered',
    from: shownFrom(message),
    messaging_service_sid: messagingServiceSid,
    num_media: '0',
    // Of a messaging service not known before a sender is chosen.
    num_segments: from === null ? '0' : String(segmentsOf(message.body)),
    price: null,
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: shownTo(message),
    uri: `${uri}.json`
  }
}
