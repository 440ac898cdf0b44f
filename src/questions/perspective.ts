import type { Answers } from './answer.ts'

/** Whom the words are about, as seen by the one who reads them: themselves, somebody they know, somebody they work with. */
export type Perspective = 'self' | 'friend' | 'professional'

/** Whoever is neither friend nor professional is asked about themselves: a skip counts as survivor. */
export function perspectiveOf({ audience }: Answers): Perspective {
  return audience === 'friend' || audience === 'professional' ? audience : 'self'
}
