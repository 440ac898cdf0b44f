// Golden summaries: what a worker reads of each invented person, in every rendering. To write them anew:
//   REWRITE_SUMMARIES=1 node scripts/run.mjs node_modules/vitest/vitest.mjs run test/summaries.test.ts
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RENDERINGS } from './summary/renderings.ts'
import { PEOPLE, summaryOfPerson } from './summary/scenario-summary.ts'

const FOLDER = join(import.meta.dirname, 'summaries')
const rewrite = process.env.REWRITE_SUMMARIES === '1' && !process.env.CI

describe('a worker reads of a person what they always have', () => {
  for (const person of PEOPLE) {
    for (const [ending, render] of Object.entries(RENDERINGS)) {
      test(`${person.id}.${ending}`, async () => {
        const file = join(FOLDER, `${person.id}.${ending}`)
        const now = `${await render(summaryOfPerson(person))}\n`
        if (rewrite) {
          mkdirSync(FOLDER, { recursive: true })
          writeFileSync(file, now)
        }
        expect(existsSync(file), 'write it with the command at the head of this file').toBe(true)
        expect(now).toBe(readFileSync(file, 'utf8'))
      })
    }
  }

  test('and every summary on file is somebody of ours', () => {
    const expected = PEOPLE.flatMap(({ id }) => Object.keys(RENDERINGS).map(ending => `${id}.${ending}`))
    expect(readdirSync(FOLDER).sort()).toEqual(expected.sort())
  })
})
