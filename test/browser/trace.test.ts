// Law 8: what a person typed, and what they were asked, is in no file of the browser afterwards.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, type ExpectStatic, expect, test, vi } from 'vitest'
import { type RunningProduct, startProduct } from '../crash/product-process.ts'
import { shortOr } from '../long-forms.ts'
import { type Elsewhere, openElsewhere } from './elsewhere.ts'
import { placesOf, visitCareless } from './trace-careless.ts'
import { type Left, type Surroundings, type Visit, visit } from './trace-visit.ts'
import { type Precaution, serveWithout } from './trace-weakened.ts'
import { TraceWorker } from './trace-worker.ts'

/** Where Chromium notes the address of any page, whatever the page does. Nothing of ours is in them but the host. */
const ADDRESSES =
  /\/Default\/(History|Preferences|DIPS|Top Sites|Network Action Predictor|Sessions\/|Session Storage\/)|\/ukm_db/
/** An open session has its cookie: a chat that was not left, and the first page, to which Back leads without script. */
const WITH_COOKIE = new RegExp(`${ADDRESSES.source}|/Default/Cookies`)

/** In ms: several browsers at once, each of which is waited for until it has written what it would. */
vi.setConfig({ testTimeout: 180_000 })

let dataDir = ''
let elsewhere: Elsewhere
let product: RunningProduct
let around: Surroundings

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-trace-data-'))
  chmodSync(dataDir, 0o711)
  elsewhere = await openElsewhere()
  product = await startProduct(dataDir, { EXIT_URL: elsewhere.url })
  const worker = await TraceWorker.signIn(product, 'Jo')
  around = { chatPort: new URL(product.chat).port, elsewhere: elsewhere.url, worker }
})
afterAll(async () => {
  await product?.kill()
  await elsewhere?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** No words anywhere, and the host only where a browser writes any host. */
function expectNoTrace(expect: ExpectStatic, { words, address, sentences, back }: Left, mayHaveAddress: RegExp): void {
  expect(sentences).toBeGreaterThan(15)
  expect(placesOf(words)).toBe('')
  expect(address).not.toEqual([])
  expect(address.filter(file => !mayHaveAddress.test(`/${file}`))).toEqual([])
  expect(back.lines).toBe(0)
}

async function expectTraces(expect: ExpectStatic, ending: Visit['ending']): Promise<void> {
  const { hits, files } = await visitCareless(ending)
  expect(files).toBeGreaterThan(50)
  expect(placesOf(hits, 'sentence')).toContain('/Cache/')
  expect(placesOf(hits, 'name')).toContain('/Web Data')
  expect(placesOf(hits, 'said')).toContain('/Local Storage/')
  expect(placesOf(hits, 'draft')).toMatch(/\/Sessions\/.* utf16le/)
}

describe('after an exit, a look back and the end of the browser', () => {
  test.concurrent('nothing a person typed or read is left, and nothing shows that they were here', async ({
    expect
  }) => {
    const left = await visit(around, { script: true, ending: 'exit' })
    expectNoTrace(expect, left, ADDRESSES)
    expect(left.back.address).toBe(`${elsewhere.url}before`)
    expect(left.later).toEqual([])
  })

  test.concurrent('nothing a person typed or read is left where script is switched off', async ({ expect }) => {
    expectNoTrace(expect, await visit(around, { script: false, ending: 'exit' }), WITH_COOKIE)
  })

  test.concurrent('a careless page leaves traces, and the search finds them', ({ expect }) =>
    expectTraces(expect, 'exit'))
})

describe('when the browser dies in the middle of the chat', () => {
  test.concurrent('nothing a person typed or read is left', async ({ expect }) => {
    expectNoTrace(expect, await visit(around, { script: true, ending: 'killed' }), WITH_COOKIE)
  })

  test.concurrent('nothing a person typed or read is left where script is switched off', async ({ expect }) => {
    expectNoTrace(expect, await visit(around, { script: false, ending: 'killed' }), WITH_COOKIE)
  })

  test.concurrent('a careless page leaves traces, and the search finds them', ({ expect }) =>
    expectTraces(expect, 'killed'))
})

interface Loss {
  readonly without: Precaution
  readonly how: Visit
  readonly shows: (left: Left) => string
  readonly trace: RegExp
}

const written = ({ words }: Left): string => placesOf(words)
const FIRST_LOSS: Loss = {
  without: 'autocomplete off',
  how: { script: true, ending: 'killed' },
  shows: written,
  trace: /ownWords: .*\/Web Data/
}
const OTHER_LOSSES: Loss[] = [
  {
    without: 'autocomplete off',
    how: { script: false, ending: 'exit' },
    shows: written,
    trace: /unsentDraft: .*Sessions/
  },
  { without: 'no-store', how: { script: false, ending: 'exit' }, shows: written, trace: /workerReply: .*\/Cache\// },
  { without: 'see other', how: { script: false, ending: 'killed' }, shows: written, trace: /ownWords: .*\/Sessions\// },
  { without: 'replace', how: { script: true, ending: 'exit' }, shows: ({ back }) => back.address, trace: /^http:\/\/q/ }
]

describe('every precaution is needed', () => {
  test.each(shortOr([FIRST_LOSS], [FIRST_LOSS, ...OTHER_LOSSES]))(
    'without $without something stays (script: $how.script)',
    async ({ without, how, shows, trace }) => {
      const weakened = await serveWithout(without, product.chat)
      try {
        const left = await visit({ ...around, chatPort: String(weakened.port) }, how)
        expect(shows(left)).toMatch(trace)
      } finally {
        weakened.close()
      }
    }
  )
})
