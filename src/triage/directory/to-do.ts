// What an operator still has to fill in or confirm, in plain words: said at every start until it is done.
import { POLICY_CHANGES, type PolicyChange } from '../policy.ts'
import { AREAS } from './areas.ts'
import type { Directory } from './directory.ts'
import type { Entry } from './entry.ts'
import { MEMORY } from './outside.ts'
import { isConfirmed } from './reach.ts'

export interface ToDo {
  /** Id of the row; null for the risk policy. */
  readonly entry: string | null
  /** The field of the operator's file that settles it. */
  readonly field: string
  readonly ask: string
}

const FIELD_WORDS = {
  phone: 'a telephone number',
  email: 'an e-mail address (the page hides it)',
  secureEmail: 'a secure e-mail address (the page hides it)',
  hours: 'opening hours',
  byArea: 'a number for each district'
} as const

/** Numbers change hands: after this many days a confirmation is asked for again. Our own figure. */
const CONFIRMED_FOR_DAYS = 365
const DAY = 24 * 60 * 60 * 1000

const isOld = (on: string, today: string): boolean => Date.parse(today) - Date.parse(on) > CONFIRMED_FOR_DAYS * DAY

/** The districts of Hampshire that a row has no number for. */
const districtsWithout = ({ contact }: Entry): string[] =>
  Object.entries(AREAS)
    .filter(([id, { region }]) => region === 'hampshire' && !contact.byArea?.[id])
    .map(([, { name }]) => name)

function isOpen(row: Entry, field: keyof typeof FIELD_WORDS): boolean {
  return field === 'byArea' ? districtsWithout(row).length > 0 : row.contact[field] === null
}

function toFillIn(row: Entry): ToDo[] {
  return row.needed
    .filter(field => isOpen(row, field))
    .map(field => {
      const which = field === 'byArea' && row.contact.byArea ? ` (not yet: ${districtsWithout(row).join(', ')})` : ''
      return {
        entry: row.id,
        field: `contact.${field}`,
        ask: `Fill in contact.${field}, ${FIELD_WORDS[field]}${which}`
      }
    })
}

function toLookUp(row: Entry): ToDo[] {
  const isFromMemory = row.sources.some(source => 'beyond' in source && source.beyond.startsWith(MEMORY))
  if (!isFromMemory || row.verified !== null) return []
  return [{ entry: row.id, field: 'contact.phone', ask: 'Written from memory, seen nowhere: look the number up' }]
}

/** A core number is shown whatever is wrong with it: all the more somebody has to be told. */
function coreToConfirm(row: Entry, today: string): ToDo[] {
  const ask = (why: string): ToDo[] => [
    {
      entry: row.id,
      field: 'verified',
      ask: `Confirm the number ${row.contact.phone} of ${row.name}, which people are shown all the same: ${why}`
    }
  ]
  if (row.verified === null) return ask('nobody has confirmed it yet')
  if (row.validTo !== null && row.validTo < today) return ask(`it ended on ${row.validTo}`)
  return isOld(row.verified.on, today) ? ask(`it was last confirmed on ${row.verified.on}`) : []
}

function otherToConfirm(row: Entry, today: string): ToDo[] {
  if (row.staffOnly) return []
  const confirmed = isConfirmed(row, today)
  if (!confirmed) return [{ entry: row.id, field: 'verified', ask: 'Confirm these, or people are not shown them' }]
  if (row.verified === null || !isOld(row.verified.on, today)) return []
  return [
    { entry: row.id, field: 'verified', ask: `Confirmed more than ${CONFIRMED_FOR_DAYS} days ago: confirm again` }
  ]
}

function policyToSign(changes: readonly PolicyChange[]): ToDo[] {
  const current = changes.at(-1)
  if (!current || current.signedOff) return []
  const ask = `A practice lead has to read and sign the risk policy, version ${current.version}, before people use this`
  return [{ entry: null, field: 'signedOff', ask }]
}

/** Everything that is open, most pressing first. `today` is an ISO date. `changes` are those of the policy in force. */
export function toDo(directory: Directory, today: string, changes = POLICY_CHANGES): ToDo[] {
  const rows = [...directory.values()]
  const core = rows.filter(row => row.core)
  const others = rows.filter(row => !row.core)
  return [
    ...policyToSign(changes),
    ...core.flatMap(row => coreToConfirm(row, today)),
    ...rows.flatMap(toFillIn),
    ...rows.flatMap(toLookUp),
    ...others.flatMap(row => otherToConfirm(row, today))
  ]
}

/** The same in a few lines, for the start: what is asked of several rows is asked once, with their ids. */
export function toDoLines(open: readonly ToDo[]): string[] {
  const asked = new Map<string, string[]>()
  for (const { ask, entry } of open) asked.set(ask, [...(asked.get(ask) ?? []), ...(entry === null ? [] : [entry])])
  return [...asked].map(([ask, rows]) => (rows.length === 0 ? `${ask}.` : `${ask}: ${rows.join(', ')}.`))
}
