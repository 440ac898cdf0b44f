// One pool of connections to PostgreSQL, and the migrations that bring any database up to date.
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { OUTPUT_SENDERS, SENDERS, TAKERS } from '../limits.ts'
import * as first from './migrations/001-first.ts'
import * as dataset from './migrations/002-dataset.ts'
import * as workerBand from './migrations/003-worker-band.ts'
import * as comingBack from './migrations/004-return.ts'
import * as queueBand from './migrations/005-queue-band.ts'
import * as texts from './migrations/006-texts.ts'
import * as unclaimed from './migrations/007-unclaimed.ts'
import * as roles from './migrations/008-roles.ts'
import * as handover from './migrations/009-handover.ts'
import * as staff from './migrations/010-staff.ts'
import * as outputs from './migrations/011-outputs.ts'
import * as azure from './migrations/012-azure.ts'
import * as record from './migrations/013-record.ts'
import * as callBacks from './migrations/014-call-backs.ts'
import * as load from './migrations/015-load.ts'
import * as closedDoors from './migrations/016-closed-doors.ts'
import * as secondPerson from './migrations/017-second-person.ts'
import * as leftAtRisk from './migrations/018-left-at-risk.ts'
import * as anonymousRows from './migrations/019-anonymous-rows.ts'
import * as sessions from './migrations/021-sessions.ts'
import * as keyed from './migrations/023-keyed.ts'
import type { Database } from './schema.ts'

const migrations = {
  '001-first': first,
  '002-dataset': dataset,
  '003-worker-band': workerBand,
  '004-return': comingBack,
  '005-queue-band': queueBand,
  '006-texts': texts,
  '007-unclaimed': unclaimed,
  '008-roles': roles,
  '009-handover': handover,
  '010-staff': staff,
  '011-outputs': outputs,
  '012-azure': azure,
  '013-record': record,
  '014-call-backs': callBacks,
  '015-load': load,
  '016-closed-doors': closedDoors,
  '017-second-person': secondPerson,
  '018-left-at-risk': leftAtRisk,
  '019-anonymous-rows': anonymousRows,
  '021-sessions': sessions,
  '023-keyed': keyed
}

export interface Connection {
  readonly pool: pg.Pool
  readonly db: Kysely<Database>
}

/**
 * Connections of one process. Ten for people, because turns are short and PostgreSQL slows down beyond a few per core; and those
 * that texts, webhooks and mail hold while they wait for somebody outside or for each other, so that nobody's page is held up.
 */
const POOL_SIZE = 10 + SENDERS + 3 * TAKERS + 2 * OUTPUT_SENDERS
/** A turn that waits longer than this for a connection fails and may be tried again, in ms. */
const CONNECT_PATIENCE = 5_000

/** Opens a pool. `onError` hears of idle connections that break; without a listener they would end the process. */
export function connect(url: string, onError: (error: Error) => void): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_PATIENCE,
    application_name: 'sidedoor'
  })
  pool.on('error', onError)
  // The pool listens to idle connections only: one that breaks in the middle of a turn would end the process.
  pool.on('connect', client => client.on('error', () => {}))
  return { pool, db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }) }
}

/** Brings the database up to date. Safe to run from several processes at once. Throws the first failure. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrations) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
}
