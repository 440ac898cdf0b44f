// The keys of our posts: by them a thread itself says how far its mirror is.
import type { Posted } from '../transport.ts'
import type { Thread } from './thread.ts'

export const firstKey = ({ id }: Thread): string => `${id}:first`
/** Of the answer to a worker's message that was not passed on. */
export const answerKey = ({ id }: Thread, messageId: string): string => `${id}:no:${messageId}`
/** Of a post that brings everything up to this message of ours. */
export const wordsKey = ({ id }: Thread, upTo: number): string => `${id}:${upTo}`

/** What of ours stands in the thread. Keys that a worker in it made up are none. */
export const ourKeys = ({ worker }: Thread, posted: readonly Posted[]): ReadonlySet<string> =>
  new Set(posted.flatMap(({ key, sender }) => (key !== null && sender !== worker ? [key] : [])))

/** The last message of ours that stands in the thread. */
export function mirroredUpTo(thread: Thread, ours: ReadonlySet<string>): number {
  const before = `${thread.id}:`
  const seqs = [...ours].filter(key => key.startsWith(before)).map(key => Number(key.slice(before.length)))
  return Math.max(thread.mirroredSeq, ...seqs.filter(Number.isInteger))
}
