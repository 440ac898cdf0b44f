import { type Entry, PLACE_IS_SECRET } from './entry.ts'

/** The number a life may hang on: no file may change it. */
const EMERGENCY = 'ext.999'

/** What an operator's file may not do to a row, however well it is written: one line each. */
export function safetyFaults(row: Entry, before: Entry | undefined): string[] {
  const { id } = row
  const faults: string[] = []
  if (PLACE_IS_SECRET.includes(row.kind) && !row.locationConfidential)
    faults.push(`${id}: locationConfidential must be true for this kind: where it is must never be known.`)
  else if (before?.locationConfidential && !row.locationConfidential)
    faults.push(`${id}: locationConfidential cannot be taken away.`)
  if (before?.staffOnly && !row.staffOnly) faults.push(`${id}: staffOnly cannot be taken away.`)
  if (row.validFrom !== null && row.validTo !== null && row.validTo < row.validFrom)
    faults.push(`${id}: validTo is before validFrom.`)
  if (!before?.core) return faults
  if (row.staffOnly) faults.push(`${id}: staffOnly must stay false: this number is always shown.`)
  if (row.contact.via !== null) faults.push(`${id}: contact.via must stay empty: people call this number itself.`)
  if (row.contact.phone === null) faults.push(`${id}: contact.phone cannot be taken away: this number is always shown.`)
  const isNewNumber = row.contact.phone !== before.contact.phone
  if (isNewNumber && id === EMERGENCY) faults.push(`${id}: contact.phone cannot be changed.`)
  else if (isNewNumber && row.contact.phone !== null && row.verified === null)
    faults.push(`${id}: verified must say who checked the new contact.phone, and when: it is shown at once.`)
  return faults
}
