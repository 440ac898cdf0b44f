import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Passwords } from './cluster.ts'
import { CannotStart, codeOf } from './faults.ts'

/** Any fixed number: nothing else takes advisory locks in the `postgres` database. */
const LOCK = 7_433_367
const WRONG_PASSWORD = '28P01'
const CONNECT_LIMIT_MS = 3_000
const TRIES = 5
const TRY_AGAIN_MS = 100

/** Either we hold the data, through this connection until it has ended, or the process with this id does. */
export type Claim = { connection: pg.Client; ended: Promise<void> } | { heldBy: string }

/**
 * Takes the lock that lets one Sidedoor only use this data. PostgreSQL frees it the moment the connection dies, and
 * with it the process. Undefined: the server cannot be reached yet.
 */
export async function takeDataLock(port: number, passwords: Passwords): Promise<Claim | undefined> {
  const connection = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password: passwords.postgres,
    application_name: `sidedoor ${process.pid}`,
    connectionTimeoutMillis: CONNECT_LIMIT_MS
  })
  // Without a listener a dying server would end this process. Whoever holds the connection watches for its end.
  connection.on('error', () => {})
  const ended = new Promise<void>(resolve => connection.once('end', () => resolve()))
  try {
    await connection.connect()
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const answer = await connection.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK])
      if (answer.rows[0]?.taken) return { connection, ended }
      // A holder that was killed a moment ago: its connection is just being noticed as closed.
      await sleep(TRY_AGAIN_MS)
    }
    const heldBy = await holder(connection)
    await connection.end()
    return { heldBy }
  } catch (fault) {
    await connection.end().catch(() => {})
    if (codeOf(fault) === WRONG_PASSWORD) {
      throw new CannotStart(
        'The stored passwords do not open the database: put the whole pg folder back from a backup.'
      )
    }
    return undefined
  }
}

async function holder(connection: pg.Client): Promise<string> {
  const answer = await connection.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1`,
    [LOCK]
  )
  return answer.rows[0]?.name.replace('sidedoor ', '') ?? ''
}
