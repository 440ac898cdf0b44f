// Counting a contact that has ended: read what the count needs, and have one row wait that is to lead back to nobody.
import type { KeyObject } from 'node:crypto'
import type { Conversation } from '../conversation/conversation.ts'
import type { Recorded } from '../conversation/recorded.ts'
import { currentAnswers } from '../flow/step.ts'
import { DATASET_QUARTERS_KEPT } from '../limits.ts'
import type { WithholdRecord } from '../questions/answer.ts'
import { datasetRow } from '../summary/dataset-row.ts'
import { londonQuarter } from '../summary/london-time.ts'
import { workerRecordOf } from '../summary/record-of.ts'
import { withheldIn } from '../summary/withheld.ts'
import type { WorkerBand } from '../triage/worker-band.ts'
import { waitForOthers } from './dataset-waiting.ts'
import type { End } from './end-by.ts'
import type { Run } from './run.ts'
import { openAnswer } from './sealed.ts'
import type { Vault } from './vault.ts'

const WAITED = 'select requested_at, accepted_at from handover where conversation_id = $1'
const LINES = 'select n, body from answer where conversation_id = $1 and kind = $2 order by n'
const COUNTED = 'update conversation set counted = true where id = $1'
export const ACCEPTED = 'update handover set accepted_at = coalesce(accepted_at, $2) where conversation_id = $1'

/**
 * Has the row of a contact wait and marks the conversation as counted; of a test there is no row. `conversation` is as it stands at
 * its end. Throws when it cannot be counted: the caller decides what that may stop, and takes back what was begun.
 */
export async function countContact(
  run: Run,
  vault: Vault,
  key: KeyObject,
  conversation: Conversation,
  end: End
): Promise<void> {
  const { id, channel, locale, snapshot } = conversation
  const [waited] = await run<{ requested_at: Date; accepted_at: Date | null }>(WAITED, [id])
  const lines = async <T extends WithholdRecord | WorkerBand | Recorded>(kind: string): Promise<T[]> =>
    (await run<{ n: number; body: Buffer }>(LINES, [id, kind])).map(({ n, body }) => openAnswer<T>(key, id, n, body))
  const worker = workerRecordOf({
    workerBands: await lines<WorkerBand>('band'),
    records: await lines<Recorded>('record')
  })
  await run(COUNTED, [id])
  if (worker.outcome === 'test') return
  const row = datasetRow({
    channel,
    locale,
    answers: currentAnswers(snapshot),
    withheld: withheldIn({ withheld: await lines<WithholdRecord>('withheld') }),
    requestedAt: waited?.requested_at ?? null,
    acceptedAt: waited?.accepted_at ?? null,
    ended: end.ended,
    endedAt: end.at,
    worker
  })
  await waitForOthers(run, vault, row)
}

const QUARTERS_A_YEAR = 4

/** The oldest quarter that is kept: rows of those before it go. */
export function oldestQuarterKept(now: Date): string {
  const [year = 0, quarter = 1] = londonQuarter(now).split('-Q').map(Number)
  const first = year * QUARTERS_A_YEAR + quarter - 1 - DATASET_QUARTERS_KEPT
  return `${Math.floor(first / QUARTERS_A_YEAR)}-Q${(first % QUARTERS_A_YEAR) + 1}`
}
