// How single settings are written, and what is said when one is not.
import { z } from 'zod'
import { isNetwork } from './client-address.ts'
import { readPractice } from './conversation/practice.ts'
import type { MappedWorker } from './handover/azure/account.ts'
import { readTimings } from './handover/timings.ts'
import { addressOf } from './outputs/address.ts'
import { secretOf } from './outputs/sign.ts'
import { LOCALES, localesIn } from './wording/folder.ts'

export const port = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a number from 0 to 65535' })
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(65_535, 'must be 65535 or less')
    .default(fallback)

export const postgres = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')

const DAY = 86_400_000
/** In days, as 2190d: long enough for a complaint, and not for ever. Six years unless it is set. In ms. */
export const retentionOfRecord = z
  .string()
  .regex(/^\d{3,4}d$/, 'must be a number of days such as 2190d')
  .default('2190d')
  .transform(text => Number.parseInt(text, 10))
  .refine(days => days >= 365 && days <= 3_650, 'must be from 365d to 3650d')
  .transform(days => days * DAY)

export const address = z.url({ protocol: /^https?$/, error: 'must be a whole address such as https://example.org' })

export const named = (pattern: RegExp, error: string) => z.string().regex(pattern, error)

export const listed = (text: string): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')

export const mailAddress = z.string().refine(text => addressOf(text) === text, 'must be one plain e-mail address')

export const webhookSecret = z.string().transform((text, context) => {
  const secret = secretOf(text)
  if (secret) return secret
  context.addIssue({ code: 'custom', message: 'must be whsec_ and 24 to 64 bytes in base64' })
  return z.NEVER
})

/** Addresses and networks: "127.0.0.1, 10.0.0.0/8". */
export const networks = z
  .string()
  .default('')
  .transform(listed)
  .refine(all => all.every(isNetwork), {
    error: 'must be addresses or networks of your proxies, with a comma between: 127.0.0.1, 10.0.0.0/8'
  })

/** Names of folders in `locales/`, as people write lists: "pl, ro". */
export const draftLanguages = z
  .string()
  .default('')
  .transform(listed)
  .refine(names => names.every(name => localesIn(LOCALES).includes(name)), {
    error: `may only name languages that have a folder in locales: ${localesIn(LOCALES).join(', ')}`
  })

/** Clocks of a handover, over the product's own. */
export const handoverTimings = z
  .string()
  .default('')
  .transform((text, context) => {
    try {
      return readTimings(text)
    } catch (error) {
      context.addIssue((error as Error).message)
      return z.NEVER
    }
  })

/** What a practice lead has set about own words, over the safe defaults. */
export const ownWords = z
  .string()
  .default('')
  .transform((text, context) => {
    try {
      return readPractice(text)
    } catch (error) {
      context.addIssue((error as Error).message)
      return z.NEVER
    }
  })

/** One worker: the id of their account, or their name, and their user in Azure. */
const MAPPED = /^([^=]+)=(8:acs:[\w-]+)$/

/** "Anna=8:acs:..., Bert=8:acs:...". */
export const mappedWorkers = z
  .string()
  .default('')
  .transform(listed)
  .refine(entries => entries.every(entry => MAPPED.test(entry)), {
    error: 'must be a list of name=8:acs:..., with a comma between: a worker and their user in Azure'
  })
  .transform(entries =>
    entries.map((entry): MappedWorker => {
      const [, who = '', user = ''] = MAPPED.exec(entry) ?? []
      return { who: who.trim(), user }
    })
  )
