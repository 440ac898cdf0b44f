// A stand-in for Twilio: its REST API, its queue, the phones behind it and its webhooks, in this process, on a real port.
//
//   const carrier = await Carrier.start({ publicUrl: 'https://advice.example' })
//   TWILIO_API_BASE = carrier.base; TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_MESSAGING_SERVICE_SID: carrier.account
//   carrier.serves('http://127.0.0.1:3000')              where the product listens, as soon as that is known
//   await carrier.text('+447700900123', 'hello')         somebody texts; options: copies, atOnce, optOutType, media, authToken
//   await carrier.replay(text)                           the very same request again, at any time
//   carrier.delivered('+447700900123')                   what the phone has got, in order
//   carrier.faults.next('timeout', 'pass', 'busy')       the next sends fail so; carrier.faults.atRandom({ seed, ... })
//   carrier.phones.optOut(number), .switchOff(number)    refused with 21610; waits until it is switched on, or expires
//   carrier.outbox.pause(), .resume(), .move()           Twilio's queue; `move` after the clock has been turned on
//   await carrier.report(sid, ['delivered', 'sent'])     status callbacks by hand, in any order, any number of times
//   carrier.reporting = true; await carrier.settled()    or by themselves as the message moves: queued, sent, delivered
//   carrier.sent, .kept, .requests                       what went out; all Twilio keeps, texts that came in too; what was asked
//   carrier.account.service.validity_period = 36_000     the account, for `npm run sms:check`
//   carrier.account.redactsByDefault = true              words and numbers are hidden from the API, and a list by number is empty
import type { Server } from 'node:http'
import { newSid, received } from './accept.ts'
import { Account } from './account.ts'
import { configurationRoute } from './configuration.ts'
import { Faults } from './faults.ts'
import type { Message, Status } from './message.ts'
import { handle, type OptOutHandling, optOutTypeOf } from './opt-out.ts'
import { OutboxOfTwilio } from './outbox-of-twilio.ts'
import { inboundParams, type OptOutType, statusParams } from './params.ts'
import { type Arrived, Phones } from './phones.ts'
import { type Asked, messageRoute } from './routes.ts'
import { serve } from './server.ts'
import { type Answer, type Product, postCopies, sign, type Webhook } from './webhook.ts'

interface Copies {
  /** So many times, one after another. */
  readonly copies?: number
  /** So many at the same moment, each time. */
  readonly atOnce?: number
  /** Signs with another token: a rotated one, or somebody else's. */
  readonly authToken?: string
}

export interface TextOptions extends Copies {
  readonly sid?: string
  readonly optOutType?: OptOutType
  /** Addresses of pictures. */
  readonly media?: readonly string[]
  /** Added to Twilio's parameters, or put in their place; signed with them. */
  readonly params?: Readonly<Record<string, string | readonly string[]>>
}

export interface Texted {
  readonly sid: string
  readonly webhook: Webhook
  readonly answers: readonly Answer[]
}

export class Carrier {
  readonly account: Account
  readonly faults = new Faults()
  readonly phones = new Phones()
  readonly outbox: OutboxOfTwilio
  readonly requests: Asked[] = []
  /** Whether Twilio itself answers STOP, START and HELP. */
  optOut: OptOutHandling = 'off'
  /** Whether status callbacks go out by themselves. */
  reporting = false
  readonly #now: () => number
  readonly #publicUrl: string
  #at: string | null = null
  #server: Server | null = null
  #base = ''
  #reports: Promise<unknown> = Promise.resolve()

  private constructor(publicUrl: string, now: () => number) {
    this.#publicUrl = publicUrl
    this.#now = now
    this.account = new Account(publicUrl)
    this.outbox = new OutboxOfTwilio(this.account, this.phones, now, (message, status) => this.#follow(message, status))
  }

  static async start({ publicUrl = 'https://advice.example', now = Date.now } = {}): Promise<Carrier> {
    const carrier = new Carrier(publicUrl, now)
    const { account, faults, requests, outbox } = carrier
    const route = (asked: Asked) => messageRoute(asked, account, outbox) ?? configurationRoute(asked, account)
    const { server, base } = await serve({ account, faults, route, heard: asked => requests.push(asked) })
    carrier.#server = server
    carrier.#base = base
    return carrier
  }

  /** The address to put in place of Twilio's. */
  get base(): string {
    return this.#base
  }

  get sent(): readonly Message[] {
    return this.outbox.all.filter(({ direction }) => direction === 'outbound-api')
  }

  /** Also what came in: Twilio keeps it until it is deleted. */
  get kept(): readonly Message[] {
    return this.outbox.all
  }

  /** Where the product listens now. */
  serves(at: string): void {
    this.#at = at
  }

  get #product(): Product {
    if (this.#at === null) throw new Error('say with serves() where the product listens')
    return { publicUrl: this.#publicUrl, at: this.#at }
  }

  delivered(number: string): readonly Arrived[] {
    return this.phones.delivered(number)
  }

  /** Somebody texts the line. What the product answers in TwiML reaches their phone, once for every answer. */
  async text(from: string, body: string, options: TextOptions = {}): Promise<Texted> {
    const { media = [], params = {}, authToken = this.account.authToken } = options
    const sid = options.sid ?? newSid(media.length > 0 ? 'MM' : 'SM')
    const told = options.optOutType ?? optOutTypeOf(body)
    const handling = options.optOutType ? 'advanced' : this.optOut
    const optOutType = handle(told, from, { phones: this.phones, at: this.#now(), handling })
    const all = { ...inboundParams({ sid, from, body, media, optOutType }, this.account), ...params }
    const webhook = sign(this.account.service.inbound_request_url ?? '', all, authToken)
    const record = received(sid, from, body, this.account, this.#now())
    this.outbox.keep(record)
    const texted = await this.#post(sid, from, webhook, options)
    record.status = 'received'
    return texted
  }

  /** The same request once more, signature and all: what somebody who has seen it could do. */
  replay(texted: Texted, copies: Copies = {}): Promise<Texted> {
    return this.#post(texted.sid, String(texted.webhook.params.From), texted.webhook, copies)
  }

  /** Posts status callbacks in the order given, whatever Twilio's record says, and leaves the record alone. */
  async report(
    sid: string,
    statuses: readonly Status[],
    { errorCode = null, ...copies }: Copies & { readonly errorCode?: number | null } = {}
  ): Promise<Answer[]> {
    const message = this.outbox.find(sid)
    const answers: Answer[] = []
    for (const status of statuses) answers.push(...(await this.#callBack(message, status, errorCode, copies)))
    return answers
  }

  /** After this every status callback that goes out by itself has been answered. */
  async settled(): Promise<void> {
    await this.#reports
  }

  async close(): Promise<void> {
    await this.settled()
    this.#server?.closeAllConnections()
    await new Promise(resolve => this.#server?.close(resolve))
  }

  async #post(sid: string, from: string, webhook: Webhook, copies: Copies): Promise<Texted> {
    const answers = await postCopies(webhook, this.#product, copies)
    for (const body of answers.flatMap(answer => [...answer.body.matchAll(/<Message[^>]*>(.*?)<\/Message>/gs)])) {
      this.phones.arrive(from, { body: body[1] ?? '', at: this.#now(), by: 'product', sid: null })
    }
    return { sid, webhook, answers }
  }

  async #callBack(message: Message, status: Status, errorCode: number | null, copies: Copies): Promise<Answer[]> {
    if (message.statusCallback === null) return []
    const params = statusParams(message, status, errorCode)
    const webhook = sign(message.statusCallback, params, copies.authToken ?? this.account.authToken)
    return postCopies(webhook, this.#product, copies)
  }

  #follow(message: Message, status: Status): void {
    if (!this.reporting) return
    const { errorCode } = message
    this.#reports = this.#reports.then(() => this.#callBack(message, status, errorCode, {}))
  }
}
