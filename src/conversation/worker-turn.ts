// A worker's side of a conversation: joining, speaking, setting a band, giving back, closing. Law 3: one owner, decided under the lock.
import type { Flow } from '../flow/flow.ts'
import { step } from '../flow/step.ts'
import { hasReason, type WorkerBand } from '../triage/worker-band.ts'
import type { Words } from '../wording/words.ts'
import { whoIsThere } from './compose.ts'
import type { Change, Conversation, NewMessage } from './conversation.ts'
import type { Decided } from './follow-handover.ts'
import { type Refusal, refusal } from './gate.ts'
import { onRecord } from './on-record.ts'
import type { Desk } from './ports.ts'
import { mayBeSaid, pushed, recipientOf } from './pushed.ts'
import { sentence } from './sentence.ts'

export interface Worker {
  readonly id: string
  /** First name, as the person sees it. */
  readonly name: string
}

export interface Said {
  readonly conversation: string
  readonly messageId: string
  readonly worker: Worker
  readonly text: string
}

/** `taken`: another worker has it. `duplicate`: the same click came twice and was done once. */
export type WorkerOutcome = 'done' | 'taken' | 'duplicate' | 'gone' | Refusal

export type Turn = Decided<WorkerOutcome>
const no = (result: WorkerOutcome): Turn => ({ change: null, result })

export const isTheirs = ({ owner }: Conversation, worker: Worker): boolean =>
  owner.kind === 'worker' && owner.id === worker.id

export function joinBy(worker: Worker, found: Conversation, now: Date, flow: Flow, words: Words): Turn {
  if (found.status !== 'open') return no(found.status)
  if (found.owner.kind === 'worker') return no(isTheirs(found, worker) ? 'done' : 'taken')
  if (found.owner.kind === 'assistant') return no('notYours')
  const { snapshot } = step(flow, found.snapshot, { type: 'WORKER_JOINED' })
  const owner = { kind: 'worker', ...worker } as const
  const said = sentence(words, found.channel, 'status', 'workerJoined', { name: worker.name })
  const joined: NewMessage = { ...said, by: worker.name }
  const change: Change = {
    snapshot,
    owner,
    messages: [joined].filter(message => mayBeSaid(message, { ...found, owner }, now)),
    ...pushed(found, now),
    ...onRecord(worker, 'take'),
    announce: true
  }
  return { change, acts: [{ type: 'CLAIM', by: worker }], result: 'done', refused: 'taken' }
}

export function sayBy({ worker, text }: Said, found: Conversation, now: Date, words: Words): Turn {
  const segments = found.channel === 'sms' ? words.segments(text) : 1
  const why = refusal({ from: 'worker', kind: 'said', workerId: worker.id, segments }, recipientOf(found, now), now)
  if (why) return no(why)
  const message: NewMessage = { from: 'worker', kind: 'said', text, locale: found.locale, by: worker.name }
  const change: Change = { messages: [message], ...pushed(found, now), announce: true }
  return { change, also: [{ type: 'SPOKE', by: worker }], result: 'done' }
}

/** A worker's own band. Nothing is said: the person is never shown a band (law 5). Throws without a reason: it is no decision. */
export function bandBy(
  worker: Worker,
  { band, reason }: Pick<WorkerBand, 'band' | 'reason'>,
  found: Conversation,
  now: Date
): Turn {
  if (!hasReason({ reason })) throw new Error('a band without a reason is no decision')
  if (found.status !== 'open') return no(found.status)
  if (!isTheirs(found, worker)) return no('notYours')
  const decided: WorkerBand = { band, reason, worker: worker.name, at: now.toISOString() }
  return {
    change: { messages: [], workerBands: [decided], ...onRecord(worker, 'band'), announce: true },
    result: 'done'
  }
}

/** `broughtBack`: by a colleague, because the worker's page is closed. */
export async function releaseBy(
  worker: Worker,
  broughtBack: Pick<Worker, 'id'> | null,
  found: Conversation,
  now: Date,
  flow: Flow,
  words: Words,
  desk: Desk
): Promise<Turn> {
  if (found.status !== 'open') return no(found.status)
  if (!isTheirs(found, worker)) return no('notYours')
  const { snapshot } = step(flow, found.snapshot, { type: 'WORKER_LEFT' })
  const availability = await desk.availability(now)
  const messages = [
    sentence(words, found.channel, 'status', 'workerLeft', { name: worker.name }),
    ...(availability.onDuty ? [] : [whoIsThere(words, found.channel, availability, false)])
  ]
  const owner = { kind: 'queue' } as const
  const allowed = messages.filter(message => mayBeSaid(message, { ...found, owner }, now))
  const record = broughtBack ? onRecord(broughtBack, 'bring_back') : onRecord(worker, 'release')
  const change: Change = { snapshot, owner, messages: allowed, ...pushed(found, now), ...record, announce: true }
  return { change, acts: [{ type: 'RELEASE', by: worker }], result: 'done', refused: 'notYours' }
}

export function closeBy(worker: Worker, found: Conversation, now: Date, flow: Flow, words: Words): Turn {
  if (found.status !== 'open') return no(found.status)
  if (!isTheirs(found, worker)) return no('notYours')
  const { snapshot } = step(flow, found.snapshot, { type: 'CLOSED' })
  const change: Change = {
    snapshot,
    status: 'closed',
    messages: [sentence(words, found.channel, 'status', 'closed')].filter(message => mayBeSaid(message, found, now)),
    ...pushed(found, now),
    ...onRecord(worker, 'close'),
    announce: true
  }
  return { change, acts: [{ type: 'CLOSE', by: worker }], result: 'done', refused: 'notYours' }
}
