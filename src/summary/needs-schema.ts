// Section 7, needs and matches: what fits and why, what was blocked and why, what nobody offers. Domain guide, sections 6 and 7.
import { z } from 'zod'
import { DECLINED_BECAUSE } from '../conversation/recorded.ts'
import { HAMPSHIRE_PAGE, SOUTHAMPTON_STRATEGY } from '../triage/source.ts'
import { lineSchema } from './line.ts'

const words = z.string().min(1)
const quoted = z.strictObject({
  file: z.enum([HAMPSHIRE_PAGE, SOUTHAMPTON_STRATEGY]),
  lines: z.tuple([z.int().positive(), z.int().positive()]).describe('First and last line, counted from 1'),
  quote: words
})
const sources = z
  .array(z.union([quoted, z.strictObject({ beyond: words.describe('Whose design or page it is') })]))
  .meta({ id: 'sources' })
const spoken = z.strictObject({ rule: words, why: words, sources })

const decision = z.strictObject({
  accepted: z.boolean(),
  reason: z.enum(DECLINED_BECAUSE).nullable(),
  by: words,
  at: z.iso.datetime()
})

export const needsSchema = z.strictObject({
  matches: z
    .array(
      z.strictObject({ service: words, name: words, kind: words, by: z.array(spoken), decision: decision.nullable() })
    )
    .describe('In the order they were found'),
  blocked: z.array(z.strictObject({ service: words, name: words, ...spoken.shape })),
  unmet: z.array(z.strictObject({ need: words, groups: z.array(words), ...spoken.shape })),
  notes: z.array(z.strictObject({ note: words, text: words })),
  prompts: z.array(z.strictObject({ prompt: words, beside: words.nullable(), text: words, sources })),
  lines: z.array(lineSchema)
})
export type Needs = z.infer<typeof needsSchema>
