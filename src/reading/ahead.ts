// What of a reading hangs on nothing but the text is done before its conversation is locked: the lock is held while we answer, and
// others wait for it. Kept for a moment, in memory alone, and given out once.
import { AHEAD_KEPT } from '../limits.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import { listen, openScan } from './listen.ts'
import { type Prepared, prepareAll } from './prepare.ts'
import type { Heard } from './reading.ts'
import type { Scan } from './scan.ts'

interface Listened {
  readonly prepared: readonly Prepared[]
  readonly scan: Scan
  readonly heard: Heard
}

const kept = new Map<string, Listened>()

const heardIn = (text: string, prepared: readonly Prepared[]): Listened => {
  const scan = openScan(text, prepared)
  return { prepared, scan, heard: listen(scan, prepared) }
}

/** Listens to a text before anybody knows where it was written. Returns how to forget it, whether it was read or not. */
export function listenAhead(text: string, lexicons: readonly Lexicon[]): () => void {
  const prepared = prepareAll(lexicons.filter(({ onlyDanger }) => !onlyDanger))
  const [oldest] = kept.keys()
  if (kept.size >= AHEAD_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(text, heardIn(text, prepared))
  return () => void kept.delete(text)
}

/** What was heard in a text, listened to before or now. What is given out was not asked anything yet. */
export function listened(text: string, prepared: readonly Prepared[]): Listened {
  const ahead = kept.get(text)
  kept.delete(text)
  const isSame = ahead?.prepared.length === prepared.length && prepared.every((each, at) => each === ahead.prepared[at])
  return ahead && isSame ? ahead : heardIn(text, prepared)
}
