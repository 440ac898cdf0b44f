// One live conversation: a person with their page open, and the worker who has it with theirs.
import { randomUUID } from 'node:crypto'
import { Visitor } from './visitor.ts'

/** A member of staff, signed in. */
export class Worker {
  readonly #token: string
  readonly #visitor: Visitor

  private constructor(visitor: Visitor, token: string) {
    this.#visitor = visitor
    this.#token = token
  }

  static async signIn(staff: string, link: string): Promise<Worker> {
    const visitor = new Visitor(staff)
    const { pathname } = new URL(link)
    await visitor.post(pathname, { token: tokenIn(await visitor.get(pathname)), name: 'Robin' })
    return new Worker(visitor, tokenIn(await visitor.get('/')))
  }

  /** A link for a colleague. */
  async invites(): Promise<string> {
    return /http\S+\/sign-in\/[\w-]+/.exec(await this.does('/accounts/invite', { roles: 'worker' }))?.[0] ?? ''
  }

  /** The conversation at the top of the queue, taken. */
  async takesFirst(): Promise<string> {
    const reference = /action="\/c\/(\w+)\/take"/.exec(await this.#visitor.get('/'))?.[1] ?? ''
    await this.does(`/c/${reference}/take`)
    return reference
  }

  does(path: string, fields: Record<string, string> = {}): Promise<string> {
    return this.#visitor.post(path, { token: this.#token, once: randomUUID(), ...fields })
  }

  follows(reference: string): Promise<void> {
    return this.#visitor.follow(`/c/${reference}/events?after=0`, () => {})
  }

  goes(): void {
    this.#visitor.goes()
  }
}

const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''

export class Person {
  readonly #visitor: Visitor
  #awaited: { readonly text: string; readonly heard: () => void } | null = null

  constructor(chat: string) {
    this.#visitor = new Visitor(chat)
  }

  /** Comes and asks for a person. */
  async asks(): Promise<void> {
    const k = /name="k" value="([^"]+)"/.exec(await this.#visitor.get('/'))?.[1] ?? ''
    await this.#visitor.post('/', { k, do: 'person' })
  }

  listens(): Promise<void> {
    return this.#visitor.follow('/e?after=0', text => {
      if (this.#awaited && text.includes(this.#awaited.text)) this.#awaited.heard()
    })
  }

  /** Resolves at the moment these words are on their page. */
  hears(text: string): Promise<number> {
    return new Promise(resolve => {
      this.#awaited = { text, heard: () => resolve(performance.now()) }
    })
  }

  goes(): void {
    this.#visitor.goes()
  }
}
