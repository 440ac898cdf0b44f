// Rung 6: other hands hold the phone, or somebody asks who is writing. "Who are you" asks the service, and is none of it.
import { findAll } from './find-all.ts'
import type { Prepared } from './prepare.ts'
import type { Reply } from './reading.ts'
import type { Scan } from './scan.ts'
import { isTheirs } from './whose.ts'

/** Taken before wanting words before asking: the first that stands keeps most from whoever reads. */
export function handsIn(scan: Scan, prepared: readonly Prepared[]): Extract<Reply, { kind: 'hands' }> | undefined {
  const theirs = isTheirs(scan, prepared)
  // "I want him to stop texting my wife" is told to us, not said to us.
  const governed = findAll(scan, prepared, each => each.hands.governed)
  const isGoverned = (index: number): boolean => governed.some(({ end }) => end === index)
  const who = (['taken', 'wantsWords', 'asks'] as const).find(name =>
    findAll(scan, prepared, each => each.hands[name]).some(
      match => !theirs(match) && !scan.isNegated(match) && !isGoverned(match.start)
    )
  )
  return who && { kind: 'hands', who }
}
