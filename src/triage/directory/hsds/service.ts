// The part of an HSDS 3.0 service that we write, and the smaller part that we read. There is no location in either.
import { z } from 'zod'

const id = z.uuid()

const phone = z.strictObject({ id, number: z.string(), description: z.string().optional() })

/** What we write: HSDS 3.0, and valid for the UK profile, where a number stands with a contact. */
export const hsdsService = z.strictObject({
  id,
  name: z.string(),
  description: z.string(),
  status: z.literal('active'),
  url: z.url().optional(),
  email: z.email().optional(),
  assured_date: z.iso.date().optional(),
  organization: z.strictObject({ id, name: z.string(), description: z.string() }),
  phones: z.array(phone),
  contacts: z.array(z.strictObject({ id, name: z.string(), phones: z.array(phone) })),
  schedules: z.array(z.strictObject({ id, description: z.string() })),
  service_areas: z.array(z.strictObject({ id, name: z.string() })),
  attributes: z.array(
    z.strictObject({
      id,
      link_type: z.literal(['kind', 'section57']),
      taxonomy_term: z.strictObject({ id, name: z.string(), description: z.string() })
    })
  )
})

export type HsdsService = z.infer<typeof hsdsService>

const text = z.string().nullish()
const phonesRead = z.array(z.object({ number: text })).nullish()

/** What we read of somebody else's service. Whatever else it has, places above all, is not even looked at. */
export const readableService = z.object({
  id: z.uuid(),
  name: z.string(),
  url: text,
  email: text,
  assured_date: text,
  phones: phonesRead,
  contacts: z.array(z.object({ phones: phonesRead })).nullish(),
  schedules: z.array(z.object({ description: text })).nullish(),
  organization: z.object({ name: text }).nullish()
})

export type ReadableService = z.infer<typeof readableService>
