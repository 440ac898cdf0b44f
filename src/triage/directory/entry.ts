// One row of the directory: a service, a way in, or a body. What an operator's file may say is checked by the same shape.
import { z } from 'zod'
import { HAMPSHIRE_PAGE, SOUTHAMPTON_STRATEGY, type Source } from '../source.ts'

export const KINDS = [
  'advice_line',
  'referral_route',
  'refuge',
  'specialist',
  'dispersed',
  'second_stage',
  'sanctuary',
  'supported_housing',
  'housing_team',
  'housing_provider',
  'funding',
  'guidance',
  'idva',
  'community_support',
  'floating_support',
  'cyp',
  'behaviour_change',
  'emergency',
  'helpline',
  'safeguarding',
  'animals',
  'pathway',
  'body',
  'gap'
] as const
export type Kind = (typeof KINDS)[number]

/** The kinds of safe accommodation of section 57, as the Southampton strategy lists them (lines 111-124). */
export const SECTION_57 = [
  'refuge accommodation',
  'specialist safe accommodation',
  'dispersed accommodation',
  'second stage accommodation',
  'part of a sanctuary scheme',
  'other accommodation designated as domestic abuse emergency accommodation'
] as const

/** Accommodation whose place is kept: whatever else a row of such a kind says, where it is never leaves. */
export const PLACE_IS_SECRET: readonly Kind[] = ['refuge', 'specialist', 'dispersed', 'second_stage']

export const REGIONS = ['hampshire', 'southampton', 'portsmouth', 'isleOfWight', 'uk'] as const

const AUDIENCES = ['anyone', 'survivor', 'professional', 'landlord', 'own behaviour', 'under 19'] as const

const day = z.iso.date({ error: 'must be a date such as 2026-12-01' })
const line = z
  .string({ error: 'must be text' })
  .trim()
  .min(1, 'must not be empty')
  .max(500, 'must be 500 characters or less')
const lines = z.array(line, { error: 'must be a list of sentences' })
const telephone = z
  .string({ error: 'must be a telephone number' })
  .regex(/^\+?\d[\d ]{1,18}\d$/, 'must be a telephone number: digits and spaces')

// There is no field for an address anywhere in the directory: what is not written down cannot leave.
const contact = z.strictObject({
  /** The row whose number is called instead. */
  via: line.nullable().default(null),
  phone: telephone.nullable().default(null),
  /** How to reach them otherwise, in words. */
  otherWay: line.nullable().default(null),
  email: z.email({ error: 'must be an e-mail address' }).nullable().default(null),
  secureEmail: z.email({ error: 'must be an e-mail address' }).nullable().default(null),
  web: z
    .url({ protocol: /^https$/, error: 'must be an address that begins with https://' })
    .nullable()
    .default(null),
  /** OpenStreetMap opening_hours, or what a source said, word for word. */
  hours: line.nullable().default(null),
  /** One number for each district, where every district has its own. */
  byArea: z.record(z.string(), telephone).nullable().default(null)
})

const source = z.union([
  z.strictObject({
    file: z.enum([HAMPSHIRE_PAGE, SOUTHAMPTON_STRATEGY]),
    lines: z.tuple([z.int().positive(), z.int().positive()]).readonly(),
    quote: line
  }),
  z.strictObject({ beyond: line })
]) satisfies z.ZodType<Source>

const NEEDED = ['phone', 'email', 'secureEmail', 'hours', 'byArea'] as const

export const entry = z.strictObject({
  id: z
    .string({ error: 'must be an id' })
    .regex(/^[a-z][a-zA-Z0-9_]*(\.[a-z0-9][a-zA-Z0-9_]*)?$/, 'must be letters, digits and _, with one dot at most'),
  name: line,
  kind: z.enum(KINDS, { error: `must be one of: ${KINDS.join(', ')}` }),
  section57: z
    .enum(SECTION_57, { error: `must be one of: ${SECTION_57.join(', ')}` })
    .nullable()
    .default(null),
  provider: line.nullable().default(null),
  area: z.array(z.enum(REGIONS, { error: `must be one of: ${REGIONS.join(', ')}` }), { error: 'must be a list' }),
  audience: z.enum(AUDIENCES, { error: `must be one of: ${AUDIENCES.join(', ')}` }),
  whoFor: lines.default([]),
  whoNotFor: lines.default([]),
  conditions: lines.default([]),
  /** Of a way in: the steps, in order. */
  steps: lines.default([]),
  contact: contact.default(() => contact.parse({})),
  /** What only the operator can give: no source has it. */
  needed: z.array(z.enum(NEEDED)).default([]),
  /** What staff should know before they rely on this row. */
  note: line.nullable().default(null),
  /** How old the source is, where it says so. */
  asOf: line.nullable().default(null),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
  lastChecked: day.nullable().default(null),
  /** Who confirmed this row for use with people, and when. Without it nobody but staff sees the row. */
  verified: z.strictObject({ by: line, on: day }).nullable().default(null),
  /** A number that is shown whatever happens (specification, section 3, last paragraph). */
  core: z.boolean().default(false),
  staffOnly: z.boolean().default(false),
  /** May leave in an export of the directory. */
  publish: z.boolean().default(false),
  /** Where this is must never be known: nothing written in this row leaves, only that such a thing exists. */
  locationConfidential: z.boolean().default(false),
  sources: z.array(source).min(1, 'must name at least one source')
})

export type Entry = z.infer<typeof entry>

/** A row as it is written: what is left out is empty, unknown, or no. */
export type Row = z.input<typeof entry>

/** The row with everything that was left out. Throws when it is not a row. */
export const complete = (row: Row): Entry => entry.parse(row)
