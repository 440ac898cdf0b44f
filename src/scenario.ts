import { z } from 'zod'

const answer = z.union([z.string(), z.array(z.string())])

const scenario = z.object({
  id: z.string(),
  context: z.object({
    channel: z.enum(['web', 'sms']),
    locale: z.string().default('en'),
    outOfHours: z.boolean().default(false),
    signals: z.array(z.enum(['locationSeeking', 'heldNow', 'injuryNow', 'petsHarmed', 'someoneElse'])).default([])
  }),
  answers: z.record(z.string(), answer),
  says: z.array(z.string()).default([])
})

/** One invented person: where they come in, what they answer, and what they write first. */
export type Scenario = z.infer<typeof scenario>

const several = z.object({ scenarios: z.array(scenario) })

/** The scenarios of a file's text: one, or a list under `scenarios`. Throws an Error whose message names entry and field. */
export function readScenarios(text: string): Scenario[] {
  const content: unknown = JSON.parse(text)
  const isList = typeof content === 'object' && content !== null && 'scenarios' in content
  const read = isList ? several.safeParse(content) : scenario.safeParse(content)
  if (!read.success) throw new Error(z.prettifyError(read.error))
  return 'scenarios' in read.data ? read.data.scenarios : [read.data]
}
