import type { BandName } from './band.ts'

const ORDER: Readonly<Record<BandName, number>> = {
  // Kept apart from the others, in a queue of its own.
  not_banded: 0,
  standard: 1,
  not_enough_known: 2,
  medium: 2,
  high: 3,
  immediate: 4
}

/** Order of concern, 0 to 4: what nothing a person adds may lower. Triage specification, section 2. */
export const concern = (band: BandName): number => ORDER[band]

/** For Array.sort in the queue: more concern first, and of two alike the one we know too little about. */
export const byConcern = (one: BandName, other: BandName): number =>
  concern(other) - concern(one) || Number(other === 'not_enough_known') - Number(one === 'not_enough_known')
