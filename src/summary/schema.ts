// The referral summary as data: the one shape that is built, checked, shown and sent. Domain guide, section 6.
import { z } from 'zod'
import { WHY_NOT } from '../conversation/may-contact.ts'
import { OUTCOMES } from '../conversation/recorded.ts'
import type { Signal } from '../questions/answer.ts'
import type { BandName } from '../triage/band.ts'
import type { HandoverType } from '../triage/handover-type.ts'
import { lineSchema, questionSchema } from './line.ts'
import { needsSchema } from './needs-schema.ts'

/** Raised with every change that a reader of older summaries would stumble over. */
export const SUMMARY_VERSION = 1
export const SUMMARY_SCHEMA_ID = 'urn:sidedoor:referral-summary:1'

const BANDS = [
  'immediate',
  'high',
  'medium',
  'not_enough_known',
  'standard',
  'not_banded'
] as const satisfies readonly BandName[]
const HANDOVERS = [
  'urgent',
  'urgent_safeguarding',
  'priority',
  'standard',
  'queued_safe_contact_only',
  'harmer_queue',
  'none'
] as const satisfies readonly HandoverType[]
const SIGNALS = [
  'locationSeeking',
  'heldNow',
  'injuryNow',
  'petsHarmed',
  'someoneElse',
  'noContact'
] as const satisfies readonly Signal[]

const words = z.string().min(1)
const time = z.iso.datetime()
const lines = z.array(lineSchema)
const withLines = z.strictObject({ lines })

const permission = z.strictObject({
  method: z.enum(['text', 'call', 'email']),
  times: z.array(words).min(1).describe('Windows, Europe/London'),
  voicemail: z.enum(['no', 'yesNoDetails', 'yes']),
  ifOtherAnswers: z.enum(['hangUp', 'wrongNumber', 'coverName']),
  confirmedAt: time.describe('When the oldest answer it rests on was given'),
  expiresAt: time
})
const banner = {
  sentence: words,
  // Null: not known.
  safeWordSet: z.boolean().nullable(),
  decoyWordSet: z.boolean().nullable(),
  lines
}
const safeContact = z.discriminatedUnion('mayContact', [
  z.strictObject({
    mayContact: z.literal(true),
    whyNot: z.null(),
    permission,
    leftByExit: z.literal(false),
    leftAt: z.null(),
    ...banner
  }),
  z.strictObject({
    mayContact: z.literal(false),
    whyNot: z.enum(WHY_NOT),
    permission: z.null(),
    leftByExit: z.boolean(),
    leftAt: time.nullable(),
    ...banner
  })
])

const TEN_SECOND_ITEMS = ['band', 'danger', 'where', 'children', 'tonight', 'wanted', 'reach', 'consent'] as const
const tenSeconds = z.array(z.strictObject({ item: z.enum(TEN_SECOND_ITEMS), text: words })).max(TEN_SECOND_ITEMS.length)

const contact = z.strictObject({
  reference: words,
  channel: z.enum(['web', 'sms']),
  locale: words,
  openedAt: time,
  requestedAt: time.nullable().describe('When a person was asked for'),
  handover: z.strictObject({ type: z.enum(HANDOVERS), outOfHours: z.boolean() }),
  shortMode: z.boolean().nullable(),
  lines
})

const risk = z.strictObject({
  band: z.enum(BANDS),
  reasons: z.array(
    z.strictObject({
      flag: words,
      label: words,
      explained: words.nullable(),
      because: z.array(questionSchema)
    })
  ),
  known: z.int().min(0).describe('Of those the worker may see'),
  of: z.int().min(0),
  policyVersion: z.int().min(1),
  basedOn: time.nullable().describe('When the last answer was given that the worker may see'),
  signals: z.array(z.enum(SIGNALS)),
  workerBand: z
    .strictObject({ band: z.enum(BANDS), reason: words, by: words, at: time })
    .nullable()
    .describe("A worker's own band; the assistant's stays beside it"),
  bandInForce: z.enum(BANDS).describe("The worker's band, or the assistant's where no worker set one"),
  lines
})

const verbatim = z.strictObject({
  said: z.array(
    z.strictObject({
      at: time,
      question: questionSchema.nullable(),
      asked: words.nullable(),
      locale: words,
      text: words,
      translation: z.strictObject({ locale: words, text: words, by: z.literal('machine') }).optional()
    })
  ),
  lines
})

const childrenAndOthers = z.strictObject({
  safeguarding: z.strictObject({ action: words, by: words, at: time }).nullable(),
  lines
})

const consent = z.strictObject({
  limitsShownAt: time.nullable(),
  sharedWith: z.array(words),
  withdrawnAt: time.nullable(),
  withoutConsent: z.strictObject({ reason: words, approvedBy: words }).nullable(),
  keptBack: z
    .boolean()
    .describe(
      'The person kept something back and agreed that staff know it. False: no such agreement, whatever was kept'
    ),
  lines
})

const workerActions = z.strictObject({
  acceptedBy: words.nullable(),
  actions: z.array(words),
  outcome: z.enum(OUTCOMES).nullable(),
  closedReason: words.nullable()
})

export const summarySchema = z.strictObject({
  $schema: z.literal(SUMMARY_SCHEMA_ID),
  version: z.literal(SUMMARY_VERSION),
  madeAt: time,
  safeContact,
  tenSeconds,
  contact,
  person: withLines,
  situation: withLines,
  risk,
  childrenAndOthers,
  needs: needsSchema,
  verbatim,
  consent,
  referrer: z.strictObject({ verifiedByCallBack: z.boolean(), lines }).nullable().describe('Professionals only'),
  workerActions
})

export type Summary = z.infer<typeof summarySchema>
export type SafeContact = z.infer<typeof safeContact>
export type TenSeconds = z.infer<typeof tenSeconds>
