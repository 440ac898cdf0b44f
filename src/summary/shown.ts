import type { Words } from '../wording/words.ts'
import type { Line } from './line.ts'

/**
 * What a line says, in a few English words: an option's label or how far things stand. Never free text, so that it may
 * stand where names must not.
 */
export function shown(line: Line, words: Words): string {
  switch (line.state) {
    case 'answered':
      if (line.masked) return words.staff('summaryMasked')
      return line.label ?? words.staff('summaryOwnWords')
    case 'unsure':
      return words.staff('summaryUnsure')
    case 'skipped':
      return words.staff('summarySkipped')
    case 'ownWords':
      return words.staff('summaryOwnWords')
    case 'unanswered':
      return words.staff('summaryUnanswered')
    default:
      return words.staff(line.earlier.length > 0 ? 'summaryNoLonger' : 'summaryNotAsked')
  }
}
