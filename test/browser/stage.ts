// What a browser test stands on: the built product with a database of its own, a place to leave to, and a Chromium.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type RunningProduct, startProduct } from '../crash/product-process.ts'
import { freshDatabase } from '../fresh-database.ts'
import { launchChromium } from './chromium.ts'
import { type Elsewhere, openElsewhere } from './elsewhere.ts'
import { Wire } from './wire.ts'

export interface Stage {
  readonly product: RunningProduct
  readonly browser: Browser
  readonly elsewhere: Elsewhere
  /** Between the product and its database. */
  readonly database: Wire
  /** The database's own address, past the wire. */
  readonly databaseUrl: string
  close(): Promise<void>
}

export async function raiseStage(settings: Record<string, string> = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'sidedoor-browser-'))
  chmodSync(folder, 0o711)
  const databaseUrl = await freshDatabase()
  const url = new URL(databaseUrl)
  const [elsewhere, database, browser] = await Promise.all([
    openElsewhere(),
    Wire.to(Number(url.port)),
    launchChromium()
  ])
  url.hostname = '127.0.0.1'
  url.port = String(database.port)
  const product = await startProduct(folder, {
    DATABASE_URL: url.href,
    MASTER_KEY: randomBytes(32).toString('base64'),
    EXIT_URL: elsewhere.url,
    ...settings
  })
  return {
    product,
    browser,
    elsewhere,
    database,
    databaseUrl,
    async close() {
      await browser.close()
      await product.kill()
      await Promise.all([elsewhere.close(), database.takeDown()])
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
