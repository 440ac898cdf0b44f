// A worker writes something down. Nothing is said to anybody, so it may be done after the person has left.
import type { Change, Conversation } from './conversation.ts'
import { type Act, onRecord } from './on-record.ts'
import type { Signed, Writing } from './recorded.ts'
import { isTheirs, type Turn, type Worker } from './worker-turn.ts'

/** With who wrote it, and when. */
export const signed = <T extends object>(written: T, worker: Worker, now: Date): T & Signed => ({
  ...written,
  by: worker.name,
  at: now.toISOString()
})

function writeDown(worker: Worker, act: Act, found: Conversation, change: Partial<Change>): Turn {
  if (found.status === 'closed') return { change: null, result: 'closed' }
  if (!isTheirs(found, worker)) return { change: null, result: 'notYours' }
  return { change: { messages: [], ...change, ...onRecord(worker, act), announce: true }, result: 'done' }
}

/** Adds to what is recorded. Only the worker who has the conversation may, and whoever had it when the person left. */
export const recordBy = (worker: Worker, written: readonly Writing[], found: Conversation, now: Date): Turn =>
  writeDown(worker, 'record', found, { records: written.map(one => signed(one, worker, now)) })

/** Adds a private note. Throws where there is nothing in it. */
export function noteBy(worker: Worker, text: string, found: Conversation, now: Date): Turn {
  if (text.trim() === '') throw new Error('a note without words is none')
  return writeDown(worker, 'note', found, { notes: [signed({ text }, worker, now)] })
}

/** What is written down in the moment another act is done, in the same turn: if that is refused, so is this. */
export const alsoRecording = (turn: Turn, worker: Worker, written: readonly Writing[], now: Date): Turn =>
  turn.change ? { ...turn, change: { ...turn.change, records: written.map(one => signed(one, worker, now)) } } : turn
