// What one numbered rule of section 3 adds to the match.
import { band } from './band.ts'
import type { Person } from './person.ts'

export interface Found {
  readonly services: readonly string[]
  readonly notes: readonly string[]
  readonly stop: boolean
}

export type Rule = (p: Person) => Found

export const nothing: Found = { services: [], notes: [], stop: false }
export const list = (...services: string[]): Found => ({ services, notes: [], stop: false })
export const note = (...notes: string[]): Found => ({ services: [], notes, stop: false })
export const both = (services: string[], notes: string[]): Found => ({ services, notes, stop: false })
export const last = (services: string[], notes: string[] = []): Found => ({ services, notes, stop: true })

/** "Urgent" = immediate, "high" includes urgent. */
export const high = (p: Person) => band(p) === 'immediate' || band(p) === 'high'
