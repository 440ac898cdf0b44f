// Every message of every corpus that tells of danger to somebody, or to a life: what must never wait in silence.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allowed, type Entry } from '../reading/entry.ts'

const folder = join(import.meta.dirname, '../reading/corpus')

/** Written in English: other languages are read for danger by the same road, and have tests of their own. */
const everyEntry: readonly Entry[] = readdirSync(folder)
  .sort()
  .flatMap(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Entry[])
  .filter(({ locale }) => locale === 'en')

/** Rungs at which something is done at once. */
const GRAVE: readonly string[] = ['danger', 'life', 'near']
/** Kinds that tell of harm that lasts, though nothing may be happening at this moment. */
const KINDS: readonly string[] = ['danger', 'danger N', 'danger S', 'suicide now', 'act begun', 'near', 'concern']

function tellsOfDanger(entry: Entry): boolean {
  if (GRAVE.includes(entry.expect.reply)) return true
  if (entry.expect.reply === 'leaving' && allowed(entry).some(({ why }) => why !== 'noTexts')) return true
  return entry.kind !== undefined && KINDS.includes(entry.kind)
}

export const dangerWords: readonly string[] = [...new Set(everyEntry.filter(tellsOfDanger).map(({ say }) => say))]
export const everyText: readonly string[] = [...new Set(everyEntry.map(({ say }) => say))]
