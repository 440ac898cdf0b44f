// A language nobody speaks, made from English: longer, accented, bracketed, right to left. It proves the machinery.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const PSEUDO_LOCALE = 'qps-rtl'

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ó',
  U: 'Ú'
}

/** Reads like the English, takes a third more room, and shows by its brackets where a text was cut or joined. */
export function pseudo(text: string): string {
  const parts = text.split(/(\{\{.*?\}\})/)
  const accented = parts.map(part =>
    part.startsWith('{{') ? part : part.replace(/[a-z]/gi, sign => ACCENTED[sign] ?? sign)
  )
  return `[${accented.join('')}${'~'.repeat(Math.ceil(text.length / 3))}]`
}

const pseudoOf = (value: unknown): unknown => {
  if (typeof value === 'string') return pseudo(value)
  if (Array.isArray(value)) return value.map(pseudoOf)
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, pseudoOf(inner)]))
}

/** Writes English and its pseudo language into a folder, without the keys named `area:key`. */
export function writePseudo(
  english: string,
  folder: string,
  without: { readonly english?: readonly string[]; readonly pseudo?: readonly string[] } = {}
): void {
  for (const locale of ['en', PSEUDO_LOCALE]) mkdirSync(join(folder, locale), { recursive: true })
  for (const file of readdirSync(english)) {
    const words = JSON.parse(readFileSync(join(english, file), 'utf8'))
    const write = (locale: string, content: object, left: readonly string[] = []) => {
      const kept = Object.entries(content).filter(([key]) => !left.includes(`${file.replace('.json', '')}:${key}`))
      writeFileSync(join(folder, locale, file), JSON.stringify(Object.fromEntries(kept)))
    }
    write('en', words, without.english)
    // Nobody writes in it: it has no lexicon of its own, as a language may.
    if (!file.startsWith('reading')) write(PSEUDO_LOCALE, pseudoOf(words) as object, without.pseudo)
  }
}
