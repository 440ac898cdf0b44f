import type { Reading } from '../conversation/ports.ts'
import type { Listed } from '../store/desk-list.ts'
import { summarise } from '../summary/build.ts'
import type { Summary } from '../summary/schema.ts'
import { NOTHING_RECORDED } from '../summary/worker-record.ts'
import type { Words } from '../wording/words.ts'
import type { Dependencies } from './dependencies.ts'

/** What a list knows of a conversation and its summary says too. */
export interface Stood extends Pick<Listed, 'status' | 'changedAt' | 'type'> {
  /** Null when nobody was asked to join. */
  readonly requestedAt: Date | null
}

/** The summary of a conversation, as it stands now. */
export async function summaryOf(
  { conversations, desk, directory }: Pick<Dependencies, 'conversations' | 'desk' | 'directory'>,
  words: Words,
  listed: Stood,
  reading: Reading,
  now: Date
): Promise<Summary> {
  const { open } = await desk.availability(now)
  return summarise(reading, {
    facts: conversations.facts(reading),
    words,
    directory,
    now,
    handoverType: listed.type,
    outOfHours: !open,
    requestedAt: listed.requestedAt,
    leftAt: listed.status === 'left' ? listed.changedAt : null,
    shortMode: conversations.isShort(reading),
    worker: { ...NOTHING_RECORDED, bands: reading.workerBands }
  })
}
