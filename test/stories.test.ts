// Every scenario's story in the messy words of a real person, held through the real engine: what it must come to, and must not.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestProduct, type TestProduct } from './open-test-product.ts'
import file from './scenarios.json' with { type: 'json' }
import type { Telling } from './telling/claims.ts'
import { expectOnFile } from './telling/golden.ts'
import { type Told, tell } from './telling/told.ts'

const FOLDER = join(import.meta.dirname, 'stories')

const told = await Promise.all(
  file.scenarios.map(async scenario => {
    const { tellings } = (await import(`./stories/${scenario.id.toLowerCase()}.ts`)) as { tellings: readonly Telling[] }
    return { scenario, tellings }
  })
)

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

for (const { scenario, tellings } of told) {
  for (const [index, { story, must, mustNot }] of tellings.entries()) {
    describe(`${story.id} ${story.title}:`, () => {
      let come: Told
      beforeAll(async () => {
        come = await tell(story, product)
      })

      test('reads as it always has', () => expectOnFile(join(FOLDER, `${story.id}.txt`), come.transcript))

      for (const [claim, holds] of Object.entries(must)) test(`must: ${claim}`, () => holds(come))
      for (const [claim, holds] of Object.entries(mustNot)) test(`must not: ${claim}`, () => holds(come))

      if (index > 0) return
      test('comes to what the scenario expects', () => {
        const { band, services, notes, handover } = scenario.expect
        const { match } = come
        expect({ band: come.band.band, services: match.services, notes: match.notes, handover: come.handover }).toEqual(
          {
            band,
            services,
            notes,
            handover
          }
        )
      })
    })
  }
}

test('every story on file is one that is told', () => {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.txt'))
  const ids = told.flatMap(({ tellings }) => tellings.map(({ story }) => `${story.id}.txt`))
  expect(files.sort()).toEqual(ids.sort())
})
