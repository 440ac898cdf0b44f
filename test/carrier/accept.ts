// What Twilio looks at before it takes a message: the shape of every parameter.
import { randomBytes } from 'node:crypto'
import type { Account } from './account.ts'
import type { Message } from './message.ts'
import type { Phones } from './phones.ts'
import { Refusal, type RefusalName } from './refusal.ts'

export type Form = Readonly<Record<string, string | readonly string[]>>

/** `SM` and 32 hexadecimal digits; `MM` for a message with pictures. */
export const newSid = (kind: 'SM' | 'MM' = 'SM'): string => kind + randomBytes(16).toString('hex')

const E164 = /^\+[1-9]\d{6,14}$/
const BODY_MAX = 1600
const VALIDITY_MAX = 36_000

function refuse(name: RefusalName, when: boolean): void {
  if (when) throw new Refusal(name)
}

/** A form whose every key stands once: Twilio takes lists for a few parameters only, and none of those is used here. */
function single(form: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(form).map(([key, value]) => {
      if (typeof value !== 'string') throw new Refusal('badParameter')
      return [key, value]
    })
  )
}

function checkSender(form: Readonly<Record<string, string>>, account: Account): void {
  const { From: from, MessagingServiceSid: service } = form
  if (service) {
    refuse('noService', service !== account.messagingServiceSid)
    refuse('noPool', account.phoneNumbers.length === 0)
    return
  }
  refuse('noSender', !from)
  refuse('otherSender', !account.phoneNumbers.some(({ phoneNumber }) => phoneNumber === from))
}

const oneOf = <T extends string>(value: string | undefined, allowed: readonly T[], fallback: T): T => {
  if (value === undefined) return fallback
  const found = allowed.find(one => one === value)
  if (!found) throw new Refusal('badParameter')
  return found
}

/** What an account keeps of a message that says nothing about it. */
const kept = ({ redactsByDefault }: Account): Pick<Message, 'contentRetention' | 'addressRetention'> =>
  redactsByDefault
    ? { contentRetention: 'discard', addressRetention: 'obfuscate' }
    : { contentRetention: 'retain', addressRetention: 'retain' }

/** The record of a text that somebody sent us. */
export function received(sid: string, from: string, body: string, account: Account, now: number): Message {
  return {
    sid,
    direction: 'inbound',
    accountSid: account.accountSid,
    to: account.phoneNumbers[0]?.phoneNumber ?? '',
    body,
    from,
    messagingServiceSid: account.messagingServiceSid,
    statusCallback: null,
    validityPeriod: 0,
    ...kept(account),
    status: 'receiving',
    errorCode: null,
    createdAt: now,
    sentAt: now,
    updatedAt: now
  }
}

/** The message this form makes, not yet on its way. Throws the Refusal that Twilio would answer. */
export function accept(raw: Form, account: Account, phones: Phones, now: number): Message {
  const form = single(raw)
  const { To: to = '', Body: body = '', StatusCallback: statusCallback, ValidityPeriod: validity } = form
  refuse('noTo', to === '')
  checkSender(form, account)
  refuse('badNumber', !E164.test(to))
  refuse('noBody', body === '')
  refuse('longBody', body.length > BODY_MAX)
  refuse('badCallback', statusCallback !== undefined && !URL.canParse(statusCallback))
  const validityPeriod = validity === undefined ? account.service.validity_period : Number(validity)
  refuse('badValidity', !Number.isInteger(validityPeriod) || validityPeriod < 1 || validityPeriod > VALIDITY_MAX)
  const contentRetention = oneOf(form.ContentRetention, ['retain', 'discard'], kept(account).contentRetention)
  const addressRetention = oneOf(form.AddressRetention, ['retain', 'obfuscate'], kept(account).addressRetention)
  refuse('badAddressRetention', form.AddressRetention === 'obfuscate' && !account.redaction)
  oneOf(form.SmartEncoded, ['true', 'false'], 'false')
  refuse('optedOut', phones.hasOptedOut(to))
  return {
    sid: newSid(),
    direction: 'outbound-api',
    accountSid: account.accountSid,
    to,
    body,
    from: form.From ?? null,
    messagingServiceSid: form.MessagingServiceSid ?? null,
    statusCallback: statusCallback ?? account.service.status_callback,
    validityPeriod,
    contentRetention,
    addressRetention,
    status: form.MessagingServiceSid ? 'accepted' : 'queued',
    errorCode: null,
    createdAt: now,
    sentAt: null,
    updatedAt: now
  }
}
