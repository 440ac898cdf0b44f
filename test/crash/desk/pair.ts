// Two processes of the product on one database, either of which can be killed and started anew at the same address.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLog } from '../../../src/log.ts'
import { openProduct, type Product } from '../../../src/product.ts'
import { freshDatabase } from '../../fresh-database.ts'
import { freePorts } from '../free-port.ts'
import { type RunningProduct, startProduct } from '../product-process.ts'

type Two<T> = readonly [T, T]
/** One of the two processes. */
export type Which = 0 | 1

/** Where a process listens. What it prints is how others know it, which may be another address. */
interface Site {
  readonly chat: string
  readonly staff: string
  readonly start: () => Promise<RunningProduct>
}

interface Parts {
  readonly databaseUrl: string
  readonly behind: Product
  readonly folder: string
  readonly sites: Two<Site>
}

export class Pair {
  readonly databaseUrl: string
  /** On the same database, without doors and jobs: how a test reads what is stored. */
  readonly behind: Product
  readonly #folder: string
  readonly #sites: Two<Site>
  readonly #running: [RunningProduct, RunningProduct]

  private constructor({ databaseUrl, behind, folder, sites }: Parts, running: [RunningProduct, RunningProduct]) {
    this.databaseUrl = databaseUrl
    this.behind = behind
    this.#folder = folder
    this.#sites = sites
    this.#running = running
  }

  static async start(settings: Record<string, string>): Promise<Pair> {
    const folder = mkdtempSync(join(tmpdir(), 'sidedoor-pair-'))
    chmodSync(folder, 0o711)
    const databaseUrl = await freshDatabase()
    const masterKey = randomBytes(32)
    const all = { DATABASE_URL: databaseUrl, MASTER_KEY: masterKey.toString('base64'), ...settings }
    const behind = await openProduct({ databaseUrl, masterKey, openingHours: null, log: makeLog('silent') })
    const siteAt = (port = 0, staffPort = 0): Site => {
      const staff = `http://127.0.0.1:${staffPort}`
      const own = { PORT: String(port), STAFF_PORT: String(staffPort), STAFF_URL: staff }
      return { chat: `http://localhost:${port}`, staff, start: () => startProduct(folder, { ...all, ...own }) }
    }
    const [one, two, three, four] = await freePorts(4)
    const sites: Two<Site> = [siteAt(one, two), siteAt(three, four)]
    // One after the other: each brings the database up to date.
    const running: [RunningProduct, RunningProduct] = [await sites[0].start(), await sites[1].start()]
    return new Pair({ databaseUrl, behind, folder, sites }, running)
  }

  /** Where people, and where workers, find one of them. */
  at(which: Which): Pick<Site, 'chat' | 'staff'> {
    return this.#sites[which]
  }

  /** A new one-time link. */
  signIn(): Promise<string> {
    return this.#running[1].signIn()
  }

  /** What the machine prints for a request at the desk that has no second person. */
  readonly codeFor = (request: string): string => this.#running[1].codeFor(request)

  /** Kills one and starts it again. Resolves when it answers. */
  async kill(which: Which): Promise<void> {
    await this.#running[which].kill()
    this.#running[which] = await this.#sites[which].start()
  }

  async end(): Promise<void> {
    await Promise.all(this.#running.map(product => product.kill()))
    await this.behind.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
