import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Passwords } from './cluster.ts'
import { takeDataLock } from './data-lock.ts'
import { AlreadyRunning, CannotStart } from './faults.ts'
import { claimPidFile, runningPostmaster } from './postmaster.ts'
import { launchServer, type ServerProcess } from './server-process.ts'
import { shutDown } from './shut-down.ts'

/** Everything that stays the same about a cluster while servers come and go. */
export interface Cluster {
  pgDir: string
  account: Account
  binaries: Binaries
  passwords: Passwords
}

/** A running server whose data is ours as long as the connection lives. */
export interface Holding {
  connection: pg.Client
  ended: Promise<void>
  port: number
  /** The server was already running: the process that launched it was killed. */
  adopted: boolean
}

const LOOK_AGAIN_MS = 20
/** Replaying a full write-ahead log on a slow disk takes long; a server that never answers must still be reported. */
const LIMIT_MS = 180_000
const PORT_TAKEN = 'could not create any TCP/IP sockets'
const MEMORY_IN_USE = 'pre-existing shared memory block'
const PID_FILE_IN_USE = 'lock file "postmaster.pid" already exists'

/**
 * Gets hold of a running server on this data: the one that runs, whoever launched it, or a new one. `port` asks for
 * that port. Throws AlreadyRunning, CannotStart, or the signal's reason.
 */
export async function acquire(cluster: Cluster, signal: AbortSignal, port?: number): Promise<Holding> {
  const { pgDir, passwords } = cluster
  const limit = Date.now() + LIMIT_MS
  let launched: ServerProcess | undefined
  try {
    while (Date.now() < limit) {
      signal.throwIfAborted()
      const server = runningPostmaster(pgDir)
      if (server?.ready) {
        const claim = await takeDataLock(server.port, passwords)
        if (claim && 'heldBy' in claim) throw new AlreadyRunning(pgDir, claim.heldBy)
        const fits = port === undefined || server.port === port
        if (claim && fits) return { ...claim, port: server.port, adopted: launched?.pid !== server.pid }
        // Ours, but the product's pools know another port: it starts anew on that one.
        if (claim) await shutDown(pgDir, claim.connection)
      } else if (!server && (!launched || launched.hasExited())) {
        if (launched) await readjust(launched, pgDir)
        launched = launchServer({ ...cluster, port: port ?? (await freePort()) })
      }
      await Promise.race([sleep(LOOK_AGAIN_MS), launched?.exited].filter(Boolean))
    }
    throw new CannotStart(`PostgreSQL on ${pgDir} does not answer: restart this machine, or set DATABASE_URL.`)
  } catch (fault) {
    // In AlreadyRunning the server may be a child of ours: it serves the holder of the lock and goes on.
    if (fault instanceof AlreadyRunning) {
      launched?.letGo()
    } else if (launched) {
      launched.kill()
      await launched.exited
    }
    throw fault
  }
}

/** After a launch that failed: mends what can be mended before the next one, or says why there is none. */
async function readjust(launched: ServerProcess, pgDir: string): Promise<void> {
  await Promise.race([launched.exited, sleep(500)])
  const reason = launched.lastWords()
  if (reason.includes(PID_FILE_IN_USE)) return claimPidFile(pgDir)
  // Backends outlive a killed server for a moment; a port may be taken between finding and using it.
  if (reason.includes(MEMORY_IN_USE) || reason.includes(PORT_TAKEN) || reason === '') return sleep(250)
  throw new CannotStart(`PostgreSQL on ${pgDir} does not start (${reason}): check that folder and the free disk space.`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
