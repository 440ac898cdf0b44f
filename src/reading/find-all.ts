// The places of a list, in every language a message is read with.
import type { Book } from './phrase.ts'
import type { Prepared } from './prepare.ts'
import type { Match, Scan } from './scan.ts'

export const findAll = (scan: Scan, prepared: readonly Prepared[], book: (each: Prepared) => Book): Match[] =>
  prepared.flatMap(each => scan.find(book(each)))
