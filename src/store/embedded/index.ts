import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { accountFor, canEnter } from './account.ts'
import { acquire, type Cluster } from './acquire.ts'
import { binariesFor } from './binaries.ts'
import { createCluster, readPasswords, removeDrafts } from './cluster.ts'
import { databaseUrl, ensureDatabase, ensureProductRole } from './database.ts'
import { AlreadyRunning, CannotStart, codeOf } from './faults.ts'
import { runningPostmaster } from './postmaster.ts'
import { type Log, supervise } from './supervise.ts'

export { checkout } from './checkout.ts'
export { dataDirectory } from './data-dir.ts'
export { AlreadyRunning, CannotStart } from './faults.ts'

export interface EmbeddedServer {
  /** As the owner of the database; the same as long as this process lives. */
  url: string
  /** As the role the product's pools use, to whom the owner gives what it needs. */
  productUrl: string
  /** Whether the server was left over from a Sidedoor that was killed. */
  adopted: boolean
  /** Shuts PostgreSQL down, whoever launched it. */
  stop(): Promise<void>
}

/**
 * Starts (or adopts) the PostgreSQL whose data is in `<dataDir>/pg`, makes it on the first start, and starts it again
 * if it dies. Throws AlreadyRunning when another Sidedoor holds this data, else CannotStart: each with one plain line.
 */
export async function startEmbedded(options: { dataDir: string; log: Log }): Promise<EmbeddedServer> {
  try {
    const cluster = await prepare(realpathSync(options.dataDir), options.log)
    const giveUp = new AbortController()
    const holding = await acquire(cluster, giveUp.signal)
    const { stop } = supervise({ cluster, holding, giveUp, log: options.log })
    const { connection, port, adopted } = holding
    const password = await ensureDatabase(connection, cluster.passwords)
      .then(() => ensureProductRole(connection))
      .catch(async fault => {
        await stop()
        throw fault
      })
    const url = databaseUrl(port, 'sidedoor', cluster.passwords.sidedoor)
    return { url, productUrl: databaseUrl(port, 'sidedoor_product', password), adopted, stop }
  } catch (fault) {
    if (fault instanceof AlreadyRunning || fault instanceof CannotStart) throw fault
    throw new CannotStart(
      `PostgreSQL cannot use ${options.dataDir} (${codeOf(fault)}): check that folder, or set DATA_DIR to another.`
    )
  }
}

/** Where the server of a Sidedoor that runs on this data answers, for what runs beside it; null where none does. */
export function runningUrl(dataDir: string): string | null {
  const pgDir = join(realpathSync(dataDir), 'pg')
  const server = runningPostmaster(pgDir)
  return server?.ready ? databaseUrl(server.port, 'sidedoor', readPasswords(pgDir).sidedoor) : null
}

async function prepare(dataDir: string, log: Log): Promise<Cluster> {
  const pgDir = join(dataDir, 'pg')
  const account = accountFor(pgDir)
  if (account.uid !== undefined && !canEnter(account, dataDir)) {
    throw new CannotStart(
      `PostgreSQL cannot run as root, and user id ${account.uid} cannot enter ${dataDir}: set DATA_DIR to a folder whose parents all have mode 711 or wider.`
    )
  }
  const binaries = binariesFor(account)
  removeDrafts(dataDir)
  if (!existsSync(pgDir)) {
    log('Creating the database (first start only)')
    await createCluster(dataDir, account, binaries)
  }
  return { pgDir, account, binaries, passwords: readPasswords(pgDir) }
}
