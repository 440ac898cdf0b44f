// The words of the page as a person reads them: a test that repeats a sentence would only stop others from bettering it.
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { Wordbook } from '../../src/wording/wordbook.ts'

const LOCALES = join(import.meta.dirname, '..', '..', 'locales')
const wordbook = await Wordbook.open(LOCALES, ({ locale, key }) => {
  throw new Error(`${locale} has no words for ${key}`)
})

export const words = wordbook.in('en')

/** For what comes to the screen by itself: long enough for a busy machine. */
export const SOON = { timeout: 10_000, interval: 50 }

/** The words of a place on the screen as they are drawn, now: what is hidden is not among them. */
export const seen = async (place: Locator): Promise<string> => (await place.allInnerTexts()).join('\n')
