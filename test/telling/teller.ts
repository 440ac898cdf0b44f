// Tells a story through the real engine: the hub, the road, the store, the outbox. On a phone it types what thumbs type.
import { randomBytes, randomUUID } from 'node:crypto'
import { Hub } from '../../src/channels/hub.ts'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { View } from '../../src/conversation/view.ts'
import { PocketPhone } from '../../src/pocket-phone.ts'
import { type Answer, SKIP } from '../../src/questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import { sendNext } from '../../src/store/outbox.ts'
import type { TestProduct } from '../open-test-product.ts'
import type { Pressed, Step, Story } from './story.ts'
import { Transcript } from './transcript.ts'

const LETTERS: Readonly<Record<Pressed, string>> = {
  leave: 'X',
  person: 'P',
  emergency: '999',
  back: 'B',
  repeat: 'R',
  goOn: '1'
}
const OPENS_AT = 'nine in the morning'
/** Longer than any path, so that a circle ends as a failure. */
const TURNS_MAX = 100

export class Teller {
  readonly phone = new PocketPhone()
  readonly transcript: Transcript
  readonly asked: QuestionId[] = []
  readonly #story: Story
  readonly #product: TestProduct
  readonly #hub: Hub
  readonly #known = new Map<QuestionId, Answer>()
  conversation = ''

  constructor(story: Story, product: TestProduct) {
    const { id, title, channel, outOfHours } = story
    this.#story = story
    this.#product = product
    this.#hub = new Hub(inbound => product.conversations.receive(inbound))
    const how = `${channel === 'web' ? 'on the web' : 'by text message'}${outOfHours ? ', out of hours' : ''}`
    this.transcript = new Transcript(product, `${id}, ${how}: ${title}`, channel)
  }

  /** Plays every step. Throws when the conversation does not go as the story has it: it must not drift unseen. */
  async tell(): Promise<void> {
    const { channel, locale = 'en', outOfHours = false, nobodyThere = false, steps } = this.#story
    this.#product.availability = {
      onDuty: !(outOfHours || nobodyThere),
      open: !outOfHours,
      opensAt: outOfHours ? OPENS_AT : null
    }
    this.conversation = await this.#product.conversations.begin({
      channel,
      locale,
      access: channel === 'web' ? randomBytes(32) : null,
      peer: channel === 'sms' ? randomBytes(32) : null
    })
    await this.transcript.catchUp(this.conversation)
    for (const step of steps) await this.#play(step)
    if (this.#known.size > 0) throw new Error(`${this.#story.id}: never asked: ${[...this.#known.keys()].join(', ')}`)
  }

  async #play(step: Step): Promise<void> {
    switch (step.kind) {
      case 'answers':
        for (const [question, answer] of Object.entries(step.given)) this.#known.set(question as QuestionId, answer)
        return this.#answer(false, null)
      case 'until':
        return this.#answer(true, step.question)
      case 'says':
        return this.#do({ type: 'typed', text: step.text })
      case 'confirms': {
        const { place } = await this.view()
        if (place.kind !== 'check') throw new Error(`${this.#story.id}: nothing is checked at ${JSON.stringify(place)}`)
        return this.#do({ type: 'confirm', check: place.name, yes: step.yes }, step.yes ? '1' : '2')
      }
      case 'presses':
        return this.#do({ type: step.rail }, LETTERS[step.rail])
      case 'reads': {
        const { place } = await this.view()
        const pages = place.kind === 'shelf' ? place.pages : []
        return this.#do({ type: 'read', page: step.page }, String(pages.indexOf(step.page) + 1))
      }
      case 'changes':
        return this.#do({ type: 'change', question: step.question })
      case 'speaks':
        return this.#do({ type: 'language', locale: step.locale })
      case 'silence':
        await this.#drain()
        return this.transcript.note(`${step.minutes} minutes of silence`)
    }
  }

  /** Answers what is known; `skips` sets the rest aside, until `stop` is asked. */
  async #answer(skips: boolean, stop: QuestionId | null): Promise<void> {
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const { place } = await this.view()
      if (skips && place.kind === 'check') throw new Error(`${this.#story.id}: a check is not answered: ${place.name}`)
      if (place.kind !== 'question' || place.question === stop) return
      const { question } = place
      const answer = this.#known.get(question)
      if (answer === undefined && !skips) return
      this.#known.delete(question)
      this.asked.push(question)
      await this.#do(...this.#reply(question, answer ?? SKIP))
    }
    throw new Error(`${this.#story.id}: goes round in circles`)
  }

  #reply(question: QuestionId, answer: Answer): [PersonEvent, string] {
    const { kind } = QUESTIONS[question]
    const options: readonly string[] = QUESTIONS[question].options
    const event: PersonEvent =
      answer === SKIP
        ? { type: 'skip', question }
        : { type: 'answer', question, value: kind === 'many' ? [answer].flat() : answer }
    if (answer === SKIP) return [event, options.length === 0 || question === 'area' ? 'S' : String(options.length + 1)]
    if (question === 'area') return [event, this.#product.wordbook.in('en').option(question, String(answer))]
    const digits = [answer].flat().map(option => options.indexOf(option) + 1)
    return [event, kind === 'text' ? String(answer) : digits.join(' ')]
  }

  /** On the page it is pressed, on a phone it is typed. */
  async #do(event: PersonEvent, typed?: string): Promise<void> {
    const { channel } = this.#story
    const isTyped = channel === 'sms' && typed !== undefined
    const done = isTyped ? ({ type: 'typed', text: typed } as const) : event
    await this.#hub.turn(channel, { conversation: this.conversation, messageId: randomUUID(), event: done })
    await this.#drain()
    await this.transcript.catchUp(this.conversation)
    if (event.type === 'leave') this.transcript.note('left')
  }

  async #drain(): Promise<void> {
    const { connection, vault } = this.#product
    while (await sendNext(connection, vault, this.phone, () => new Date()));
  }

  async view(): Promise<View> {
    const view = await this.#product.conversations.view(this.conversation)
    if (!view) throw new Error(`${this.#story.id}: the conversation is gone`)
    return view
  }
}
