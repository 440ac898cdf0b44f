// What somebody outside the service may learn about a row: the one door for pages, exports and summaries that leave.
import type { Directory } from './directory.ts'
import { type Entry, type Kind, PLACE_IS_SECRET } from './entry.ts'

export interface Reach {
  readonly phone: string | null
  readonly otherWay: string | null
  readonly email: string | null
  readonly web: string | null
  readonly hours: string | null
}

const NO_WAY: Reach = { phone: null, otherWay: null, email: null, web: null, hours: null }

/** Fixed words: a name that somebody typed could say where a place is. */
const KIND_NAMES: Readonly<Partial<Record<Kind, string>>> = {
  refuge: 'Refuge',
  specialist: 'Specialist safe accommodation',
  dispersed: 'Self-contained safe accommodation',
  second_stage: 'Second stage accommodation'
}

/** True when nothing that is written in this row may leave. The kind alone is enough: nobody has to remember the mark. */
export const isPlaceSecret = (row: Entry): boolean => row.locationConfidential || PLACE_IS_SECRET.includes(row.kind)

/** The name that may leave. */
export const nameOf = (row: Entry): string =>
  isPlaceSecret(row) ? (KIND_NAMES[row.kind] ?? 'Confidential service') : row.name

/** Core numbers always; any other row only once somebody confirmed it, and while it is valid. `today` is an ISO date. */
export function isConfirmed(row: Entry, today: string): boolean {
  if (row.core) return true
  const hasBegun = row.validFrom === null || row.validFrom <= today
  const hasEnded = row.validTo !== null && row.validTo < today
  return row.verified !== null && hasBegun && !hasEnded
}

/** The row whose own contact is used: this one, or the line it is reached through. Null: there is no safe way. */
function lineOf(row: Entry, directory: Directory): Entry | null {
  const line = row.contact.via === null ? row : directory.get(row.contact.via)
  return line && !isPlaceSecret(line) ? line : null
}

/** How a row may be reached by somebody outside. Never through a row whose place is secret, never unconfirmed. */
export function reachOf(row: Entry, directory: Directory, today: string): Reach {
  const line = lineOf(row, directory)
  if (!line || !isConfirmed(line, today)) return NO_WAY
  const { phone, otherWay, email, web, hours } = line.contact
  return { phone, otherWay, email, web, hours }
}
