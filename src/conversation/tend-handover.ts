// What staff and clocks do to a handover without a word of theirs. Whether it is taken, the handover's machine says.
import type { Change, Conversation } from './conversation.ts'
import type { Decided } from './follow-handover.ts'
import type { HandoverEvent } from './handover.ts'
import { requestFor } from './handover-request.ts'
import { type Act, onRecord } from './on-record.ts'
import type { Desk } from './ports.ts'
import type { WorkerOutcome } from './worker-turn.ts'

/** Asking a colleague, answering, joining in, having seen it. */
const ACTS = {
  SEEN: 'seen',
  TRANSFER: 'transfer_ask',
  ACCEPT: 'transfer',
  DECLINE: 'transfer_no',
  CANCEL: 'transfer_no',
  SUPERVISOR_JOINS: 'join_in',
  SUPERVISOR_LEAVES: 'step_out'
} as const satisfies { readonly [T in HandoverEvent['type']]?: Act }
export type Tending = Extract<HandoverEvent, { type: keyof typeof ACTS }>

/** What happens because time passes, a console falls silent, or the line opens and closes. */
export type ClockEvent = Extract<
  HandoverEvent,
  { type: 'TIMER' | 'WORKER_GONE' | 'WORKER_BACK' | 'DESK_OPENED' | 'DESK_CLOSED' }
>

export function tendBy(tending: Tending, found: Conversation): Decided<WorkerOutcome> {
  if (found.status !== 'open') return { change: null, result: found.status }
  const change = { messages: [], ...onRecord(tending.by, ACTS[tending.type]), announce: true }
  return { change, acts: [tending], result: 'done', refused: 'notYours' }
}

export async function clockTurn(
  event: ClockEvent,
  found: Conversation,
  now: Date,
  desk: Desk
): Promise<Decided<'done' | null>> {
  if (!found.handoverState) return { change: null, result: null }
  const change: Change = { messages: [], byClock: true, announce: true, ...(await typeNow(event, found, now, desk)) }
  return { change, acts: [event], result: 'done', refused: null }
}

/** "Only where a safe way was given" is a type of the closed line: when it opens or closes, the type is another. */
async function typeNow(
  { type }: ClockEvent,
  { snapshot, status }: Conversation,
  now: Date,
  desk: Desk
): Promise<Pick<Change, 'handover'>> {
  if ((type !== 'DESK_OPENED' && type !== 'DESK_CLOSED') || status !== 'open') return {}
  const { open } = await desk.availability(now)
  return { handover: requestFor(snapshot, open) }
}
