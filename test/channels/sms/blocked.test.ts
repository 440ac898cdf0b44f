import { afterAll, beforeAll, expect, test } from 'vitest'
import { TextLine } from './line.ts'
import { numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

const waiting = numbers(10)

async function talking(): Promise<string> {
  const her = waiting.shift() ?? ''
  await line.text(her, 'hi')
  await line.text(her, '1')
  return her
}

const newest = () =>
  line.rows(`select c.texts_blocked, o.state, o.reason from conversation c join outbox o on o.conversation_id = c.id
             where c.id = (select id from conversation order by opened_at desc limit 1) order by o.id desc limit 1`)
const asksFor = (number: string) =>
  line.carrier.requests.filter(({ method, form }) => method === 'POST' && form.To === number).length

test('a number that takes no texts is tried once, and what waits behind it is dropped', async () => {
  const her = await talking()
  line.carrier.phones.optOut(her)
  const before = asksFor(her)
  await line.text(her, '2')
  expect(await newest()).toEqual([{ texts_blocked: '21610', state: 'dropped', reason: 'blocked' }])
  expect(asksFor(her)).toBe(before + 1)
})

test('whoever writes again is tried again: it may have been lifted', async () => {
  const her = await talking()
  line.carrier.phones.optOut(her)
  await line.text(her, '2')
  line.carrier.phones.optIn(her)
  const before = line.heard(her).length
  await line.text(her, 'hello?')
  expect(line.heard(her).length).toBeGreaterThan(before)
  expect(await newest()).toMatchObject([{ texts_blocked: null, state: 'sent' }])
})

test('where it was not lifted, it is known again after one try', async () => {
  const her = await talking()
  line.carrier.phones.optOut(her)
  await line.text(her, '2')
  const before = asksFor(her)
  await line.text(her, 'hello?')
  expect(await newest()).toMatchObject([{ texts_blocked: '21610', state: 'dropped', reason: 'blocked' }])
  expect(asksFor(her)).toBe(before + 1)
})

test('a report that the phone takes no texts is believed as well', async () => {
  const her = await talking()
  const [sent] = line.carrier.sent.filter(({ to }) => to === her).slice(-1)
  await line.carrier.report(sent?.sid ?? '', ['undelivered'], { errorCode: 30005 })
  expect(await newest()).toMatchObject([{ texts_blocked: '30005' }])
})

test.each(['notMobile', 'badNumber'] as const)('%s is a number that will never take one', async kind => {
  const her = await talking()
  line.carrier.faults.next(kind)
  await line.text(her, '2')
  expect(await newest()).toMatchObject([{ state: 'dropped', reason: 'blocked' }])
})
