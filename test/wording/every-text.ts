// Every text message the assistant can send in one language, as it goes out.
import { expect } from 'vitest'
import { checkPrompt, prompt } from '../../src/conversation/prompts.ts'
import { sentence } from '../../src/conversation/sentence.ts'
import { QUESTION_IDS, QUESTIONS } from '../../src/questions/catalogue.ts'
import { LOCALES } from '../../src/wording/folder.ts'
import type { MessageKey, PageId } from '../../src/wording/keys.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'
import type { Words } from '../../src/wording/words.ts'
import { readLocale } from './lint-locale.ts'

const ABOUT = ['self', 'friend', 'professional'] as const
const VALUES = { open: 'Wednesday 09:00', name: 'Alexandra' }
const keysOf = (area: string): string[] => [...(readLocale(`${LOCALES}/en`).get(area)?.keys() ?? [])]

export const wordbook = await Wordbook.open(LOCALES, missing => expect.fail(`missing ${missing.key}`), 'all')

const questions = (words: Words) => ABOUT.flatMap(about => QUESTION_IDS.map(id => prompt(words, id, 'sms', about).text))

const sentences = (words: Words, keys: readonly string[]) =>
  keys.map(key => sentence(words, 'sms', 'said', key as MessageKey, VALUES).text)

/** Somebody who writes by text, about themselves. */
export const BY_TEXT = (words: Words) =>
  ({ words, channel: 'sms', about: 'self', short: false, young: false, quote: null }) as const

const askedBack = (words: Words) =>
  QUESTION_IDS.flatMap(question =>
    QUESTIONS[question].options.map(value => checkPrompt({ kind: 'meant', question, value }, BY_TEXT(words)).text)
  )

const pages = (words: Words) =>
  [...new Set(keysOf('pages').map(key => key.replace(/\..*/, '')))].map(page =>
    words.on('sms', words.info(page as PageId, 'sms').paragraphs.join(' '))
  )

/** What only those are told who ask for more: two texts. */
const MORE = 'privacyMore'

/** `short`: what is said unasked. `long`: what somebody has asked to read. */
export function everyText(locale: string): { readonly short: string[]; readonly long: string[] } {
  const words = wordbook.in(locale)
  const said = keysOf('messages').filter(key => !key.endsWith('_web') && key !== MORE)
  return {
    short: [...questions(words), ...sentences(words, said), ...askedBack(words)],
    long: [...sentences(words, [MORE]), ...pages(words)]
  }
}
