// Rows that lead back to nobody: many at once, in no order, in a transaction of their own.
import { randomInt } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { DATASET_BATCH } from '../limits.ts'
import { londonQuarter } from '../summary/london-time.ts'
import type { Connection } from './database.ts'
import { openHeldRow } from './dataset.ts'
import type { Database } from './schema.ts'
import type { Vault } from './vault.ts'

const COUNT = 'dataset batches'

/**
 * Moves what waits into the dataset once there are `least` of them, or the quarter of one has ended. Of fewer, or one at a time, each
 * could be told by when it came. Returns whether any were moved. A killed process moves none, and none twice.
 */
export function countHeld({ db }: Connection, vault: Vault, now: Date, least = DATASET_BATCH): Promise<boolean> {
  return db.transaction().execute(async trx => {
    // Two processes would each see a part of them.
    await sql`select pg_advisory_xact_lock(hashtext(${COUNT}))`.execute(trx)
    const held = await trx.selectFrom('dataset_held').selectAll().execute()
    if (held.length === 0) return false
    const rows = held.map(({ id, body }) => openHeldRow(vault, id, body))
    const isOver = rows.some(({ quarter }) => quarter !== londonQuarter(now))
    if (held.length < least && !isOver) return false
    for (const row of inNoOrder(rows)) await insert(trx, row)
    const ids = held.map(({ id }) => id)
    await trx.deleteFrom('dataset_held').where('id', 'in', ids).execute()
    return true
  })
}

const insert = (trx: Kysely<Database>, row: object) =>
  sql`insert into dataset_row select * from jsonb_populate_record(null::dataset_row, ${JSON.stringify(row)}::jsonb)`.execute(
    trx
  )

function inNoOrder<Each>(each: readonly Each[]): Each[] {
  const mixed = [...each]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const [one, two] = [mixed[last] as Each, mixed[other] as Each]
    mixed[last] = two
    mixed[other] = one
  }
  return mixed
}
