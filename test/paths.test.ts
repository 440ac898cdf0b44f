// Every path of the dialogue once, by every channel that has it: short transcripts for a worker to read.
// `npm run transcripts` rewrites them; CI never does.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestProduct, type TestProduct } from './open-test-product.ts'
import { choices } from './paths/choices.ts'
import { others } from './paths/others.ts'
import { survivors } from './paths/survivors.ts'
import { texting } from './paths/texting.ts'
import { expectOnFile } from './telling/golden.ts'
import { Teller } from './telling/teller.ts'

const FOLDER = join(import.meta.dirname, 'transcripts', 'paths')
const PATHS = [...survivors, ...others, ...choices, ...texting]

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct({ publicUrl: 'https://notes.example' })
})
afterAll(() => product.close())

describe('a path reads as it always has:', () => {
  for (const path of PATHS) {
    test(`${path.id} ${path.title}`, async () => {
      const teller = new Teller(path, product)
      await teller.tell()
      expectOnFile(join(FOLDER, `${path.id}.txt`), teller.transcript.toString())
    })
  }

  test('and every one on file is one that is walked', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(PATHS.map(({ id }) => `${id}.txt`).sort())
  })
})
