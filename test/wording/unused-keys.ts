import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Shorter fixed parts would fit almost any key. */
const FIXED_PART = 4

/** The texts of every source file below these folders. */
export function readSources(checkout: string, folders: readonly string[]): string {
  return folders
    .flatMap(folder =>
      readdirSync(join(checkout, folder), { recursive: true, encoding: 'utf8' })
        .filter(file => /\.tsx?$/.test(file))
        .map(file => readFileSync(join(checkout, folder, file), 'utf8'))
    )
    .join('\n')
}

/** Keys put together at run time, `referralBand-${band}`: the pattern they must fit. */
function patternsOf(sources: string): RegExp[] {
  const templates = [...sources.matchAll(/`([\w-]*)\$\{[^`}]*\}([\w-]*)`/g)]
  return templates
    .filter(([, before = '', after = '']) => before.length + after.length >= FIXED_PART)
    .map(([, before = '', after = '']) => new RegExp(`^${before}.+${after}$`))
}

/** The keys of an area that no source names. */
export function unusedKeys(area: string, keys: readonly string[], sources: string): string[] {
  const patterns = patternsOf(sources)
  const isNamed = (key: string): boolean =>
    sources.includes(`'${key}'`) ||
    sources.includes(`'${area}:${key}'`) ||
    sources.includes(`"${key}"`) ||
    patterns.some(pattern => pattern.test(key))
  // What is said in another way on the page, or about somebody else, stands beside the plain words, and is found by their name.
  return keys.filter(key => !isNamed(key.replace(/_(web|friend|professional)$/, '')))
}
