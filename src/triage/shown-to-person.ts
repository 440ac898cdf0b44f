// What a person may see of a match: at most three ways to help, in plain words, never a promise.
import { DIRECTORY, type Directory } from './directory/directory.ts'
import type { Entry, Kind } from './directory/entry.ts'
import { isConfirmed, isPlaceSecret, type Reach, reachOf } from './directory/reach.ts'
import type { Match } from './match.ts'

/** More is a list to get lost in. Triage specification, section 3. */
const AT_MOST = 3

/** Kinds that mean something to the person themselves; the others are for staff. */
const WORDS = {
  advice_line: 'adviceLine',
  referral_route: 'referralForm',
  refuge: 'place',
  specialist: 'place',
  dispersed: 'place',
  second_stage: 'place',
  sanctuary: 'saferHome',
  housing_team: 'housing',
  funding: 'money',
  guidance: 'guidance',
  idva: 'advocate',
  community_support: 'support',
  floating_support: 'support',
  cyp: 'youngPeople',
  behaviour_change: 'ownBehaviour',
  emergency: 'emergency',
  helpline: 'helpline',
  safeguarding: 'children'
} as const satisfies Partial<Record<Kind, string>>

export type ShownKind = (typeof WORDS)[keyof typeof WORDS]

export interface Shown {
  readonly service: string
  /** Which plain sentence says what this is: `service-<says>` in page.json. It offers, and never promises. */
  readonly says: ShownKind
  /** The name to show; null where a name could say where a place is. */
  readonly name: string | null
  readonly reach: Reach
}

const wordsOf = (kind: Kind): ShownKind | null =>
  Object.hasOwn(WORDS, kind) ? WORDS[kind as keyof typeof WORDS] : null

/** The row as a person may see it; null when they may not. */
function shown(row: Entry, directory: Directory, today: string): Shown | null {
  const says = wordsOf(row.kind)
  if (says === null || row.staffOnly || !isConfirmed(row, today)) return null
  const name = isPlaceSecret(row) ? null : row.name
  return { service: row.id, says, name, reach: reachOf(row, directory, today) }
}

/**
 * At most three, in order of listing: core numbers, and rows that an operator has confirmed. `today`: ISO date.
 * In short mode and by SMS only the numbers of these are shown (triage specification, section 3).
 */
export function shownToPerson({ services }: Match, today: string, directory: Directory = DIRECTORY): Shown[] {
  const rows = services.flatMap(id => directory.get(id) ?? [])
  return rows.flatMap(row => shown(row, directory, today) ?? []).slice(0, AT_MOST)
}
