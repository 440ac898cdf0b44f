import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { Wordbook } from '../../src/wording/wordbook.ts'
import type { Words } from '../../src/wording/words.ts'

const locales = join(dirname(dirname(import.meta.dirname)), 'locales')

/** Every language there is; a key without words fails the test. */
export const englishWordbook = (): Promise<Wordbook> =>
  Wordbook.open(locales, ({ key }) => expect.fail(`there are no words for ${key}`))

/** The English words. */
export const english = async (): Promise<Words> => (await englishWordbook()).in('en')
