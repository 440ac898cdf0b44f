// That they are younger than eighteen, or signs of it. Asked plainly, never taken as an answer.
import { findAll } from './find-all.ts'
import type { Prepared } from './prepare.ts'
import type { Scan } from './scan.ts'

export function isYoung(scan: Scan, prepared: readonly Prepared[]): boolean {
  const except = findAll(scan, prepared, each => each.young.except)
  return findAll(scan, prepared, each => each.young.says).some(
    match => !scan.isNegated(match) && !except.some(({ start, end }) => start <= match.start && end > match.start)
  )
}
