// What could not be sent on without script, for the moment it takes the browser to come back for it.
// An answer to the post itself would leave the words in the browser's session file (law 8); a page it fetches does not.
import type { FastifyReply } from 'fastify'
import type { View } from '../../conversation/view.ts'
import { DRAFT_KEPT, DRAFTS_MAX } from '../../limits.ts'
import { type Complaint, cleanText } from './read-form.ts'
import type { Session } from './session.ts'
import type { Draft } from './step.tsx'

export interface KeptForm {
  readonly form: URLSearchParams
  readonly complaint: Complaint
}

/** In memory only, and never for long: the words of a few people whose last form was not taken. */
export class Drafts {
  readonly #kept = new Map<string, KeptForm & { readonly until: number }>()

  /** Keeps a form, and sends the browser to fetch its page anew: the page it was posted from leaves its history. */
  keep(reply: FastifyReply, session: Session, kept: KeptForm): void {
    this.put(session, kept)
    reply.header('refresh', '0;url=/')
  }

  put({ access }: Session, kept: KeptForm): void {
    this.#sweep()
    if (this.#kept.size < DRAFTS_MAX)
      this.#kept.set(access.toString('hex'), { ...kept, until: Date.now() + DRAFT_KEPT })
  }

  /** The form that was kept for this session, once. */
  take({ access }: Session): KeptForm | undefined {
    const name = access.toString('hex')
    const kept = this.#kept.get(name)
    this.#kept.delete(name)
    return kept && kept.until > Date.now() ? kept : undefined
  }

  #sweep(): void {
    const now = Date.now()
    for (const [name, { until }] of this.#kept) if (until <= now) this.#kept.delete(name)
  }
}

/** A form as the page shows it again: what was written, and what was chosen if that is still being asked. */
export const draftOf = ({ form, complaint }: KeptForm, { place }: View): Draft => ({
  complaint,
  chosen: place.kind === 'question' && place.question === form.get('question') ? form.getAll('answer') : [],
  text: cleanText(form.get('text') ?? '')
})
