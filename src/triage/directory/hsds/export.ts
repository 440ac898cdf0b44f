// The directory as Open Referral data (HSDS 3.0, valid for the UK profile). Anybody may read it: nothing secret, nothing unconfirmed.
import type { Directory } from '../directory.ts'
import type { Entry, REGIONS } from '../entry.ts'
import { isConfirmed, isPlaceSecret, nameOf, type Reach, reachOf } from '../reach.ts'
import type { HsdsService } from './service.ts'
import { uuidOf } from './uuid.ts'

const REGION_NAMES: Readonly<Record<(typeof REGIONS)[number], string>> = {
  hampshire: 'Hampshire',
  southampton: 'Southampton',
  portsmouth: 'Portsmouth',
  isleOfWight: 'Isle of Wight',
  uk: 'United Kingdom'
}

const NOT_A_SERVICE = ['pathway', 'body', 'gap']
const NOT_NAMED = 'Not named'
const THROUGH_A_LINE = 'Reached through an advice line. Where it is, is not published.'

/** Who runs it; of a secret place, who runs the line it is reached through. */
function organizationOf(row: Entry, directory: Directory): string {
  if (!isPlaceSecret(row)) return row.provider ?? NOT_NAMED
  const line = directory.get(row.contact.via ?? '')
  return line && !isPlaceSecret(line) ? (line.provider ?? NOT_NAMED) : NOT_NAMED
}

const describe = (row: Entry): string =>
  [
    row.whoFor.length > 0 ? `For: ${row.whoFor.join('; ')}.` : '',
    row.whoNotFor.length > 0 ? `Not for: ${row.whoNotFor.join('; ')}.` : '',
    row.conditions.length > 0 ? `Conditions: ${row.conditions.join('; ')}.` : ''
  ]
    .filter(part => part !== '')
    .join(' ')

const attribute = (row: Entry, type: 'kind' | 'section57', name: string) => ({
  id: uuidOf(`${row.id} ${type}`),
  link_type: type,
  taxonomy_term: { id: uuidOf(`${type} ${name}`), name, description: name }
})

function waysOf(row: Entry, reach: Reach) {
  const number = reach.phone === null ? [] : [{ id: uuidOf(`${row.id} phone`), number: reach.phone }]
  return {
    phones: number,
    contacts: number.length === 0 ? [] : [{ id: uuidOf(`${row.id} contact`), name: 'Telephone', phones: number }],
    schedules: reach.hours === null ? [] : [{ id: uuidOf(`${row.id} hours`), description: reach.hours }],
    ...(reach.web === null ? {} : { url: reach.web }),
    ...(reach.email === null ? {} : { email: reach.email })
  }
}

function serviceOf(row: Entry, directory: Directory, today: string): HsdsService {
  const isSecret = isPlaceSecret(row)
  const organization = organizationOf(row, directory)
  return {
    id: uuidOf(row.id),
    name: nameOf(row),
    description: isSecret ? THROUGH_A_LINE : describe(row),
    // What has ended does not leave at all.
    status: 'active',
    ...(row.verified ? { assured_date: row.verified.on } : {}),
    organization: { id: uuidOf(`organization ${organization}`), name: organization, description: organization },
    ...waysOf(row, reachOf(row, directory, today)),
    service_areas: isSecret
      ? []
      : row.area.map(area => ({ id: uuidOf(`${row.id} ${area}`), name: REGION_NAMES[area] })),
    attributes: [
      attribute(row, 'kind', row.kind),
      ...(row.section57 === null ? [] : [attribute(row, 'section57', row.section57)])
    ]
  }
}

/** What may leave: marked to be published, a service, not for staff alone, and confirmed or a core number. */
const mayLeave = (row: Entry, today: string): boolean =>
  row.publish && !row.staffOnly && !NOT_A_SERVICE.includes(row.kind) && isConfirmed(row, today)

/** Every service that may be published, as HSDS. `today`: ISO date. */
export const toHsds = (directory: Directory, today: string): HsdsService[] =>
  [...directory.values()].filter(row => mayLeave(row, today)).map(row => serviceOf(row, directory, today))
