// Whether a turn ends a contact, so that it is counted: once, and with what the worker who had it says came of it.
import type { Change } from '../conversation/conversation.ts'
import type { Ended } from '../summary/dataset-row.ts'
import type { ConversationRow } from './rows.ts'

interface Before extends Pick<ConversationRow, 'status' | 'owner'> {
  readonly counted: boolean
  readonly updated_at: Date
}

/** How and when a contact ended. */
export interface End {
  readonly ended: Ended
  readonly at: Date
}

/**
 * The end this turn brings; null when it brings none that is counted now. Somebody who leaves a worker is counted when that
 * worker has said what came of it; if they never do, when the conversation is deleted.
 */
export function endBy(before: Before, change: Change, at: Date): End | null {
  if (before.counted) return null
  if (change.status === 'closed') return { ended: 'closed', at }
  if (change.status === 'left') return before.owner === 'worker' ? null : { ended: 'left', at }
  const isSaid = change.records?.some(({ kind }) => kind === 'outcome') ?? false
  return before.status === 'left' && isSaid ? { ended: 'left', at: before.updated_at } : null
}
