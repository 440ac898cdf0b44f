// Two processes of the product on one database, either of which can be killed and started anew on other ports.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLog } from '../../src/log.ts'
import { openProduct, type Product } from '../../src/product.ts'
import { freshDatabase } from '../fresh-database.ts'
import { type RunningProduct, startProduct } from './product-process.ts'

export class Pair {
  readonly databaseUrl: string
  /** On the same database, without doors and jobs: how a test reads what is stored. */
  readonly behind: Product
  readonly #start: () => Promise<RunningProduct>
  readonly #running: [RunningProduct, RunningProduct]
  readonly #folder: string

  private constructor(
    databaseUrl: string,
    behind: Product,
    start: () => Promise<RunningProduct>,
    running: [RunningProduct, RunningProduct],
    folder: string
  ) {
    this.databaseUrl = databaseUrl
    this.behind = behind
    this.#start = start
    this.#running = running
    this.#folder = folder
  }

  static async start(settings: Record<string, string>): Promise<Pair> {
    const folder = mkdtempSync(join(tmpdir(), 'sidedoor-pair-'))
    chmodSync(folder, 0o711)
    const databaseUrl = await freshDatabase()
    const masterKey = randomBytes(32)
    const all = { DATABASE_URL: databaseUrl, MASTER_KEY: masterKey.toString('base64'), ...settings }
    const behind = await openProduct({ databaseUrl, masterKey, openingHours: null, log: makeLog('silent') })
    const start = () => startProduct(folder, all)
    // One after the other: only the sign-in link made last works.
    const running: [RunningProduct, RunningProduct] = [await start(), await start()]
    return new Pair(databaseUrl, behind, start, running, folder)
  }

  /** As it runs now. */
  at(which: 0 | 1): RunningProduct {
    return this.#running[which]
  }

  /** Kills one and starts it again. Resolves when it answers. */
  async kill(which: 0 | 1): Promise<void> {
    await this.#running[which].kill()
    this.#running[which] = await this.#start()
  }

  async end(): Promise<void> {
    await Promise.all(this.#running.map(product => product.kill()))
    await this.behind.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
