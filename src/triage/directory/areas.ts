// Districts and who is responsible there. Data, because the councils change: new unitaries are planned for April 2028.
import type { OptionOf } from '../../questions/catalogue.ts'

/** Where the rules make a difference. `outside`: not served by either document. `unknown`: not said. */
export type Region = 'hampshire' | 'southampton' | 'portsmouth' | 'isleOfWight' | 'outside' | 'unknown'

export interface Area {
  readonly name: string
  readonly region: Region
  /** ISO dates; null: no end is known. */
  readonly validFrom: string | null
  readonly validTo: string | null
}

const district = (name: string): Area => ({ name, region: 'hampshire', validFrom: null, validTo: null })

export const AREAS: Readonly<Record<OptionOf<'area'>, Area>> = {
  basingstokeAndDeane: district('Basingstoke and Deane'),
  eastHampshire: district('East Hampshire'),
  eastleigh: district('Eastleigh'),
  fareham: district('Fareham'),
  gosport: district('Gosport'),
  hart: district('Hart'),
  havant: district('Havant'),
  newForest: district('New Forest'),
  rushmoor: district('Rushmoor'),
  testValley: district('Test Valley'),
  winchester: district('Winchester'),
  southampton: { name: 'Southampton', region: 'southampton', validFrom: null, validTo: null },
  portsmouth: { name: 'Portsmouth', region: 'portsmouth', validFrom: null, validTo: null },
  isleOfWight: { name: 'Isle of Wight', region: 'isleOfWight', validFrom: null, validTo: null },
  elsewhere: { name: 'Elsewhere', region: 'outside', validFrom: null, validTo: null }
}

const isArea = (answer: unknown): answer is OptionOf<'area'> =>
  typeof answer === 'string' && Object.hasOwn(AREAS, answer)

/** The region of an answer to `area`; skipped, missing or in own words is unknown. Specification, section 3. */
export const regionOf = (answer: unknown): Region => (isArea(answer) ? AREAS[answer].region : 'unknown')
