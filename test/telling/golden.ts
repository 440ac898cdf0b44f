// A transcript on file. A change that was meant is written with `npm run transcripts`; a machine that builds never writes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'

const rewrite = process.env.REWRITE_TRANSCRIPTS === '1' && !process.env.CI

/** Holds a transcript against the one on file. */
export function expectOnFile(file: string, now: string): void {
  if (rewrite) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, now)
  }
  expect(existsSync(file), 'run: npm run transcripts').toBe(true)
  expect(now).toBe(readFileSync(file, 'utf8'))
}
