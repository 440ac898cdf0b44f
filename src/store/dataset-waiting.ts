// The way into the dataset. What a transaction writes bears its number, and so does all else it wrote: a row of the transaction that
// ended a contact would lead back to it. So rows wait here, sealed, and go in together, by a transaction that writes nothing else.
import { createSecretKey, type KeyObject, randomUUID } from 'node:crypto'
import { DATASET_BATCH, DATASET_ROW_BYTES, DATASET_SETTLED } from '../limits.ts'
import type { DatasetRow } from '../summary/dataset-row.ts'
import { londonQuarter } from '../summary/london-time.ts'
import type { Connection } from './database.ts'
import { type Run, runIn } from './run.ts'
import { seal, unseal, type Vault } from './vault.ts'

const WAIT = 'insert into dataset_waiting (id, quarter, body) values ($1, $2, $3)'
// A statement of its own: the one that looks afterwards sees what another mover has left.
const LOCK = `select pg_try_advisory_xact_lock(hashtextextended('dataset rows', 0)) as mine`
const LOOK = 'select count(*) >= $1 or coalesce(min(quarter) < $2, false) as due from dataset_waiting'
const TAKE = 'delete from dataset_waiting returning id, body'
// All of the dataset is written anew, so that neither its transaction nor its place tells a new row from an old one.
const SHUFFLE = `with counted as (delete from dataset_row returning *)
  insert into dataset_row select * from (
    select * from counted union all select * from jsonb_populate_recordset(null::dataset_row, $1::jsonb)
  ) every order by gen_random_uuid()`
// What was deleted can still be read in the files, with the transactions that wrote it and took it away.
const SWEEP = 'vacuum (skip_locked) dataset_waiting, dataset_row'

const keyOf = (vault: Vault): KeyObject => createSecretKey(vault.derive('dataset rows'))
const placeOf = (id: string) => `${id}|dataset`
const column = (field: string): string => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** As many bytes whatever it holds: by its length a sealed row could be found again among those in the dataset. */
function padded(row: DatasetRow): Buffer {
  const columns = Object.fromEntries(Object.entries(row).map(([field, value]) => [column(field), value]))
  const plain = Buffer.from(JSON.stringify(columns))
  const size = Math.ceil(plain.length / DATASET_ROW_BYTES) * DATASET_ROW_BYTES
  return Buffer.concat([plain, Buffer.alloc(size - plain.length, ' ')])
}

/** Has a row wait for others, in the transaction that counts the contact. */
export async function waitForOthers(run: Run, vault: Vault, row: DatasetRow): Promise<void> {
  const id = randomUUID()
  await run(WAIT, [id, row.quarter, seal(keyOf(vault), padded(row), placeOf(id))])
}

/**
 * Moves what waits into the dataset, in random order, once there is enough of it or a quarter is settled. One transaction: a row is
 * here or there, never twice. True: something was moved.
 */
export async function moveWaiting({ db, pool }: Connection, vault: Vault, now: Date): Promise<boolean> {
  const isMoved = await db.transaction().execute(async trx => {
    const run = runIn(trx)
    const [lock] = await run<{ mine: boolean }>(LOCK, [])
    if (!lock?.mine) return false
    const settled = londonQuarter(new Date(now.getTime() - DATASET_SETTLED))
    const [look] = await run<{ due: boolean }>(LOOK, [DATASET_BATCH, settled])
    if (!look?.due) return false
    const taken = await run<{ id: string; body: Buffer }>(TAKE, [])
    const rows = taken.map(({ id, body }): unknown =>
      JSON.parse(unseal(keyOf(vault), body, placeOf(id)).toString('utf8'))
    )
    await run(SHUFFLE, [JSON.stringify(rows)])
    return true
  })
  if (isMoved) await pool.query(SWEEP)
  return isMoved
}
