// The staff origin as it is built, in this process: every page of it can be brought about, and says by which route it came.
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import type { ReferralMail } from '../../../src/console/dependencies.ts'
import type { Outside } from '../../../src/console/routes.ts'
import { newSignInLink } from '../../../src/console/sign-in-link.ts'
import type { PersonEvent } from '../../../src/conversation/person-event.ts'
import { makeLog } from '../../../src/log.ts'
import type { IdentityProvider } from '../../../src/staff/identity.ts'
import { Person } from '../../console/desk.ts'
import { freeHands } from '../../console/free-hands.ts'
import { openTestProduct, type TestProduct } from '../../open-test-product.ts'
import { rebind } from '../../rebind.ts'
import { launchChromium } from '../chromium.ts'
import { Worker } from '../worker.ts'

/** From source the pages have no script. */
const BUILT = join(import.meta.dirname, '..', '..', '..', 'dist', 'src', 'console', 'routes.js')
const ROUTE = 'x-route'

const mail: ReferralMail = {
  contentDomains: ['council.example.org'],
  addressOf: text => (text.includes('@') ? text : null),
  send: async () => true,
  isKept: async () => false,
  sentOf: async () => [
    { address: 'a.officer@council.example.org', at: new Date(), said: 'summary', state: 'sent' },
    { address: 'b.officer@council.example.org', at: new Date(), said: null, state: 'pending' }
  ]
}
const away: IdentityProvider = {
  begin: () => Promise.reject(new Error('away')),
  finish: () => Promise.reject(new Error('away'))
}

/** A member of staff, their page, and how the desk knows them. */
export interface Member extends Pick<Worker, 'page' | 'field'> {
  readonly id: string
  readonly name: string
}

/** The route a page came by, as `GET /c/:reference`. */
const cameBy = new WeakMap<Page, string>()
export const routeOf = (page: Page): string => cameBy.get(page) ?? ''

export class OpenConsole {
  readonly product: TestProduct
  readonly browser
  /** Every route there is. */
  readonly routes = new Set<string>()
  /** Addresses: with accounts of our own, and with those of an identity provider that does not answer. */
  home = ''
  elsewhere = ''
  readonly #origins: FastifyInstance[] = []
  readonly #pages: Page[] = []

  private constructor(product: TestProduct, browser: Awaited<ReturnType<typeof launchChromium>>) {
    this.product = product
    this.browser = browser
  }

  static async open(): Promise<OpenConsole> {
    const [product, browser] = await Promise.all([openTestProduct(), launchChromium()])
    const here = new OpenConsole(product, browser)
    here.home = await here.#listen({})
    here.elsewhere = await here.#listen({ identityProvider: away })
    return here
  }

  async #listen(more: Partial<Outside>): Promise<string> {
    const { staffOrigin } = (await import(BUILT)) as { staffOrigin(deps: Outside): FastifyInstance }
    const origin = staffOrigin({ ...this.product, key: randomBytes(32), log: makeLog('silent'), mail, ...more })
    origin.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one === 'GET' || one === 'POST') this.routes.add(`${one} ${url}`)
    })
    origin.addHook('onSend', async ({ method, routeOptions }, reply) => {
      reply.header(ROUTE, `${method} ${routeOptions.url ?? '*'}`)
    })
    // Passkeys are bound to a host name.
    await origin.listen({ port: 0, host: 'localhost' })
    this.#origins.push(origin)
    const address = origin.server.address()
    return `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  }

  /** A page of somebody nobody knows, or of a browser's window that is one's own. */
  async page(more: Parameters<typeof this.browser.newContext>[0] = {}): Promise<Page> {
    const context = await this.browser.newContext(more)
    context.setDefaultTimeout(15_000)
    return follow(await context.newPage())
  }

  link(): Promise<string> {
    return newSignInLink(this.product.staff, this.home)
  }

  async signIn(name: string): Promise<Member> {
    const worker = await Worker.signIn(this.browser, this.home, await this.link(), name)
    const { db } = this.product.connection
    const { id } = await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()
    this.#pages.push(worker.page)
    return Object.assign(worker, { id, name, page: follow(worker.page) })
  }

  asks = (...events: readonly PersonEvent[]): Promise<Person> => Person.asks(this.product, events)

  /** Somebody this worker has. */
  async with(worker: Member, ...events: readonly PersonEvent[]): Promise<Person> {
    const person = await this.asks(...events)
    await this.product.conversations.join(person.id, worker, randomUUID())
    return person
  }

  go = (page: Page, path: string) => page.goto(new URL(path, this.home).href, { waitUntil: 'load' })

  /** Nobody is at the desk any more, and every worker is as they were when they came. */
  async empty(): Promise<void> {
    // A page whose subject is gone loads itself again, which would meet whatever is opened next.
    for (const page of this.#pages) await page.goto('about:blank')
    await freeHands(this.product)
    const { pool } = this.product.connection
    await pool.query("update conversation set status = 'closed' where status <> 'closed'")
    await pool.query('delete from unclaimed')
    await pool.query('delete from password')
    await pool.query('update staff_session set available = true, proved_at = $1', [new Date()])
    await rebind(this.product)
  }

  async close(): Promise<void> {
    await this.browser.close()
    for (const origin of this.#origins) await origin.close()
    await this.product.close()
  }
}

function follow(page: Page): Page {
  page.on('response', answer => {
    const isItself = answer.frame() === page.mainFrame() && answer.request().isNavigationRequest()
    if (isItself) cameBy.set(page, answer.headers()[ROUTE] ?? '')
  })
  return page
}
