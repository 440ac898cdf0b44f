import { HAMPSHIRE_PAGE, type Source } from '../triage/source.ts'
import type { Words } from '../wording/words.ts'

/** The lines of the sources behind something, in words; null when there are none. */
export function sourceText(sources: readonly Source[], words: Words): string | null {
  if (sources.length === 0) return null
  const texts = sources.map(source => {
    if ('beyond' in source) return source.beyond
    const [first, last] = source.lines
    const lines = first === last ? `${first}` : `${first}-${last}`
    const page = source.file === HAMPSHIRE_PAGE ? 'referralHampshirePage' : 'referralSouthamptonStrategy'
    return `${words.staff(page, { lines })}: "${source.quote}"`
  })
  return `(${texts.join('; ')})`
}
