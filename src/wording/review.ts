// Who has read a language: `_review.json` beside its words. No machine's draft is offered to anybody (decision 013).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { SOURCE_LOCALE } from './folder.ts'

/** Which drafts are spoken all the same: none but these, or every one where nobody in need is listening. */
export type Drafts = readonly string[] | 'all'

const review = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('draft') }),
  // A role, never a name: "advocate, native speaker".
  z.strictObject({ status: z.literal('reviewed'), by: z.string().trim().min(1), on: z.iso.date() })
])

/** Nobody has read it yet: so it says, or says nothing, or nothing that can be understood. English is the source. */
export function isDraft(directory: string, locale: string): boolean {
  if (locale === SOURCE_LOCALE) return false
  const file = join(directory, locale, '_review.json')
  if (!existsSync(file)) return true
  try {
    return review.parse(JSON.parse(readFileSync(file, 'utf8'))).status === 'draft'
  } catch {
    return true
  }
}

/** What whoever runs it is told at every start, while a draft is switched on. */
export function draftLines(drafts: readonly string[]): string[] {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'language' })
  return drafts.map(
    locale =>
      `${names.of(locale)} (${locale}) is switched on, and nobody who speaks it has read its words. Have a domestic abuse worker who does read them, and say so in locales/${locale}/_review.json; until then take ${locale} out of DRAFT_LANGUAGES.`
  )
}
