// Whose words: the first person inside a quotation, or after "he said", is the other's. Third person is never the person's own.
import { findAll } from './find-all.ts'
import type { Prepared } from './prepare.ts'
import type { Match, Scan } from './scan.ts'

/** From "he texted" to the "i" that is his: "he said that i", "he texted me i". */
const TOLD_REACH = 3
/** From who says it to a quotation: "my husband texted me again: '...'". */
const QUOTE_REACH = 6
/** How far back somebody may stand whose wish or deed it is: "she really does want to". */
const SUBJECT_REACH = 5

/** Whether a match is somebody else's: in their quoted words, reported, or said of them in the third person. */
type Whose = (match: Match) => boolean

const holds = (index: number, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  index >= start && index < end

/** What others said, as ranges of words: quotations they are named for, and the first person just after "he said". */
function theirRanges(scan: Scan, prepared: readonly Prepared[]): { start: number; end: number }[] {
  const says = findAll(scan, prepared, each => each.whose.says)
  const quoted = scan.quotes.filter(quote =>
    says.some(
      said =>
        (said.end <= quote.start && quote.start - said.end < QUOTE_REACH) ||
        (said.start >= quote.end && said.start - quote.end < TOLD_REACH)
    )
  )
  const own = findAll(scan, prepared, each => each.whose.own)
  const bidden = findAll(scan, prepared, each => each.whose.bidden)
  const reported = says.flatMap(said => {
    const first = own.find(({ start }) => start >= said.end && start - said.end < TOLD_REACH)
    // "He says i should" tells what the person is to do.
    const isBidden = bidden.some(({ start }) => start === first?.start)
    if (!first || isBidden || !scan.isOneSentence(said.start, first.start)) return []
    return [{ start: first.start, end: scan.endOfThought(first.start) }]
  })
  return [...quoted, ...reported]
}

/** Words of another: nothing in them is this person's leaving, wish or deed. */
export function isTheirs(scan: Scan, prepared: readonly Prepared[]): Whose {
  const ranges = theirRanges(scan, prepared)
  return match => ranges.some(range => holds(match.start, range))
}

/** Theirs, or said of somebody in the third person: whoever is named last before it, in the same sentence. */
export function isNotOwn(scan: Scan, prepared: readonly Prepared[]): Whose {
  const theirs = isTheirs(scan, prepared)
  const own = [...findAll(scan, prepared, each => each.whose.own), ...findAll(scan, prepared, each => each.whose.mine)]
  const others = findAll(scan, prepared, each => each.whose.others)
  const lastBefore = (matches: readonly Match[], index: number): number =>
    Math.max(
      -1,
      ...matches
        .filter(({ start }) => start <= index && index - start <= SUBJECT_REACH && scan.isOneSentence(start, index))
        .map(({ start }) => start)
    )
  // "My sister" begins with "my", and is she.
  return match => {
    const other = lastBefore(others, match.start)
    return theirs(match) || (other >= 0 && other >= lastBefore(own, match.start))
  }
}
