// Sorts the test files by what they need, from what they import: nobody keeps a list, and each has exactly one place.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * unit: this process alone, in seconds. proof: this process alone, over every place of the flows: minutes. store: a real
 * PostgreSQL, or other programs. browser: a real browser too. soak: only when asked for.
 */
export type ProjectName = 'unit' | 'proof' | 'store' | 'browser' | 'soak'

const root = dirname(import.meta.dirname)
/** Whatever reaches one of these opens a database; whoever starts other programs takes seconds. */
const NEEDS_DATABASE = /^test\/(fresh-database|postgres-server)\.ts$|^src\/store\/embedded\//
/** Whatever reaches the laws of the proof holds them against every turn of thousands. */
const PROVES = /^src\/flow\/proof\/laws\.ts$/
const STARTS_PROGRAMS = /from ['"]node:child_process['"]/
const RELATIVE_IMPORT = /(?:from|import)\s*\(?\s*['"](\.[^'"]+\.tsx?)['"]/g

interface Source {
  readonly text: string
  readonly neighbours: readonly string[]
}
const sources = new Map<string, Source>()

/**
 * A file, and the source files it imports as paths from the checkout. Types count too: at worst a test runs with a database it does
 * not need. Read once: hundreds of tests reach the same files.
 */
function sourceOf(file: string): Source {
  const known = sources.get(file)
  if (known) return known
  const text = readFileSync(join(root, file), 'utf8')
  const neighbours = [...text.matchAll(RELATIVE_IMPORT)]
    .map(([, to = '']) => relative(root, join(root, dirname(file), to)))
    .filter(path => existsSync(join(root, path)))
  const read = { text, neighbours }
  sources.set(file, read)
  return read
}

/** Whether a file, or anything it imports, is one of these by its name or by what is in it. */
function reaches(file: string, name: RegExp, content: RegExp | null, seen = new Set<string>()): boolean {
  if (name.test(file)) return true
  if (seen.has(file)) return false
  seen.add(file)
  const { text, neighbours } = sourceOf(file)
  return content?.test(text) || neighbours.some(next => reaches(next, name, content, seen))
}

/** The project one test file belongs to. */
function projectOf(file: string): ProjectName {
  if (file.startsWith('test/browser/')) return 'browser'
  if (file.startsWith('test/soak/')) return 'soak'
  if (reaches(file, NEEDS_DATABASE, STARTS_PROGRAMS)) return 'store'
  return reaches(file, PROVES, null) ? 'proof' : 'unit'
}

const LONG_FORMS = /^test\/(long-forms\.ts$|soak\/)/

/** Every test file there is, by project. `onlyLong`: those that have a long form. */
export function sortTests(onlyLong: boolean): Record<ProjectName, string[]> {
  const sorted: Record<ProjectName, string[]> = { unit: [], proof: [], store: [], browser: [], soak: [] }
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  for (const name of files.sort()) {
    const file = `test/${name}`
    if (!/\.test\.tsx?$/.test(file) || file.startsWith('test/flow/faults/')) continue
    if (!onlyLong || reaches(file, LONG_FORMS, null)) sorted[projectOf(file)].push(file)
  }
  return sorted
}
