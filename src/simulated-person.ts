// Plays one scenario through the real engine: the road, the store, the outbox. Types what a person would type.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Hub } from './channels/hub.ts'
import type { PersonEvent } from './conversation/person-event.ts'
import type { View } from './conversation/view.ts'
import type { PocketPhone } from './pocket-phone.ts'
import type { Answer } from './questions/answer.ts'
import { QUESTIONS, type QuestionId } from './questions/catalogue.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Scenario } from './scenario.ts'
import { sendNext } from './store/outbox.ts'

/** What a scenario that does not say answers anyway (contract: simulate). A question that cannot be skipped gets a yes. */
const UNSAID: Partial<Record<QuestionId, string>> = { wantsNow: 'questions', privacyLimits: 'ok', channelOk: 'yes' }

export interface Played {
  readonly conversation: string
  readonly asked: readonly QuestionId[]
  /** The question that never took their answer; null when everything that was asked was answered. */
  readonly stuckAt: QuestionId | null
  /** How many messages reached the person after they left: law 2 says none. */
  readonly outboundAfterExit: number
}

/** Long enough for any path, short enough to end a flow that turns in a circle. */
const TURNS_MAX = 200

export class SimulatedPerson {
  readonly #scenario: Scenario
  readonly #product: Rehearsal
  readonly #hub: Hub
  readonly #phone: PocketPhone
  #conversation = ''
  #hasReadMore = false

  constructor(scenario: Scenario, product: Rehearsal, hub: Hub, phone: PocketPhone) {
    this.#scenario = scenario
    this.#product = product
    this.#hub = hub
    this.#phone = phone
  }

  /** Answers everything that is asked, until nothing more is. The conversation is still open afterwards. */
  async play(): Promise<Omit<Played, 'outboundAfterExit'>> {
    await this.#open()
    const asked: QuestionId[] = []
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const { place } = await this.#view()
      if (place.kind === 'question') {
        if (!asked.includes(place.question)) asked.push(place.question)
        await this.#do(this.#reply(place.question))
      } else if (place.kind === 'check') {
        await this.#do({ type: 'confirm', check: place.name, yes: this.#confirms(place.name) })
      } else if (place.kind === 'pause' && place.message !== 'goOnWhenReady') {
        await this.#do({ type: 'goOn' })
      } else {
        break
      }
    }
    const { place } = await this.#view()
    return { conversation: this.#conversation, asked, stuckAt: place.kind === 'question' ? place.question : null }
  }

  /** Leaves, then lets everybody else try to reach the person. Returns how many messages did. */
  async leave(): Promise<number> {
    const { connection, vault, conversations } = this.#product
    await this.#do({ type: 'leave' })
    const before = this.#phone.texts.length
    const { lastSeq } = await this.#view()
    const worker = { id: randomUUID(), name: 'Sam' }
    await conversations.join(this.#conversation, worker, randomUUID())
    await conversations.speak({ conversation: this.#conversation, messageId: randomUUID(), worker, text: 'Hello' })
    while (await sendNext(connection, vault, this.#phone, () => new Date()));
    return this.#phone.texts.length - before + (await this.#view()).lastSeq - lastSeq
  }

  async #open(): Promise<void> {
    const { channel, locale } = this.#scenario.context
    const says = channel === 'sms' && this.#scenario.says.length === 0 ? ['hi'] : this.#scenario.says
    this.#conversation = await this.#product.conversations.begin({
      channel,
      locale,
      access: channel === 'web' ? randomBytes(32) : null,
      peer: channel === 'sms' ? randomBytes(32) : null
    })
    for (const text of says) await this.#do({ type: 'typed', text })
  }

  /** A signal of the scenario was confirmed; nothing else that is asked about their words is. */
  #confirms(name: string): boolean {
    return this.#scenario.context.signals.some(signal => signal === name)
  }

  #reply(question: QuestionId): PersonEvent {
    const unsaid = UNSAID[question] ?? 'skip'
    const value = this.#once(this.#scenario.answers[question] ?? unsaid)
    if (this.#scenario.context.channel === 'sms') return { type: 'typed', text: this.#typed(question, value) }
    if (value === 'skip') return { type: 'skip', question }
    return { type: 'answer', question, value: QUESTIONS[question].kind === 'many' ? [value].flat() : value }
  }

  /** Whoever has asked for more and read it says OK: asking again and again would be no answer. */
  #once(value: Answer): Answer {
    if (value !== 'tellMeMore') return value
    const answer = this.#hasReadMore ? 'ok' : value
    this.#hasReadMore = true
    return answer
  }

  /** What a person types on a phone: digits where there are digits, else the words themselves. */
  #typed(question: QuestionId, value: Answer): string {
    const options: readonly string[] = QUESTIONS[question].options
    const words = this.#product.wordbook.in(this.#scenario.context.locale)
    if (options.length === 0) return value === 'skip' ? 'S' : String(value)
    if (question === 'area') return value === 'skip' ? 'S' : words.option(question, String(value))
    if (value === 'skip') return String(options.length + 1)
    return [value]
      .flat()
      .map(option => options.indexOf(option) + 1)
      .join(' ')
  }

  async #do(event: PersonEvent): Promise<void> {
    const { channel } = this.#scenario.context
    await this.#hub.turn(channel, { conversation: this.#conversation, messageId: randomUUID(), event })
    await this.#drain()
  }

  async #drain(): Promise<void> {
    const { connection, vault } = this.#product
    while (await sendNext(connection, vault, this.#phone, () => new Date()));
  }

  async #view(): Promise<View> {
    const view = await this.#product.conversations.view(this.#conversation)
    if (!view) throw new Error('the conversation is gone')
    return view
  }
}
