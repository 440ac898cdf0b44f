import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { TextStore } from '../../src/store/texts-in.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

test('while one text is taken up, nobody else takes up the next one of the same number: another number does not wait', async () => {
  const texts = new TextStore(product.connection, product.vault)
  const keep = (from: string, text: string) =>
    texts.keep({ record: `SM${randomBytes(16).toString('hex')}`, from, text, picture: false, answered: null })
  await keep('+447700900101', 'first')
  await keep('+447700900101', 'second')
  await keep('+447700900102', 'of another number')
  const soon = () => new Date(Date.now() + 60_000)

  const taken: string[] = []
  let finish = () => {}
  const started = Promise.withResolvers<void>()
  const slow = texts.next(async ({ text }) => {
    taken.push(text)
    started.resolve()
    await new Promise<void>(resolve => {
      finish = resolve
    })
  }, soon())
  await started.promise
  onTestFinished(() => finish())
  const take = () => texts.next(async ({ text }) => void taken.push(text), soon())

  expect(await take()).toBe(true)
  expect(await take()).toBe(false)
  expect(taken).toEqual(['first', 'of another number'])
  finish()
  await slow
  expect(await take()).toBe(true)
  expect(taken).toEqual(['first', 'of another number', 'second'])
})
