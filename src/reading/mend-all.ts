// A short message with its slips mended, against the words that could answer the open question.
import { wordsOf } from './fold.ts'
import { openScan } from './listen.ts'
import type { Prepared } from './prepare.ts'
import type { Open } from './reading.ts'
import type { Scan } from './scan.ts'
import { isChangedAbout, mend } from './slips.ts'
import { collect } from './vocabulary.ts'

function answersOf(open: Open, prepared: readonly Prepared[]): Set<string> {
  const words = new Set(open.labels.flatMap(wordsOf))
  for (const each of prepared) {
    for (const book of [...each.says(open.id).values(), ...each.hints(open.id).values()]) collect(book, words)
    for (const family of ['yes', 'no', 'unsure'] as const) collect(each.families[family], words)
    for (const word of each.small) words.add(word)
  }
  return words
}

const elsewhere = new WeakMap<Prepared, ReadonlySet<string>>()

/** Words that mean something elsewhere are no slips: "hurt" is not Hart. Collected once: there are thousands. */
function knownElsewhere(prepared: Prepared): ReadonlySet<string> {
  const known = elsewhere.get(prepared)
  if (known) return known
  const words = new Set<string>()
  const { concerns, signals, danger, askFor, polite } = prepared
  const books = [...Object.values(concerns), ...Object.values(signals), ...Object.values(danger), polite]
  for (const book of [...books, ...Object.values(askFor)]) collect(book, words)
  elsewhere.set(prepared, words)
  return words
}

interface Mended {
  readonly scan: Scan
  /** Every slip was two letters changed about: no other word can have been meant. */
  readonly changedAbout: boolean
}

/** The message again, every unknown word replaced by the one it must have been; undefined when there is none. */
export function mendAll(scan: Scan, open: Open, prepared: readonly Prepared[]): Mended | undefined {
  const vocabulary = answersOf(open, prepared)
  const others = prepared.map(knownElsewhere)
  let slips = 0
  let changedAbout = true
  const words = scan.words.map(word => {
    if (vocabulary.has(word) || others.some(known => known.has(word))) return word
    const mended = mend(word, vocabulary)
    if (mended === undefined) return word
    slips += 1
    changedAbout &&= isChangedAbout(word, mended)
    return mended
  })
  return slips > 0 ? { scan: openScan(words.join(' '), prepared), changedAbout } : undefined
}
