// Reads somebody else's Open Referral data into an operator's file. It brings contacts; it can never make a row less safe.
import { z } from 'zod'
import type { Directory } from '../directory.ts'
import { isPlaceSecret } from '../reach.ts'
import { type ReadableService, readableService } from './service.ts'
import { uuidOf } from './uuid.ts'

export interface Imported {
  /** To be read by an operator, kept as the operator's file, and confirmed row by row: nothing in it is confirmed. */
  readonly file: { readonly entries: Readonly<Record<string, object>> }
  /** One line for each service that was not taken, by its place in the data. */
  readonly notTaken: readonly string[]
}

const TELEPHONE = /^\+?\d[\d ]{1,18}\d$/
const page = z.object({ contents: z.array(z.unknown()) })

const clean = (text: string | null | undefined): string | null => text?.trim() || null

/** Only what looks like a contact is taken; words in a field for a number could be anything. */
function contactOf({ phones, contacts, email, url, schedules }: ReadableService): Record<string, string> {
  const numbers = [...(phones ?? []), ...(contacts ?? []).flatMap(contact => contact.phones ?? [])]
  const phone = numbers.map(({ number }) => clean(number)).find(number => number !== null && TELEPHONE.test(number))
  const found = {
    phone: phone ?? null,
    email: z.email().safeParse(email).data ?? null,
    web: z.url({ protocol: /^https$/ }).safeParse(url).data ?? null,
    hours:
      clean(schedules?.map(({ description }) => clean(description)).find(text => text !== null))?.slice(0, 500) ?? null
  }
  return Object.fromEntries(Object.entries(found).filter((field): field is [string, string] => field[1] !== null))
}

/** A service nobody here knows: kept for staff, its place kept secret, not published, until a person decides otherwise. */
const newRow = (service: ReadableService): object => ({
  name: service.name.trim().slice(0, 500),
  kind: 'guidance',
  area: [],
  audience: 'professional',
  provider: clean(service.organization?.name)?.slice(0, 500) ?? null,
  contact: contactOf(service),
  note: 'Imported from Open Referral data: not checked by anybody here.',
  staffOnly: true,
  publish: false,
  locationConfidential: true
})

/** The services of a list, or of one page of an Open Referral API. Null: it is neither. */
function servicesIn(data: unknown): readonly unknown[] | null {
  if (Array.isArray(data)) return data
  return page.safeParse(data).data?.contents ?? null
}

/**
 * Of a row we know, its contact alone is taken, and it has to be confirmed again; nothing at all of a secret place or
 * of a core number. Of a new one, name, provider and contact. Places, descriptions and safety marks never are.
 */
export function fromHsds(data: unknown, directory: Directory): Imported {
  const services = servicesIn(data)
  if (services === null) return { file: { entries: {} }, notTaken: ['It is no list of services.'] }
  const known = new Map([...directory.values()].map(row => [uuidOf(row.id), row]))
  const entries: Record<string, object> = {}
  const notTaken: string[] = []
  for (const [index, one] of services.entries()) {
    const read = readableService.safeParse(one)
    if (!read.success) {
      notTaken.push(`Service ${index + 1}: ${read.error.issues[0]?.path.join('.') || 'it'} is not as HSDS 3.0 has it.`)
      continue
    }
    const row = known.get(read.data.id)
    if (row && (isPlaceSecret(row) || row.core))
      notTaken.push(`Service ${index + 1}: ${row.id} is changed by hand only.`)
    else if (row) entries[row.id] = { contact: contactOf(read.data), verified: null }
    else entries[`imported.${read.data.id.replaceAll('-', '_')}`] = newRow(read.data)
  }
  return { file: { entries }, notTaken }
}
