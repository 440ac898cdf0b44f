// A staff origin on a real product, workers who use it without script, and a person who has asked for one.
import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { newSignInLink, type Outside, staffOrigin } from '../../src/console/routes.ts'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { makeLog } from '../../src/log.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { collectRoutes, type Route } from './routes-of.ts'

export interface TestDesk {
  readonly product: TestProduct
  readonly origin: FastifyInstance
  readonly key: Buffer
  readonly routes: readonly Route[]
  signIn(name: string): Promise<Worker>
  close(): Promise<void>
}

/** `more`: what is made from the product that is opened. */
export async function openTestDesk(
  changed: Partial<Outside> = {},
  setting: Parameters<typeof openTestProduct>[0] = {},
  more: (product: TestProduct) => Partial<Outside> = () => ({})
): Promise<TestDesk> {
  const product = await openTestProduct(setting)
  const key = randomBytes(32)
  const origin = staffOrigin({ ...product, key, log: makeLog('silent'), ...changed, ...more(product) })
  const routes = collectRoutes(origin)
  await origin.ready()
  return {
    product,
    origin,
    key,
    routes,
    async signIn(name) {
      const { pathname } = new URL(await newSignInLink(product.staff, 'http://127.0.0.1:3001'))
      const worker = new Worker(origin)
      await worker.get(pathname)
      await worker.post(pathname, { name })
      return worker
    },
    async close() {
      await origin.close()
      await product.close()
    }
  }
}

/** A browser without script: keeps its cookies and the form token of the page it saw last. */
export class Worker {
  readonly #origin: FastifyInstance
  readonly #jar = new Map<string, string>()
  token = ''

  constructor(origin: FastifyInstance) {
    this.#origin = origin
  }

  get cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Takes cookies up, as a browser does. */
  keep(cookies: readonly { readonly name: string; readonly value: string }[]): void {
    for (const { name, value } of cookies) this.#jar.set(name, value)
  }

  async get(url: string) {
    const answer = await this.#origin.inject({ url, headers: { cookie: this.cookie } })
    this.keep(answer.cookies)
    this.token = /name="token" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.token
    return answer
  }

  async post(url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
    const answer = await this.#origin.inject({
      method: 'POST',
      url,
      headers: {
        cookie: this.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers
      },
      payload: new URLSearchParams({ token: this.token, once: randomUUID(), ...fields }).toString()
    })
    this.keep(answer.cookies)
    if (answer.cookies.some(cookie => cookie.name === '__Host-staff')) await this.get('/')
    return answer
  }
}

export class Person {
  readonly id: string
  readonly reference: string
  readonly #product: TestProduct

  private constructor(product: TestProduct, id: string, reference: string) {
    this.#product = product
    this.id = id
    this.reference = reference
  }

  /** Somebody who answers a few questions and then asks for a person. */
  static async asks(
    product: TestProduct,
    events: readonly PersonEvent[] = [],
    returnBy: Buffer | null = null
  ): Promise<Person> {
    const { conversations } = product
    const id = await conversations.begin({
      channel: 'web',
      locale: 'en',
      access: randomBytes(32),
      peer: null,
      returnBy
    })
    for (const event of [...events, { type: 'person' } as const]) {
      await conversations.receive({ conversation: id, messageId: randomUUID(), event })
    }
    const reading = await conversations.read(id)
    return new Person(product, id, reading?.conversation.reference ?? '')
  }

  does(event: PersonEvent) {
    return this.#product.conversations.receive({ conversation: this.id, messageId: randomUUID(), event })
  }

  /** What stands on the person's own page. */
  async sees(): Promise<string[]> {
    const view = await this.#product.conversations.view(this.id)
    return (view?.messages ?? []).map(message => message.text)
  }
}
