// Sorts the test files by what they need, from what they import: nobody keeps a list, and each has exactly one place.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** unit: this process alone. store: a real PostgreSQL, or other programs. browser: a real browser too. soak: only when asked for. */
export type ProjectName = 'unit' | 'store' | 'browser' | 'soak'

const root = dirname(import.meta.dirname)
/** Whatever reaches one of these opens a database; whoever starts other programs takes seconds. */
const NEEDS_DATABASE = /^test\/(fresh-database|postgres-server)\.ts$|^src\/store\/embedded\//
const STARTS_PROGRAMS = /from ['"]node:child_process['"]/
const RELATIVE_IMPORT = /(?:from|import)\s*\(?\s*['"](\.[^'"]+\.tsx?)['"]/g

/** The source files one file imports, as paths from the checkout. Types count too: at worst a test runs with a database it does not need. */
const neighbours = (file: string, source: string): string[] =>
  [...source.matchAll(RELATIVE_IMPORT)]
    .map(([, to = '']) => relative(root, join(root, dirname(file), to)))
    .filter(path => existsSync(join(root, path)))

function needsMore(file: string, seen: Set<string>): boolean {
  if (NEEDS_DATABASE.test(file)) return true
  if (seen.has(file)) return false
  seen.add(file)
  const source = readFileSync(join(root, file), 'utf8')
  return STARTS_PROGRAMS.test(source) || neighbours(file, source).some(next => needsMore(next, seen))
}

/** The project one test file belongs to. */
function projectOf(file: string): ProjectName {
  if (file.startsWith('test/browser/')) return 'browser'
  if (file.startsWith('test/soak/')) return 'soak'
  return needsMore(file, new Set()) ? 'store' : 'unit'
}

/** Every test file there is, by project. */
export function sortTests(): Record<ProjectName, string[]> {
  const sorted: Record<ProjectName, string[]> = { unit: [], store: [], browser: [], soak: [] }
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  for (const name of files.sort()) {
    const file = `test/${name}`
    if (/\.test\.tsx?$/.test(file) && !file.startsWith('test/flow/faults/')) sorted[projectOf(file)].push(file)
  }
  return sorted
}
