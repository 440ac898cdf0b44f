// People with words to come back with, as browsers without script, and what can be told of the answers they get.
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { Conversation } from '../../../src/conversation/conversation.ts'
import { anHourPasses, BEFORE_WORDS, DECOY, SAFE, standAs } from '../../with-words.ts'
import { type TestPage, Visitor } from './open-page.ts'

export const OWN_WORDS = 'They read my letters'

/** Without what is new in every answer: the nonce and the tokens. */
export const bytes = (html: string): string =>
  html.replace(/nonce="[^"]*"/g, 'nonce=""').replace(/name="k" value="[^"]*"/g, 'name="k"')

/** Everything of an answer that a browser, or somebody who looks over its shoulder, can see. */
const seenIn = ({ statusCode, headers, body }: LightMyRequestResponse) => {
  const { date: _, 'content-security-policy': policy, 'content-length': length, ...others } = headers
  return { statusCode, policy: String(policy).replace(/'nonce-[^']*'/g, 'nonce'), length, others, body: bytes(body) }
}

/** Says a word at the door, and follows to where it leads. */
export async function say(visitor: Visitor, word: string, headers: Record<string, string> = {}) {
  await visitor.get('/r')
  const answer = await visitor.post({ word }, headers, '/r')
  return { answer: seenIn(answer), after: bytes(visitor.html) }
}

export class People {
  readonly #page: TestPage
  /** Hashing is slow on purpose: whoever has the same words stands where the first of them stood. */
  readonly #first = new Map<string, Conversation>()

  constructor(page: TestPage) {
    this.#page = page
  }

  async stranger(): Promise<Visitor> {
    const visitor = new Visitor(this.#page.web)
    await visitor.get()
    return visitor
  }

  /** Somebody who waits for a worker, with these words to come back with. */
  async waiting(safe: string | null = SAFE, decoy: string | null = DECOY): Promise<Visitor> {
    const kind = `${safe} ${decoy}`
    const visitor = await this.stranger()
    const first = this.#first.get(kind)
    if (first) await this.#standAs(first, visitor)
    else await this.#answerAll(visitor, safe, decoy)
    await visitor.post({ text: OWN_WORDS })
    await visitor.get()
    expect(visitor.html).toContain(OWN_WORDS)
    if (!first) this.#first.set(kind, await this.#newest())
    return visitor
  }

  /** Somebody whose page has been closed for an hour. */
  async away(...words: Parameters<People['waiting']>): Promise<Visitor> {
    const visitor = await this.waiting(...words)
    await this.anHourPasses()
    await visitor.get()
    return visitor
  }

  anHourPasses(): Promise<void> {
    return anHourPasses(this.#page.product)
  }

  async #answerAll(visitor: Visitor, safe: string | null, decoy: string | null): Promise<void> {
    for (const [question, answer] of BEFORE_WORDS) await visitor.answer(question, answer)
    await visitor.post({ question: 'safeWord', ...(safe ? { text: safe } : { answer: 'skip' }) })
    if (safe) await visitor.post({ question: 'decoyWord', ...(decoy ? { text: decoy } : { answer: 'skip' }) })
  }

  async #standAs(first: Conversation, visitor: Visitor): Promise<void> {
    await visitor.answer('channelOk', 'yes')
    const { id } = await this.#newest()
    await standAs(first, id, this.#page.product)
    await visitor.get()
  }

  async #newest(): Promise<Conversation> {
    const { connection, conversations } = this.#page.product
    const { rows } = await connection.pool.query('select id from conversation order by opened_at desc limit 1')
    const reading = await conversations.read(rows[0].id)
    if (!reading) throw new Error('the conversation is gone')
    return reading.conversation
  }
}
