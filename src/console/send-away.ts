import type { FastifyReply } from 'fastify'
import type { Words } from '../wording/words.ts'
import { sendBarred } from './barred.ts'
import { sendNotice, type Way } from './notice.tsx'
import type { Reach } from './opened.ts'

/** Says in plain words why a conversation is not shown. */
export function sendAway(
  reply: FastifyReply,
  words: Words,
  reached: Exclude<Reach, { kind: 'open' }>,
  /** Where else to go on to, of what is there. */
  way?: Way
): FastifyReply {
  if (reached.kind === 'taken') {
    const text = words.staff(reached.here ? 'takenBy' : 'takenByAway', { name: reached.by })
    return sendNotice(reply.status(409), words, 'deskTitle', text, way)
  }
  if (reached.kind === 'partner') return sendBarred(reply, words, 'partner')
  const text = words.staff(reached.kind === 'closed' ? 'conversationClosed' : 'conversationGone')
  return sendNotice(reply.status(410), words, 'deskTitle', text, reached.kind === 'closed' ? way : undefined)
}
