// The triage specification read a second time, slowly and in its own words, by somebody who had not seen src/triage.
import { band, known, reasons } from './band.ts'
import { handover } from './handover.ts'
import { matching } from './matching.ts'
import type { Person } from './person.ts'

/** Everything triage says about one person: all five parts that a scenario expects, and how much was known. */
export interface Reading {
  readonly band: string
  readonly reasons: readonly string[]
  readonly known: number
  readonly services: readonly string[]
  readonly notes: readonly string[]
  readonly handover: string
}

export const secondReading = (p: Person): Reading => ({
  band: band(p),
  reasons: reasons(p),
  known: known(p),
  ...matching(p),
  handover: handover(p)
})
