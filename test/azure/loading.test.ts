// Azure's libraries are loaded by those who have an Azure, and by nobody else.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

const checkout = dirname(dirname(import.meta.dirname))
const STATIC = /^(?:import|export)(?! type\b)[^'";]*?from '([^']+)'|^import '([^']+)'/gm

/** Everything that is loaded with a file before it runs: its own files, and the packages they name. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded
  loaded.add(file)
  const source = readFileSync(join(checkout, file), 'utf8')
  for (const [, named, bare] of source.matchAll(STATIC)) {
    const from = named ?? bare ?? ''
    if (!from.startsWith('.')) loaded.add(from)
    else if (/\.tsx?$/.test(from)) loadedWith(relative(checkout, join(checkout, dirname(file), from)), loaded)
  }
  return loaded
}

const azures = (loaded: Set<string>) => [...loaded].filter(name => name.startsWith('@azure/'))

it('nothing of Azure is loaded when the product starts', () => {
  const loaded = loadedWith('src/main.ts')
  expect(loaded.size).toBeGreaterThan(150)
  expect(loaded).toContain('src/console/routes.ts')
  expect(azures(loaded)).toEqual([])
})

it('it comes with the file that is loaded where Azure is set up', () => {
  expect(azures(loadedWith('src/azure.ts'))).toContain('@azure/communication-chat')
  const main = readFileSync(join(checkout, 'src', 'main.ts'), 'utf8')
  expect(main).toContain("config.azure && (await import('./azure.ts'))")
})
