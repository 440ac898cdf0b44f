import type { FastifyReply } from 'fastify'
import type { Words } from '../wording/words.ts'
import { barWords, sendBarred } from './barred.ts'
import { sendNotice, type Way } from './notice.tsx'
import type { Away } from './way.ts'

/** Why a conversation is not theirs to reach, in plain words. */
export function awayWords(words: Words, reached: Away): string {
  if (reached.kind === 'taken') return words.staff(reached.here ? 'takenBy' : 'takenByAway', { name: reached.by })
  if (reached.kind === 'partner') return barWords(words, 'partner')
  if (reached.kind === 'apart') return words.staff('unclaimedMeans')
  return words.staff(reached.kind === 'closed' ? 'conversationClosed' : 'conversationGone')
}

/** Says in plain words why a conversation is not shown. */
export function sendAway(
  reply: FastifyReply,
  words: Words,
  reached: Away,
  /** Where else to go on to, of what is there. */
  way?: Way
): FastifyReply {
  const text = awayWords(words, reached)
  if (reached.kind === 'taken') return sendNotice(reply.status(409), words, 'deskTitle', text, way)
  if (reached.kind === 'partner') return sendBarred(reply, words, 'partner')
  return sendNotice(reply.status(410), words, 'deskTitle', text, reached.kind === 'closed' ? way : undefined)
}
