import { complete, type Entry, type Row } from './entry.ts'

/** For a number nobody has seen written: it has to be looked up before anything else. */
export const MEMORY = 'from memory, seen nowhere'

type OutsideRow = Omit<Row, 'area' | 'sources'> & { readonly area?: Row['area'] }

/** A contact from outside the two documents: where its number was read, and how sure that was. */
export const outside = (row: OutsideRow, seenAt: string, sure: string): Entry =>
  complete({ area: ['uk'], ...row, sources: [{ beyond: `${seenAt}; confidence: ${sure}` }] })
