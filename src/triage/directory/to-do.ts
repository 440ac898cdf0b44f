// What an operator still has to fill in or confirm, in plain words: printed at start until it is done.
import { POLICY_CHANGES } from '../policy.ts'
import type { Directory } from './directory.ts'
import type { Contact, Entry } from './entry.ts'
import { isConfirmed, isPlaceSecret } from './reach.ts'

export interface ToDo {
  /** Id of the row; null for what concerns no single row. */
  readonly entry: string | null
  readonly field: string
  readonly line: string
}

const FIELD_WORDS = {
  phone: 'a telephone number',
  email: 'an e-mail address',
  secureEmail: 'a secure e-mail address',
  hours: 'opening hours',
  byArea: 'a number for each district'
} as const

/** Numbers change hands: after this many days a confirmation is asked for again. Our own figure. */
const CONFIRMED_FOR_DAYS = 365
const DAY = 24 * 60 * 60 * 1000

const isOld = (on: string, today: string): boolean => Date.parse(today) - Date.parse(on) > CONFIRMED_FOR_DAYS * DAY

const label = (row: Entry): string => (isPlaceSecret(row) ? row.id : `${row.id} (${row.name})`)

const isEmpty = (contact: Contact, field: keyof typeof FIELD_WORDS): boolean => contact[field] === null

function toFillIn(row: Entry): ToDo[] {
  const open = row.needed.filter(field => isEmpty(row.contact, field))
  const toldBy = row.sources.some(source => 'beyond' in source) ? 'Nobody wrote it down' : 'The source does not give it'
  return open.map(field => ({
    entry: row.id,
    field: `contact.${field}`,
    line: `${label(row)}: fill in contact.${field}, ${FIELD_WORDS[field]}. ${toldBy}.`
  }))
}

function coreToConfirm(row: Entry, today: string): ToDo[] {
  const shown = `${label(row)}: confirm the number ${row.contact.phone}`
  const ends = row.validTo !== null && row.validTo < today ? 'validTo has passed' : null
  const old = row.verified && isOld(row.verified.on, today) ? `it was last confirmed on ${row.verified.on}` : null
  const why = row.verified ? (ends ?? old) : 'nobody has yet'
  return why
    ? [{ entry: row.id, field: 'verified', line: `${shown}: ${why}. It is shown to people all the same.` }]
    : []
}

const isForPeople = (row: Entry): boolean => !row.core && !row.staffOnly

function othersToConfirm(rows: readonly Entry[], today: string): ToDo[] {
  const hidden = rows.filter(row => isForPeople(row) && !isConfirmed(row, today))
  const old = rows.filter(
    row => isForPeople(row) && isConfirmed(row, today) && row.verified && isOld(row.verified.on, today)
  )
  const one = (of: readonly Entry[], line: string): ToDo[] =>
    of.length === 0 ? [] : [{ entry: null, field: 'verified', line: `${line}: ${of.map(row => row.id).join(', ')}.` }]
  return [
    ...one(hidden, 'Not shown to people until somebody confirms them (verified: by, on)'),
    ...one(old, `Confirmed more than ${CONFIRMED_FOR_DAYS} days ago, confirm again`)
  ]
}

function policyToSign(): ToDo[] {
  const current = POLICY_CHANGES.at(-1)
  if (!current || current.signedOff) return []
  const line = `The risk policy, version ${current.version}, has not been signed off: a practice lead must read it before people use this.`
  return [{ entry: null, field: 'signedOff', line }]
}

/** Everything that is open, most pressing first: sign-off, core numbers, gaps, then the rest in one line. `today`: ISO date. */
export function toDo(directory: Directory, today: string): ToDo[] {
  const rows = [...directory.values()]
  return [
    ...policyToSign(),
    ...rows.filter(row => row.core).flatMap(row => coreToConfirm(row, today)),
    ...rows.flatMap(toFillIn),
    ...othersToConfirm(rows, today)
  ]
}
