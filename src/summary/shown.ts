import type { Words } from '../wording/words.ts'
import type { Line } from './line.ts'

/**
 * What a line says, in a few English words: an option's label or how far things stand. Never free text, so that it may
 * stand where names must not.
 */
export function shown(line: Line, words: Words): string {
  switch (line.state) {
    case 'answered':
      if (line.masked) return words.staff('referralMasked')
      return line.label ?? words.staff('referralOwnWords')
    case 'unsure':
      return words.staff('referralUnsure')
    case 'skipped':
      return words.staff('referralSkipped')
    case 'ownWords':
      return words.staff('referralOwnWords')
    case 'unanswered':
      return words.staff('referralUnanswered')
    default:
      return words.staff(line.earlier.length > 0 ? 'referralNoLonger' : 'referralNotAsked')
  }
}
