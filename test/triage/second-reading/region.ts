// Section 3, "Region of area".
import type { Person } from './person.ts'

const DISTRICTS = [
  'basingstokeAndDeane',
  'eastHampshire',
  'eastleigh',
  'fareham',
  'gosport',
  'hart',
  'havant',
  'newForest',
  'rushmoor',
  'testValley',
  'winchester'
]

/** The eleven districts are Hampshire, three places are themselves, elsewhere is outside; skipped or not asked: unknown. */
export function region(p: Person): string {
  const area = p.answers.area
  if (typeof area !== 'string' || area === 'skip') return 'unknown'
  if (DISTRICTS.includes(area)) return 'hampshire'
  if (area === 'southampton') return 'southampton'
  if (area === 'portsmouth') return 'portsmouth'
  if (area === 'isleOfWight') return 'isleOfWight'
  return 'outside'
}
