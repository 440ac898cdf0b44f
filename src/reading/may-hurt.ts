// Rung 9: they may hurt somebody, or tell that they did. A turn of speech is neither; nor is fending somebody off.
import { findAll } from './find-all.ts'
import type { Prepared } from './prepare.ts'
import type { Match, Scan } from './scan.ts'
import { isTheirs } from './whose.ts'

/** What they say of their own hands; undefined where they say nothing of the kind. */
export function mayHurtIn(scan: Scan, prepared: readonly Prepared[]): { readonly deed: boolean } | undefined {
  const theirs = isTheirs(scan, prepared)
  const defended = findAll(scan, prepared, each => each.mayHurt.defended)
  const stands = (match: Match): boolean =>
    !theirs(match) &&
    !scan.isNegated(match) &&
    !defended.some(({ start, end }) => start <= match.start && end >= match.end)
  if (findAll(scan, prepared, each => each.mayHurt.may).some(stands)) return { deed: false }
  return findAll(scan, prepared, each => each.mayHurt.deed).some(stands) ? { deed: true } : undefined
}
