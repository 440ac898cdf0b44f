// What must be true of the words of a locale, whatever language it is. Works on plain objects, so that faults can be planted.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Area -> dotted key -> text. Lists (synonyms, paragraphs) are joined by lines: how many there are is each language's own affair. */
export type Locale = ReadonlyMap<string, ReadonlyMap<string, string>>

function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (Array.isArray(value)) return [[path, value.join('\n')]]
  return Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key))
}

/** What people write to us is each language's own affair: test/reading/ sees to it. Who has read a language, or signed an answer, is no word of it. */
const NOT_READ_BY_PEOPLE = /^(reading|answers-signed|_)/

/** Reads `<folder>/<area>.json` for every area people read. */
export function readLocale(folder: string): Locale {
  const files = readdirSync(folder).filter(file => file.endsWith('.json') && !NOT_READ_BY_PEOPLE.test(file))
  return new Map(
    files.map(file => [
      file.slice(0, -'.json'.length),
      new Map(flatten(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    ])
  )
}

/** Every text of a locale as `area:key` and its words. */
export const textsOf = (locale: Locale): [string, string][] =>
  [...locale].flatMap(([area, texts]) => [...texts].map(([key, text]): [string, string] => [`${area}:${key}`, text]))

const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))].sort()

/** What is in one locale and not in the other, and placeholders that do not agree. */
export function compareLocales(source: Locale, other: Locale): string[] {
  const wanted = new Map(textsOf(source))
  const found = new Map(textsOf(other))
  const missing = [...wanted.keys()].filter(key => !found.has(key)).map(key => `${key} is missing`)
  const extra = [...found.keys()].filter(key => !wanted.has(key)).map(key => `${key} is not in the source locale`)
  const different = [...wanted].flatMap(([key, text]) => {
    const theirs = found.get(key)
    if (theirs === undefined || placeholdersOf(text).join() === placeholdersOf(theirs).join()) return []
    return [`${key} has the placeholders [${placeholdersOf(theirs)}], not [${placeholdersOf(text)}]`]
  })
  return [...missing, ...extra, ...different]
}

/** Slips of the hand in any language; what may never be said is in never-rules.ts. */
const IN_EVERY_LANGUAGE: readonly [RegExp, string][] = [
  [/^\s*$/, 'is empty'],
  [/\s{2,}|^\s|\s$/, 'has stray spaces']
]

/** Faults of the words a person reads: `messages`, `page` and `questions`. Staff words only may not be empty. */
export function lintWords(locale: Locale): string[] {
  return textsOf(locale).flatMap(([key, text]) => {
    const rules = key.startsWith('staff') ? IN_EVERY_LANGUAGE.slice(0, 1) : IN_EVERY_LANGUAGE
    return rules.filter(([pattern]) => pattern.test(text)).map(([, fault]) => `${key} ${fault}: ${text}`)
  })
}
