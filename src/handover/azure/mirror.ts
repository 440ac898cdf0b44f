// One look at a live thread: what is new in it is heard, and the next of ours is posted. The thread itself is asked first how far
// it is: a post whose answer never came is found there, and not made twice.

import type { Reading } from '../../conversation/ports.ts'
import { isUnsafe } from '../../conversation/returns.ts'
import { AZURE_LOOK_BACK, AZURE_PATIENCE, AZURE_POLL_EVERY } from '../../limits.ts'
import type { BridgeDeps } from './deps.ts'
import { hear } from './hear.ts'
import { answerKey, firstKey, mirroredUpTo, ourKeys } from './keys.ts'
import { type Next, nextPost } from './next-post.ts'
import { mayPostFrom } from './pace.ts'
import type { Heard, Held, Step, Thread } from './thread.ts'

/** A thread that has all its parts. */
export type Made = Thread & { readonly visitor: string; readonly thread: string; readonly held: Held }

const later = (moment: Date, by: number) => new Date(moment.getTime() + by)
const earliest = (...moments: readonly Date[]) => new Date(Math.min(...moments.map(moment => moment.getTime())))

export async function mirror(deps: BridgeDeps, found: Made): Promise<Step> {
  const { transport, threads, conversations, now } = deps
  const polledAt = now()
  const posted = await transport.poll(found.thread, later(found.polledAt, -AZURE_LOOK_BACK))
  const ours = ourKeys(found, posted)
  const thread = {
    ...found,
    greeted: found.greeted || ours.has(firstKey(found)),
    mirroredSeq: mirroredUpTo(found, ours)
  }
  const heard: Heard[] = []
  for (const message of await hear(deps, thread, found.held, posted)) {
    const answered = message.answered || ours.has(answerKey(thread, message.messageId))
    if (answered !== message.answered) await threads.keepHeard(thread.id, { ...message, answered })
    heard.push({ ...message, answered })
  }
  const { greeted, mirroredSeq } = thread
  const step = {
    greeted,
    mirroredSeq,
    polledAt,
    tries: 0,
    behindSince: null,
    nextAt: later(polledAt, AZURE_POLL_EVERY)
  }

  const reading = await conversations.read(thread.conversation)
  // Asked at the last moment: nothing more is begun for somebody who has gone, or whom another worker has now.
  if (!reading || !isStillTheirs(reading, thread)) return { ...step, nextAt: now() }
  const seenSeq = reading.conversation.lastSeq
  const next = await nextPost(deps, thread, reading, heard)
  if (!next) return { ...step, seenSeq, mirroredSeq: seenSeq }
  const readyAt = new Date(Math.max(next.readyAt.getTime(), mayPostFrom(posted, now()).getTime()))
  if (readyAt > now()) return { ...step, seenSeq, nextAt: earliest(readyAt, step.nextAt) }
  // Whoever comes after us must not find a post of ours still under way: a token may have to be fetched first.
  if (later(now(), 2 * AZURE_PATIENCE) > thread.heldUntil) return { ...step, nextAt: now() }
  await transport.post(thread.thread, next.post)
  return { ...step, ...(await noted(deps, thread, next)), seenSeq, nextAt: now() }
}

const isStillTheirs = ({ conversation: { status, owner, returns } }: Reading, { workerId }: Thread): boolean =>
  status === 'open' && owner.kind === 'worker' && owner.id === workerId && !isUnsafe(returns)

async function noted({ threads }: BridgeDeps, { id }: Thread, { done }: Next): Promise<Partial<Step>> {
  if (!('answered' in done)) return done
  await threads.keepHeard(id, { ...done.answered, answered: true })
  return {}
}
