// Counting a contact that has ended: read what the count needs, write one row that leads back to nobody.
import type { KeyObject } from 'node:crypto'
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

const WAITED = 'select requested_at, accepted_at from handover where conversation_id = $1'
const LINES = 'select n, body from answer where conversation_id = $1 and kind = $2 order by n'
const COUNTED = 'update conversation set counted = true where id = $1'
const COUNT = `with counted as (${COUNTED})
  insert into dataset_row select * from jsonb_populate_record(null::dataset_row, $2::jsonb)`
export const ACCEPTED = 'update handover set accepted_at = coalesce(accepted_at, $2) where conversation_id = $1'

const column = (field: string): string => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/**
 * Writes the row of a contact and marks the conversation as counted; of a test there is no row. `conversation` is as it stands at its end. Throws
 * when it cannot be counted: the caller decides what that may stop.
 */
export async function countContact(
  run: Run,
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
  await run(COUNT, [id, JSON.stringify(columns)])
}

const QUARTERS_A_YEAR = 4

/** The oldest quarter that is kept: rows of those before it go. */
export function oldestQuarterKept(now: Date): string {
  const [year = 0, quarter = 1] = londonQuarter(now).split('-Q').map(Number)
  const first = year * QUARTERS_A_YEAR + quarter - 1 - DATASET_QUARTERS_KEPT
  return `${Math.floor(first / QUARTERS_A_YEAR)}-Q${(first % QUARTERS_A_YEAR) + 1}`
}
