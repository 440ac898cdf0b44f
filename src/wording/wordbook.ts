// Key + locale -> words. The only door to i18next: one instance, never switched, a fixed translator per locale.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type i18n } from 'i18next'
import { Answers } from './answers.ts'
import { direction } from './direction.ts'
import { localesIn, SOURCE_LOCALE } from './folder.ts'
import type { Lexicon } from './lexicon.ts'
import { ownName } from './own-name.ts'
import { type Drafts, isDraft } from './review.ts'
import { type MissingWords, Words } from './words.ts'

/** Every locale that may be spoken, read once at start. `onMissing` raises the alert; the person gets a neutral sentence. */
export class Wordbook {
  /** What people are offered: all that somebody has read, and the drafts that were asked for. */
  readonly locales: readonly string[]
  /** Those of them that nobody has read yet. */
  readonly drafts: readonly string[]
  readonly #i18n: i18n
  readonly #words = new Map<string, Words>()
  /** What people write in the languages that nobody has read yet. */
  readonly #watched: readonly Lexicon[]
  readonly #onMissing: (missing: MissingWords) => void

  private constructor(
    i18n: i18n,
    locales: readonly string[],
    drafts: readonly string[],
    watched: readonly Lexicon[],
    onMissing: (missing: MissingWords) => void
  ) {
    this.#i18n = i18n
    this.locales = locales
    this.drafts = drafts
    this.#watched = watched
    this.#onMissing = onMissing
  }

  /** Reads `<directory>/<locale>/<area>.json`, of drafts only those that are named. Throws when the source is not there. */
  static async open(
    directory: string,
    onMissing: (missing: MissingWords) => void,
    allowed: Drafts = []
  ): Promise<Wordbook> {
    const all = localesIn(directory)
    const unread = all.filter(locale => isDraft(directory, locale))
    const drafts = allowed === 'all' ? unread : unread.filter(locale => allowed.includes(locale))
    const locales = all.filter(locale => !unread.includes(locale) || drafts.includes(locale))
    if (!locales.includes(SOURCE_LOCALE)) throw new Error(`there is no ${SOURCE_LOCALE} in ${directory}`)
    const resources = Object.fromEntries(locales.map(locale => [locale, readAreas(join(directory, locale))]))
    const instance = i18next.createInstance()
    await instance.init({
      resources,
      supportedLngs: locales,
      fallbackLng: SOURCE_LOCALE,
      ns: Object.keys(resources[SOURCE_LOCALE] ?? {}),
      defaultNS: 'messages',
      interpolation: { escapeValue: false, skipOnVariables: true },
      returnNull: false
    })
    const watched = all.filter(locale => !locales.includes(locale)).map(locale => watchedIn(directory, locale))
    return new Wordbook(instance, locales, drafts, watched, onMissing)
  }

  /** The words of one locale; an unknown one falls back to English. */
  in(locale: string): Words {
    const known = this.locales.includes(locale) ? locale : SOURCE_LOCALE
    const made = this.#words.get(known)
    if (made) return made
    const own = (area: string): object => this.#i18n.getResourceBundle(known, area) ?? {}
    const answers = new Answers(own('answers'), own('answers-signed'))
    const t = this.#i18n.getFixedT(known)
    const words = new Words(this.#lexicon(known), answers, direction(known), t, this.#onMissing)
    this.#words.set(known, words)
    return words
  }

  /** The language whose own name a message is and nothing more, among those that are offered; null when it is none. */
  named(text: string): string | null {
    const said = plain(text)
    return this.locales.find(locale => plain(ownName(locale)) === said) ?? null
  }

  /**
   * What is read in the words of somebody who speaks a language: their own first, then English, for people mix them; and for
   * danger alone every language that is not offered yet: whoever writes it has no other way to say so here.
   */
  lexiconsOf(locale: string): readonly Lexicon[] {
    return [...new Set([this.in(locale).lexicon, this.in(SOURCE_LOCALE).lexicon, ...this.#watched])]
  }

  // Only its own: what people write in English stands in the English lexicon, and the reader is given both.
  #lexicon(locale: string): Lexicon {
    const own = (area: string): object => this.#i18n.getResourceBundle(locale, area) ?? {}
    return {
      locale,
      rails: own('rails'),
      reading: { ...own('reading'), ...own('reading-answers'), ...own('reading-topics') }
    }
  }
}

/** Of a language nobody has read: only what danger sounds like. Not a word of it is ever spoken. */
function watchedIn(directory: string, locale: string): Lexicon {
  const file = join(directory, locale, 'reading.json')
  const reading: Lexicon['reading'] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return { locale, rails: {}, reading, onlyDanger: true }
}

const readAreas = (folder: string): Record<string, object> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(file => file.endsWith('.json') && !file.startsWith('_'))
      .map(file => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, file), 'utf8'))])
  )

/** Letters and what lies between them, whatever their case. */
const plain = (text: string): string => text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
