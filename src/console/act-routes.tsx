// What a worker does with a conversation. Every act is one form, sent once, decided under the conversation's lock.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Worker, WorkerOutcome } from '../conversation/worker-turn.ts'
import { TEXT_MAX } from '../limits.ts'
import { errorFacts } from '../log.ts'
import type { Listed } from '../store/desk-list.ts'
import type { AuditAction } from '../store/staff.ts'
import { ConversationPage } from './conversation.tsx'
import { conversationParts } from './conversation-parts.tsx'
import { sendAway } from './conversation-routes.tsx'
import type { Dependencies } from './dependencies.ts'
import { worker } from './guard.ts'
import { sendNotice } from './notice.tsx'
import { openFor, reach } from './opened.ts'
import { sendPage } from './page.tsx'
import { REFUSALS } from './refusals.ts'
import type { SignedIn } from './signed-in.ts'
import { readText } from './typed-text.ts'

const SESSION = { config: { access: 'session' } } as const
const actForm = z.object({ once: z.uuid() })
const sayForm = actForm.extend({ text: z.string() })

interface At {
  Params: { reference: string }
  Body: unknown
}
type Request = FastifyRequest<At>

export function actRoutes(app: FastifyInstance, deps: Dependencies): void {
  const { conversations, staff } = deps
  const words = deps.wordbook.in('en')
}
