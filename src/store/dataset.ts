// Counting a contact that has ended: read what the count needs, and hold one row that is to lead back to nobody.
import { type KeyObject, randomUUID } from 'node:crypto'
import type { Conversation } from '../conversation/conversation.ts'
import type { Recorded } from '../conversation/recorded.ts'
import { currentAnswers } from '../flow/step.ts'
import { DATASET_QUARTERS_KEPT } from '../limits.ts'
import type { WithholdRecord } from '../questions/answer.ts'
import { datasetRow, type Ended } from '../summary/dataset-row.ts'
import { londonQuarter } from '../summary/london-time.ts'
import { workerRecordOf } from '../summary/record-of.ts'
import { withheldIn } from '../summary/withheld.ts'
import type { WorkerBand } from '../triage/worker-band.ts'
import type { Run } from './run.ts'
import { openAnswer } from './sealed.ts'
import type { Vault } from './vault.ts'

const WAITED = 'select requested_at, accepted_at from handover where conversation_id = $1'
const LINES = 'select n, body from answer where conversation_id = $1 and kind = $2 order by n'
const COUNTED = 'update conversation set counted = true where id = $1'
const HOLD = `with counted as (${COUNTED}) insert into dataset_held (id, body) values ($2, $3)`
export const ACCEPTED = 'update handover set accepted_at = coalesce(accepted_at, $2) where conversation_id = $1'

const column = (field: string): string => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const heldPlace = (id: string): string => `${id}|held row`

/** A row that waits to be counted, by the names of its columns. Throws when it is not as it was sealed. */
export const openHeldRow = (vault: Vault, id: string, body: Buffer): { readonly quarter: string } =>
  JSON.parse(vault.open(body, heldPlace(id)).toString()) as { quarter: string }

/**
 * Holds the row of a contact, sealed, until it is moved with others (dataset-batches.ts), and marks the conversation as counted; of a
 * test there is no row. `conversation` is as it stands at its end. Throws when it cannot be counted: the caller decides what that may stop.
 */
export async function countContact(
  run: Run,
  vault: Vault,
  key: KeyObject,
  conversation: Conversation,
  ended: Ended,
  endedAt: Date
): Promise<void> {
  const { id, channel, locale, snapshot } = conversation
  const [waited] = await run<{ requested_at: Date; accepted_at: Date | null }>(WAITED, [id])
  const lines = async <T extends WithholdRecord | WorkerBand | Recorded>(kind: string): Promise<T[]> =>
    (await run<{ n: number; body: Buffer }>(LINES, [id, kind])).map(({ n, body }) => openAnswer<T>(key, id, n, body))
  const worker = workerRecordOf({
    workerBands: await lines<WorkerBand>('band'),
    records: await lines<Recorded>('record')
  })
  if (worker.outcome === 'test') {
    await run(COUNTED, [id])
    return
  }
  const row = datasetRow({
    channel,
    locale,
    answers: currentAnswers(snapshot),
    withheld: withheldIn({ withheld: await lines<WithholdRecord>('withheld') }),
    requestedAt: waited?.requested_at ?? null,
    acceptedAt: waited?.accepted_at ?? null,
    ended,
    endedAt,
    worker
  })
  const columns = Object.fromEntries(Object.entries(row).map(([field, value]) => [column(field), value]))
  const held = randomUUID()
  await run(HOLD, [id, held, vault.close(Buffer.from(JSON.stringify(columns)), heldPlace(held))])
}

const QUARTERS_A_YEAR = 4

/** The oldest quarter that is kept: rows of those before it go. */
export function oldestQuarterKept(now: Date): string {
  const [year = 0, quarter = 1] = londonQuarter(now).split('-Q').map(Number)
  const first = year * QUARTERS_A_YEAR + quarter - 1 - DATASET_QUARTERS_KEPT
  return `${Math.floor(first / QUARTERS_A_YEAR)}-Q${(first % QUARTERS_A_YEAR) + 1}`
}
