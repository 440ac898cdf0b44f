// A phone behind Twilio. What its API answers becomes what the outbox needs to know; nothing of the text stays here.
import type Twilio from 'twilio/lib/rest/Twilio.js'
import type { Handed, OutgoingText, Phone } from '../../conversation/ports.ts'
import { CARRIER_PATIENCE } from '../../limits.ts'
import type { Log } from '../../log.ts'
import { BLOCKING } from './blocking.ts'
import { STATUS_PATH, type TextAccount } from './deps.ts'
import { twilioClient } from './twilio-client.ts'

/** The carrier's clock and ours may differ by so much, in ms; its times are in whole seconds. */
const CLOCKS_APART = 5_000
/** So many of the newest texts to a number are looked through. */
const LOOKED_THROUGH = 50
/** The same of all texts, where numbers are hidden: one page, of a quarter of an hour, for then they are deleted there. */
const ALL_LOOKED_THROUGH = 1_000

/** So many digits at the end of a number are hidden. */
const HIDDEN_DIGITS = 4

/** Something is wrong with our account, not with the text: it waits until that is mended, or it is too late. */
const NOT_OURS: readonly number[] = [401, 403, 404]

/** What the carrier answered; null when it did not answer at all. */
function answerIn(error: unknown): { readonly status: number; readonly code: string } | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  return { status: error.status, code: 'code' in error ? String(error.code ?? '') : '' }
}

export class TwilioPhone implements Phone {
  readonly #account: TextAccount
  readonly #log: Log
  #clients: readonly Twilio[]

  constructor(account: TextAccount, log: Log) {
    this.#account = account
    this.#log = log
    const tokens = [account.authToken, account.nextAuthToken].filter(token => token !== null)
    this.#clients = tokens.map(authToken => twilioClient({ ...account, authToken }, { timeout: CARRIER_PATIENCE }))
  }

  async send({ id, to, text, notAfter }: OutgoingText): Promise<Handed> {
    const { messagingServiceSid, publicUrl, contentRetention, addressRetention } = this.#account
    const left = Math.floor((notAfter.getTime() - Date.now()) / 1000)
    try {
      const { sid } = await this.#ask(client =>
        client.messages.create({
          to,
          messagingServiceSid,
          body: text,
          statusCallback: `${publicUrl}${STATUS_PATH}?m=${id}`,
          // A phone that is off must not light up later than we would.
          validityPeriod: Math.max(1, left),
          smartEncoded: false,
          ...(contentRetention ? { contentRetention } : {}),
          ...(addressRetention ? { addressRetention } : {})
        })
      )
      return { kind: 'taken', record: sid }
    } catch (error) {
      return this.#refusedBy(error)
    }
  }

  /** What a failure means. Whatever may pass is tried again; what is wrong with our account is said to the operator as well. */
  #refusedBy(error: unknown): Handed {
    const answer = answerIn(error)
    if (!answer) return { kind: 'unknown' }
    const { status, code } = answer
    if (BLOCKING.has(code)) return { kind: 'blocked', code }
    if (status === 429) return { kind: 'again' }
    // A fault of theirs may come before the message was taken, or after.
    if (status >= 500) return { kind: 'unknown' }
    this.#log.error(
      { status, code },
      'the carrier does not take our texts: run npm run sms:check, and look up this code'
    )
    return { kind: NOT_OURS.includes(status) ? 'again' : 'refused' }
  }

  async find({ to, text }: OutgoingText, since: Date): Promise<readonly string[]> {
    const from = since.getTime() - CLOCKS_APART
    const messages = await this.#ask(client =>
      client.messages.list({ to, pageSize: LOOKED_THROUGH, limit: LOOKED_THROUGH })
    )
    // Words that the carrier was asked not to keep come back empty.
    const isIt = (message: (typeof messages)[number]) =>
      message.direction !== 'inbound' &&
      message.dateCreated.getTime() >= from &&
      (message.body === text || message.body === '')
    return [...messages, ...(await this.#hiddenTo(to, new Date(from)))]
      .filter(isIt)
      .map(({ sid }) => sid)
      .reverse()
  }

  /**
   * A hidden number is not found by itself once the text has left. What is left of it is shared by ten thousand numbers:
   * that two of them are texted in the same moment, while the answer about one is lost, is taken as never.
   */
  async #hiddenTo(to: string, since: Date) {
    if (this.#account.addressRetention !== 'obfuscate') return []
    const all = await this.#ask(client =>
      client.messages.list({ dateSentAfter: since, pageSize: ALL_LOOKED_THROUGH, limit: ALL_LOOKED_THROUGH })
    )
    const shown = to.slice(0, -HIDDEN_DIGITS)
    return all.filter(message => message.to.startsWith(shown) && !/\d$/.test(message.to))
  }

  async forget(record: string): Promise<boolean> {
    try {
      return await this.#ask(client => client.messages(record).remove())
    } catch (error) {
      return answerIn(error)?.status === 404
    }
  }

  /** Asks with the token that worked last; when the account has changed over to the other one, with that. */
  async #ask<T>(question: (client: Twilio) => Promise<T>): Promise<T> {
    const [first, second] = this.#clients
    if (!first) throw new Error('there is no token for the carrier')
    try {
      return await question(first)
    } catch (error) {
      if (!second || answerIn(error)?.status !== 401) throw error
      const answer = await question(second)
      this.#clients = [second, first]
      return answer
    }
  }
}
