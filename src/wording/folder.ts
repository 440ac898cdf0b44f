// Where the languages are: one folder each.
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The locales beside this build. */
export const LOCALES = join(dirname(dirname(import.meta.dirname)), 'locales')
/** What every other language is translated from, and falls back to. */
export const SOURCE_LOCALE = 'en'

/** Every language there is a folder for. */
export const localesIn = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
