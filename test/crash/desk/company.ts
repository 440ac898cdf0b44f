// Who is at a desk, by which means, and how things break for them. A run is the same for all of them.
import type { Carrier } from '../../carrier/carrier.ts'
import type { Asked, AtDesk } from './at-desk.ts'
import type { Pair, Which } from './pair.ts'
import type { DeskPerson } from './person.ts'

export interface Company {
  readonly people: readonly DeskPerson[]
  readonly workers: readonly AtDesk[]
  /** Kills a process and starts it again. Resolves when it answers. */
  kill(which: Which): Promise<void>
  /** Breaks some connection. */
  cut(): void
  /** Every page is loaded again, as anybody does to be sure. */
  opensAnew(): Promise<void>
  /** Closes every page. */
  goes(): Promise<void>
}

export interface Invited {
  readonly people: number
  /** One in three of them texts. */
  readonly byText: number
  readonly names: readonly string[]
  readonly pair: Pair
  readonly carrier: Carrier
  readonly random: () => number
  readonly asked: Asked
}

export type Gather = (invited: Invited) => Promise<Company>

/** Whether the one at this place is among those who text. */
export const texts = (at: number, { byText }: Pick<Invited, 'byText'>): boolean => at % 3 === 1 && at < 3 * byText
/** The number of whoever texts at this place. */
export const numberAt = (at: number): string => `+447700900${100 + at}`
