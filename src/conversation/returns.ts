// What words said at the door did to a conversation, as plain facts: no word is in them.
import { WRONG_WORDS_MAX } from '../limits.ts'

export interface Returns {
  readonly wrongWords: number
  /** When the second word was last used: somebody may have made them. */
  readonly decoyAt: Date | null
  /** When the person last came back with the right word. */
  readonly backAt: Date | null
}

/** Why nobody may reach out to this person. */
export type Alarm = 'decoy' | 'wrongWords'

export const isLocked = ({ wrongWords }: Returns): boolean => wrongWords >= WRONG_WORDS_MAX

/** What a worker has to know, for as long as the conversation is kept; null when there is nothing. */
export const alarmOf = (returns: Returns): Alarm | null => {
  if (returns.decoyAt) return 'decoy'
  return isLocked(returns) ? 'wrongWords' : null
}

/** Whether somebody else may be reading what is sent: after the lock, and after the second word until the right one is said. */
export const isUnsafe = (returns: Returns): boolean => {
  const { decoyAt, backAt } = returns
  return isLocked(returns) || (decoyAt !== null && (backAt === null || backAt <= decoyAt))
}
