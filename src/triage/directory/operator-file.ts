// An operator's own file over the product's directory: changes rows, adds rows, and cannot make anybody less safe.
import { z } from 'zod'
import { AREAS } from './areas.ts'
import { DIRECTORY, type Directory } from './directory.ts'
import { type Entry, entry } from './entry.ts'
import { safetyFaults } from './operator-safety.ts'

export type ReadDirectory =
  | { readonly directory: Directory; readonly faults?: never }
  | { readonly directory?: never; readonly faults: readonly string[] }

type Fields = Readonly<Record<string, unknown>>

const fields = z.record(z.string(), z.unknown())
const file = z.strictObject({ entries: z.record(z.string(), fields) })

/** What the rules and the safety of people rest on stays as it was delivered. */
const FIXED = ['id', 'kind', 'section57', 'sources', 'core', 'needed']
const OWN_SOURCE = [{ beyond: "the operator's own directory file" }]

/** One line for each thing wrong with a row. Never says a value: it might be a place, or a number. */
function shapeFaults(id: string, { issues }: z.ZodError): string[] {
  return issues.flatMap(issue => {
    const at = issue.path.join('.')
    if (issue.code !== 'unrecognized_keys') return [`${id}: ${at || 'the entry'} ${readable(issue.message)}.`]
    return issue.keys.map(key => `${id}: ${at ? `${at}.` : ''}${key} is not a field of an entry.`)
  })
}

const readable = (message: string): string =>
  message.startsWith('Invalid') ? 'is missing or not what it must be' : message

/** A row of the file laid over the row it changes; contact by contact, so that one number can be changed alone. */
function laidOver(id: string, given: Fields, before: Entry | undefined): Fields {
  const contact = fields.safeParse(given.contact)
  const contacts = contact.success ? { contact: { ...before?.contact, ...contact.data } } : {}
  return { ...(before ?? { sources: OWN_SOURCE }), ...given, ...contacts, id }
}

function readRow(id: string, given: Fields, base: Directory): { row?: Entry; faults: string[] } {
  const before = base.get(id)
  const fixed = Object.keys(given).filter(field => (before ? FIXED : ['id', 'core', 'sources']).includes(field))
  if (fixed.length > 0) return { faults: fixed.map(field => `${id}: ${field} cannot be changed here.`) }
  const read = entry.safeParse(laidOver(id, given, before))
  if (!read.success) return { faults: shapeFaults(id, read.error) }
  const districts = Object.keys(read.data.contact.byArea ?? {}).filter(area => !Object.hasOwn(AREAS, area))
  return {
    row: read.data,
    faults: [
      ...districts.map(area => `${id}: contact.byArea.${area} is not a district we know.`),
      ...safetyFaults(read.data, before)
    ]
  }
}

/** A line to call instead has to exist, have a number of its own, and be no secret place. */
function viaFaults(rows: readonly Entry[], directory: Directory): string[] {
  return rows.flatMap(({ id, contact: { via } }) => {
    if (via === null) return []
    const line = directory.get(via)
    const isUsable = line && line.contact.via === null && !line.locationConfidential
    return isUsable ? [] : [`${id}: contact.via must be the id of an open entry with a number of its own.`]
  })
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // What JSON.parse says quotes the file.
    return undefined
  }
}

/** The directory with an operator's file over it, or every fault of the file, each naming entry and field. */
export function readDirectory(text: string, base: Directory = DIRECTORY): ReadDirectory {
  const json = parse(text)
  if (json === undefined) return { faults: ['It is not JSON: look for a missing comma or quotation mark.'] }
  const read = file.safeParse(json)
  if (!read.success) return { faults: ['It must be { "entries": { "<id>": { ... } } }, with an object for every id.'] }
  const rows = Object.entries(read.data.entries).map(([id, given]) => readRow(id, given, base))
  const changed = rows.flatMap(({ row }) => row ?? [])
  const directory = new Map([...base, ...changed.map(row => [row.id, row] as const)])
  const faults = [...rows.flatMap(row => row.faults), ...viaFaults(changed, directory)]
  return faults.length > 0 ? { faults } : { directory }
}
