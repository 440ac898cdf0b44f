// What a matching rule is: a named function over one situation, with the line it comes from.
import type { Source } from '../source.ts'
import type { Situation } from './situation.ts'

/** What staff are told beside the services. The vocabulary of the triage specification, section 3. */
export type NoteId =
  | 'location-seeking'
  | 'safeguarding-lead'
  | 'safeguarding-16-17'
  | 'hrda-route'
  | 'marac-prompt'
  | 'out-of-area-first'
  | 'gender-not-known'
  | 'unmet-dispersed-southampton'
  | 'no-sanctuary-in-area'
  | 'sanctuary-blocked'
  | 'local-housing-team'
  | 'immigration-advice-first'

/** Why a service that would have fitted is not offered: the rest of a key in locales/<lang>/staff-triage.json. */
export type BlockedBecause =
  | 'livesWith'
  | 'livesWithUnknown'
  | 'man'
  | 'son16Plus'
  | 'genderUnknown'
  | 'genderOwnWords'
  | 'notCouncilTenant'
  | 'tenureUnknown'
  | 'notWoman'

/** A need that nothing in the directory meets: counted for the commissioner by area. */
export type UnmetNeed = 'dispersed' | 'sanctuary' | 'housingTeam' | 'localServices'

export type Finding =
  | { readonly offer: string }
  | { readonly block: string; readonly because: BlockedBecause }
  | { readonly note: NoteId }
  | { readonly unmet: UnmetNeed; readonly groups: readonly string[] }
  | { readonly stop: true }

export interface Rule {
  /** As in the domain guide, section 7, where it has the rule; why it matched is `why-<id>` in staff-triage.json. */
  readonly id: string
  /** Its step in the triage specification, section 3. */
  readonly step: number
  readonly sources: readonly Source[]
  readonly find: (situation: Situation) => readonly Finding[]
}

export const offer = (...services: string[]): Finding[] => services.map(service => ({ offer: service }))
export const note = (id: NoteId): Finding => ({ note: id })
export const block = (because: BlockedBecause, ...services: string[]): Finding[] =>
  services.map(service => ({ block: service, because }))
/** No rule after this one is asked. */
export const STOP: Finding = { stop: true }

/** Findings only when something holds. */
export const when = (holds: boolean, ...findings: readonly (Finding | readonly Finding[])[]): readonly Finding[] =>
  holds ? findings.flat() : []
