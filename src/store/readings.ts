// How staff read what a person said: never without saying who reads, and as what.
import type { Reading } from '../conversation/ports.ts'
import type { READING_ACTS } from './audit.ts'

/** Who reads, and as what. */
export interface ReadEntry {
  readonly staffId: string
  readonly action: (typeof READING_ACTS)[number]
  /** Why, as they typed it: it is sealed before it is kept. */
  readonly reason?: string
}

/** The one way there is for the desk. */
export interface Readings {
  /**
   * Reads, and puts on record who does: both, or neither. Null, and no row, where there is nothing to read. Whoever looks again and again
   * (FOLLOWING) is on record again after FOLLOW_RECORDED.
   */
  readOnRecord(conversation: string, entry: ReadEntry, now?: Date): Promise<Reading | null>
}

/** A page that stays open, or fetches itself anew every few seconds. */
export const FOLLOWING: readonly ReadEntry['action'][] = ['summary_follow', 'call_back_list', 'left_list']
