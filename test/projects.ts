// Sorts the test files by what they need, from what they import: nobody keeps a list, and each has exactly one place.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** unit: nothing. store: a real PostgreSQL. browser: a real browser too. soak: hours, and only when asked for. */
export type ProjectName = 'unit' | 'store' | 'browser' | 'soak'

const root = dirname(import.meta.dirname)
/** Whatever reaches one of these opens a database, or starts a server for one. */
const NEEDS_DATABASE = /^test\/(fresh-database|postgres-server)\.ts$|^src\/store\/embedded\//
const RELATIVE_IMPORT = /(?:from|import)\s*\(?\s*['"](\.[^'"]+\.tsx?)['"]/g

/** The source files one file imports, as paths from the checkout. Types count too: at worst a test runs with a database it does not need. */
function neighbours(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(RELATIVE_IMPORT)]
    .map(([, to = '']) => relative(root, join(root, dirname(file), to)))
    .filter(path => existsSync(join(root, path)))
}

function needsDatabase(file: string, seen: Set<string>): boolean {
  if (NEEDS_DATABASE.test(file)) return true
  if (seen.has(file)) return false
  seen.add(file)
  return neighbours(file).some(next => needsDatabase(next, seen))
}

/** The project one test file belongs to. */
function projectOf(file: string): ProjectName {
  if (file.startsWith('test/browser/')) return 'browser'
  if (file.startsWith('test/soak/')) return 'soak'
  // These start the server as a process of its own, which no import shows.
  if (file.startsWith('test/store/')) return 'store'
  return needsDatabase(file, new Set()) ? 'store' : 'unit'
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
