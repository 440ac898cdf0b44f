import { PROOF_FRESH } from '../limits.ts'
import type { SignedIn } from './signed-in.ts'

/** Whether it is too long ago that whoever sits there proved who they are. */
export const isStale = (me: Pick<SignedIn, 'provedAt'>, now: Date): boolean =>
  now.getTime() - me.provedAt.getTime() > PROOF_FRESH

/**
 * Whether a member has to prove who they are before they change what they sign in with: whoever finds their desk open must not
 * make it their own. Who has nothing to prove it with sets it now, or never could.
 */
export const needsProof = (me: Pick<SignedIn, 'provedAt' | 'hasKey'>, now: Date): boolean =>
  me.hasKey && isStale(me, now)
