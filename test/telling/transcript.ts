// A conversation written down while it is held, as a worker would read it aloud: every line, and what could be pressed.
import type { Message } from '../../src/conversation/conversation.ts'
import type { View } from '../../src/conversation/view.ts'
import type { Product } from '../../src/product.ts'
import type { Channel } from '../../src/questions/answer.ts'
import { choicesOf } from './choices.ts'
import { withSegments } from './segments-note.ts'

const SPEAKER = { person: 'PERSON', assistant: 'US', worker: 'WORKER' }
const INDENT = ' '.repeat(10)

export class Transcript {
  readonly lines: string[]
  /** Every word of the assistant, in order. */
  readonly said: string[] = []
  readonly #product: Pick<Product, 'conversations' | 'wordbook'>
  readonly #channel: Channel
  #seen = 0

  constructor(product: Pick<Product, 'conversations' | 'wordbook'>, head: string, channel: Channel) {
    this.#product = product
    this.#channel = channel
    this.lines = [head, '']
  }

  /** Adds whatever was said since the last time. */
  async catchUp(conversation: string): Promise<void> {
    const view = await this.#product.conversations.view(conversation, this.#seen)
    if (!view || view.messages.length === 0) return
    this.#seen = view.lastSeq
    this.lines.push(...view.messages.map(message => this.#line(message)))
    if (this.#channel === 'web') this.lines.push(...this.#below(view))
    this.said.push(...view.messages.filter(({ from }) => from === 'assistant').map(({ text }) => text))
  }

  /** Something that is no message: silence, or where a worker would look. */
  note(text: string): void {
    this.lines.push(`${INDENT}(${text})`)
  }

  toString(): string {
    return `${this.lines.join('\n')}\n`
  }

  #line({ from, text }: Message): string {
    const isSent = this.#channel === 'sms' && from !== 'person'
    return `${SPEAKER[from].padEnd(INDENT.length)}${isSent ? withSegments(text) : text}`
  }

  /** What the page shows under the last words: a page's own text, and the buttons. */
  #below(view: View): string[] {
    const words = this.#product.wordbook.in(view.locale)
    const { place } = view
    const page = place.kind === 'page' ? words.info(place.page, 'web').paragraphs : []
    const choices = choicesOf(view, words)
    return [
      ...page.map(text => `${INDENT}${text}`),
      ...(choices.length > 0 ? [`${INDENT}[ ${choices.join(' | ')} ]`] : [])
    ]
  }
}
