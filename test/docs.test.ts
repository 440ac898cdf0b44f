// What the documents say must be so: paths, commands, settings, error lines. Whether it is well said, a person decides.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FAULTS } from '../src/errors.ts'

const checkout = dirname(import.meta.dirname)
const read = (file: string): string => readFileSync(join(checkout, file), 'utf8')
const decisions = readdirSync(join(checkout, 'docs', 'decisions')).sort()
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'deploy/README.md',
  'docs/operators.md',
  'docs/laws.md',
  'vendor/README.md',
  ...decisions.map(name => `docs/decisions/${name}`)
]

/** Made when the product runs or is built; and one media type that looks like a path. */
const NOT_IN_THE_CHECKOUT = ['data/', 'pg/', 'dist/', 'deploy/.env', 'text/event-stream']

/** Paths in code marks: with a slash and no placeholder, or a file of the checkout's root. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([\w.@/-]+)`/g)]
    .map(([, path = '']) => path)
    .filter(path => /^[\w.@-]+\//.test(path) || /^[A-Z]\w+\.md$|^\w+\.(ts|jsonc?)$/.test(path))
    .filter(path => !path.startsWith('node_modules/') && !path.startsWith('@') && !NOT_IN_THE_CHECKOUT.includes(path))

/** A path as it stands, or a file named by its last part: "its lines in `rails.json`". */
const exists = (path: string, everything: readonly string[]): boolean =>
  existsSync(join(checkout, path)) || everything.some(file => file.endsWith(`/${path}`))

const everything = ['src', 'flows', 'locales', 'scripts', 'test', 'docs', 'deploy'].flatMap(folder =>
  readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`)
)

describe('every document', () => {
  it.each(documents)('%s names files there are', file => {
    const text = read(file)
    expect(pathsIn(text).filter(path => !exists(path, everything))).toEqual([])
  })

  it.each(documents)('%s speaks of the product, not of the machine it was made on', file => {
    expect(read(file)).not.toMatch(/\/work\/|\/tmp\/|prototype|\bTODO\b/)
  })
})

describe('the README', () => {
  const text = read('README.md')

  it('names every command there is, and no other', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const named = [...text.matchAll(/npm (?:run ([\w:]+)|(start|test))/g)].map(([, run, short]) => run ?? short)
    expect([...new Set(named)].sort()).toEqual(scripts.sort())
  })

  it('explains every setting the product reads, and no other', () => {
    const known = [...read('src/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name)
    const explained = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
    expect(explained.sort()).toEqual(known.sort())
  })

  it('has a line for every room', () => {
    const rooms = readdirSync(join(checkout, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory())
    expect(rooms.map(({ name }) => `\`src/${name}/\``).filter(room => !text.includes(room))).toEqual([])
  })
})

describe('the recipes', () => {
  it('are short: four of them, eight steps at most', () => {
    const recipes = read('CONTRIBUTING.md')
      .split(/^## /m)
      .filter(part => part.startsWith('Add a '))
    expect(recipes.map(recipe => recipe.split('\n')[0])).toEqual(
      ['question', 'service', 'language', 'channel'].map(what => `Add a ${what}`)
    )
    for (const recipe of recipes) expect(recipe.match(/^\d+\. /gm)?.length).toBeLessThanOrEqual(8)
  })
})

describe('the decisions', () => {
  it('have a number each, so that it can be cited', () => {
    expect(decisions.filter(name => !/^\d{3}-[a-z0-9-]+\.md$/.test(name))).toEqual([])
    expect(new Set(decisions.map(name => name.slice(0, 3))).size).toBe(decisions.length)
  })

  it.each(decisions)('%s fits a page and tells its drawbacks', name => {
    const text = read(`docs/decisions/${name}`)
    expect(text.split('\n').length).toBeLessThan(60)
    expect(text).toContain('**Drawbacks.**')
  })
})

describe('the laws', () => {
  it('are twelve, and each names the tests that see it broken, or says that they come later', () => {
    const rows = [...read('docs/laws.md').matchAll(/^\| (\d+)\. .* \| (.*) \| (.*) \|$/gm)]
    expect(rows.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    for (const [, number, seen = '', state = ''] of rows) {
      const isLater = state.startsWith('later')
      expect(seen.includes('.test.ts'), `law ${number}`).toBe(!isLater)
      expect(state, `law ${number}`).toMatch(/^(held|in part: .+|later: .+|held for .+|held; .+)$/)
    }
  })
})

describe('what an operator may read', () => {
  /** The beginnings in the table, as patterns: `...` stands for a name or a number. */
  const beginnings = [...read('docs/operators.md').matchAll(/^\| (`.*`) \| /gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)])
    .map(([, text = '']) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\.\\.\\.', '.+'))
    .map(pattern => new RegExp(`^${pattern}`))
  const isExplained = (line: string): boolean => beginnings.some(pattern => pattern.test(line))

  it('is explained when the product refuses to start', () => {
    const lines = Object.values(FAULTS).map(fault => (fault as (...facts: unknown[]) => string)(['x'], ['y']))
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.filter(line => !isExplained(line))).toEqual([])
  })

  it('is explained when the database cannot be started', () => {
    const folder = join(checkout, 'src', 'store', 'embedded')
    const sources = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8'))
    const lines = sources
      .flatMap(source => [...source.matchAll(/(?:new CannotStart|super)\(\s*['`]([^'`]+)/g)])
      .map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, 'x'))
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter(line => !isExplained(line))).toEqual([])
  })
})
