// A browser without script, as far as the server can tell: it keeps its cookie and posts the forms it was given.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { Hub } from '../../../src/channels/hub.ts'
import type { WebDeps } from '../../../src/channels/web/deps.ts'
import { webChannel } from '../../../src/channels/web/routes.ts'
import { makeLog } from '../../../src/log.ts'
import { openTestProduct, type TestProduct } from '../../open-test-product.ts'

export const EXIT_URL = 'https://weather.example/'

export interface TestPage {
  readonly product: TestProduct
  readonly web: FastifyInstance
  /** While true every turn fails, as when the database is gone. */
  broken: boolean
  close(): Promise<void>
}

export async function openTestPage(changed: Pick<WebDeps, 'addressOf'> = {}): Promise<TestPage> {
  const product = await openTestProduct()
  const hub = new Hub(inbound => product.conversations.receive(inbound))
  const web = webChannel({
    ...product,
    hub: {
      turn: (channel, inbound) => (page.broken ? Promise.reject(new Error('no database')) : hub.turn(channel, inbound))
    },
    key: randomBytes(32),
    exitUrl: EXIT_URL,
    log: makeLog('silent'),
    ...changed
  })
  const page: TestPage = {
    product,
    web,
    broken: false,
    close: async () => {
      await web.close()
      await product.close()
    }
  }
  await web.ready()
  return page
}

type Fields = Record<string, string | readonly string[]>

export class Visitor {
  readonly #web: FastifyInstance
  cookie = ''
  /** The last page or fragment. */
  html = ''

  constructor(web: FastifyInstance) {
    this.#web = web
  }

  /** The token of the page's forms. */
  get token(): string {
    return /name="k" value="([^"]+)"/.exec(this.html)?.[1] ?? ''
  }

  async get(url = '/', headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.#keep(await this.#web.inject({ url, headers: { cookie: this.cookie, ...headers } }))
  }

  /** Posts a form; like a browser it goes on to where it is sent. */
  async post(fields: Fields, headers: Record<string, string> = {}, url = '/'): Promise<LightMyRequestResponse> {
    const body = new URLSearchParams({ k: this.token })
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'k') body.delete('k')
      for (const one of [value].flat()) body.append(name, one)
    }
    const answer = await this.#web.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: this.cookie, ...headers },
      payload: body.toString()
    })
    this.#keep(answer)
    if (answer.statusCode === 303 && answer.headers.location?.startsWith('/')) await this.get(answer.headers.location)
    return answer
  }

  answer(question: string, answer: string | readonly string[]): Promise<LightMyRequestResponse> {
    return this.post({ question, answer })
  }

  #keep(answer: LightMyRequestResponse): LightMyRequestResponse {
    const jar = new Map(this.cookie.split('; ').map(one => [one.split('=')[0] ?? '', one]))
    for (const { name, value } of answer.cookies) {
      if (value) jar.set(name, `${name}=${value}`)
      else jar.delete(name)
    }
    this.cookie = [...jar.values()].filter(Boolean).join('; ')
    if (answer.body) this.html = answer.body
    return answer
  }
}
