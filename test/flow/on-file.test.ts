// The sheets that people sign are those of the dialogue as it is. `npm run flows` writes them; the tests never do.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { DIALOGUE } from '../../src/dialogue.ts'
import { changesBetween } from '../../src/flow/account/changes.ts'
import { factsOfDialogue } from '../../src/flow/account/facts.ts'
import { draw, FACTS_FILE } from '../../src/flow/draw.ts'
import { english } from './english.ts'

const folder = join(dirname(dirname(import.meta.dirname)), 'docs', 'flows')
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const words = await english()
const drawings = draw(DIALOGUE, words)

test('nothing about the dialogue has changed since it was last drawn', () => {
  const changes = changesBetween(JSON.parse(read(FACTS_FILE)), factsOfDialogue(DIALOGUE, words), words)
  expect(changes, 'read these changes, then run: npm run flows').toEqual([])
})

test('every sheet on file is the one that is drawn now', () => {
  expect(readdirSync(folder).sort()).toEqual(drawings.map(({ file }) => file).sort())
  // The page with the pictures ends with the proof, which has tests of its own.
  const stale = drawings.filter(({ file, content }) => !read(file).startsWith(content)).map(({ file }) => file)
  expect(stale, 'run: npm run flows').toEqual([])
})
