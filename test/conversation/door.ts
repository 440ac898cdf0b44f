// Somebody who has picked a safe word and a second one, and what can happen to them, on a real product.
import { randomBytes, randomUUID } from 'node:crypto'
import type { CameBack } from '../../src/conversation/come-back.ts'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { Reading } from '../../src/conversation/ports.ts'
import type { View } from '../../src/conversation/view.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { answer } from '../opening.ts'
import { anHourPasses, BEFORE_WORDS, DECOY, runTimers, SAFE, standAs } from '../with-words.ts'

export interface Somebody {
  readonly id: string
  readonly access: Buffer
  readonly returnBy: Buffer
}

const ABOUT_THEM = BEFORE_WORDS.map(([question, value]) => answer(question, value))

export class Door {
  readonly product: TestProduct
  #first: Reading | undefined

  constructor(product: TestProduct) {
    this.product = product
  }

  static async open(): Promise<Door> {
    return new Door(await openTestProduct())
  }

  get conversations() {
    return this.product.conversations
  }

  send(conversation: string, event: PersonEvent) {
    return this.conversations.receive({ conversation, messageId: randomUUID(), event })
  }

  async view(conversation: string): Promise<View> {
    return there(await this.conversations.view(conversation))
  }

  async reading(conversation: string): Promise<Reading> {
    return there(await this.conversations.read(conversation))
  }

  async returnsOf({ id }: Somebody) {
    return (await this.reading(id)).conversation.returns
  }

  /** Somebody who has said what they want and been asked for their words, in a browser of their own. */
  async somebody(...words: readonly PersonEvent[]): Promise<Somebody> {
    const person = await this.#begin()
    for (const event of [...ABOUT_THEM, ...words]) await this.send(person.id, event)
    return person
  }

  /** Somebody who waits for a worker and has both words. Hashing is slow on purpose, so the hashes are made once. */
  async withWords(): Promise<Somebody> {
    if (!this.#first) {
      const person = await this.somebody(answer('safeWord', SAFE), answer('decoyWord', DECOY))
      this.#first = await this.reading(person.id)
      return person
    }
    const person = await this.#begin()
    await standAs(this.#first.conversation, person.id, this.product)
    return person
  }

  async #begin(): Promise<Somebody> {
    const [access, returnBy] = [randomBytes(32), randomBytes(32)]
    const id = await this.conversations.begin({ channel: 'web', locale: 'en', access, peer: null, returnBy })
    return { id, access, returnBy }
  }

  /** Says a word to come back. `opens`: what the new session opens afterwards. */
  async say(
    { returnBy }: Pick<Somebody, 'returnBy'>,
    word: string,
    messageId: string = randomUUID()
  ): Promise<{ came: CameBack; opens: string | null }> {
    const access = randomBytes(32)
    const came = await this.conversations.comeBack({ returnBy, word, access, messageId })
    return { came, opens: await this.conversations.find(access) }
  }

  /** An hour passes in which nobody touches any page. */
  anHourPasses(): Promise<void> {
    return anHourPasses(this.product)
  }

  runTimers(now: Date): Promise<void> {
    return runTimers(this.product, now)
  }
}

const there = <T>(found: T | null): T => {
  if (found === null) throw new Error('the conversation is gone')
  return found
}
