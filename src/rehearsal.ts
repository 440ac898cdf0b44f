// A product on a database of its own that is thrown away afterwards: what talk and simulate play on. No network, no doors.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Availability } from './conversation/ports.ts'
import { makeLog } from './log.ts'
import { openProduct, type Product } from './product.ts'
import { startEmbedded } from './store/embedded/index.ts'
import { type SpareDatabase, spareDatabase } from './store/spare-database.ts'

/** A database beside the running product's, never the same: on DATABASE_URL's server, or in a cluster of its own. */
async function throwawayDatabase(env: NodeJS.ProcessEnv): Promise<SpareDatabase> {
  if (env.DATABASE_URL) return spareDatabase(env.DATABASE_URL, 'sidedoor_rehearsal')
  const dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-rehearsal-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, log: () => {} })
  return {
    url: server.url,
    async remove() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}

export interface Rehearsal extends Product {
  /** Who is there, as the scenario has it. */
  availability: Availability
}

/** Opens a product to rehearse on; `close` removes it without a trace. */
export async function openRehearsal(): Promise<Rehearsal> {
  const database = await throwawayDatabase(process.env)
  const state = { availability: { onDuty: true, open: true, opensAt: null } as Availability }
  const product = await openProduct({
    databaseUrl: database.url,
    masterKey: randomBytes(32),
    openingHours: null,
    // Nobody in need is listening: a rehearsal is where a draft is read aloud.
    draftLanguages: 'all',
    log: makeLog('error'),
    desk: { availability: () => Promise.resolve(state.availability) }
  })
  return Object.assign(state, product, {
    async close() {
      await product.close()
      await database.remove()
    }
  })
}
