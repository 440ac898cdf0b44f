// All that an account of the dialogue needs, handed in as data: this room knows neither the triage nor the flow files.
import type { Condition } from '../../questions/condition.ts'
import type { DrawnKey, MessageKey, StaffKey } from '../../wording/keys.ts'
import type { Flow } from '../flow.ts'

export type Level = 'I' | 'H' | 'M'

export interface DrawnFlag {
  readonly id: string
  readonly level: Level
  readonly when: Condition
  /** A few words for staff. */
  readonly name: StaffKey
}

/** A rule that several places share: it is called by its name there, and spelled out once. */
export interface NamedRule {
  readonly name: Extract<DrawnKey, `rule-${string}`>
  readonly when: Condition
  /** It only sums up flags, which are told each by itself. */
  readonly byFlags?: true
}

/** Sentences chosen by what is true at that moment: who is there, whether anybody was told. */
export interface ByTruth {
  /** A card that is said in other words too. */
  readonly cards: Readonly<Record<string, readonly MessageKey[]>>
  readonly handover: readonly MessageKey[]
}

export interface Dialogue {
  readonly flow: Flow
  readonly flags: readonly DrawnFlag[]
  readonly rules: readonly NamedRule[]
  readonly byTruth: ByTruth
}
