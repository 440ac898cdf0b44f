import type { Listed } from '../store/desk-list.ts'
import type { SignedIn } from './signed-in.ts'

/** The worker who has the conversation, also after the person left. Decided again under its lock. */
export const mayWrite = (listed: Listed, me: SignedIn): boolean =>
  listed.status !== 'closed' && listed.worker?.id === me.staffId
