import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { runningPostmaster } from './postmaster.ts'

const LOOK_AGAIN_MS = 20
const PATIENCE_MS = 20_000

/** Stops the server on this data, which the caller holds. Open transactions are rolled back; nothing committed is lost. */
export async function shutDown(pgDir: string, connection: pg.Client): Promise<void> {
  await stopServer(pgDir)
  await connection.end().catch(() => {})
}

/** Waits for a server that is already shutting down. */
export async function waitUntilDown(pgDir: string): Promise<void> {
  const limit = Date.now() + PATIENCE_MS
  while (Date.now() < limit && runningPostmaster(pgDir)?.ready === false) await sleep(LOOK_AGAIN_MS)
}

async function stopServer(pgDir: string): Promise<void> {
  const server = runningPostmaster(pgDir)
  if (!server) return
  // SIGINT: fast shutdown; SIGQUIT: at once, with a recovery at the next start.
  // https://www.postgresql.org/docs/18/server-shutdown.html
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(server.pid, signal)
    const limit = Date.now() + PATIENCE_MS
    while (Date.now() < limit) {
      if (runningPostmaster(pgDir)?.pid !== server.pid) return
      await sleep(LOOK_AGAIN_MS)
    }
  }
}
