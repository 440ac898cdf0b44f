import { z } from 'zod'
import { SUMMARY_SCHEMA_ID, summarySchema } from './schema.ts'

/** The summary's JSON Schema, draft 2020-12, from the very object that validates it: they cannot drift apart. */
export function summaryJsonSchema(): object {
  const schema = z.toJSONSchema(summarySchema, { target: 'draft-2020-12' })
  return { ...schema, $id: SUMMARY_SCHEMA_ID, title: 'Referral summary' }
}
