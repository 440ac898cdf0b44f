// What a person reads of what will be passed on, and what they decide about it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPage, type TestPage, Visitor } from './open-page.ts'

let page: TestPage
beforeAll(async () => {
  page = await openTestPage()
})
afterAll(() => page.close())

const arriveAt = async (...answers: [string, string][]) => {
  const visitor = new Visitor(page.web)
  await visitor.get()
  for (const [question, answer] of answers) await visitor.answer(question, answer)
  return visitor
}

test('everything a worker will read can be read back: words to an open question, and an answer from before', async () => {
  const visitor = await arriveAt(['channelOk', 'yes'], ['dangerNow', 'no'])
  await visitor.post({ question: 'audience', by: 'text', text: 'it is about my sister and me' })
  await visitor.post({ change: 'dangerNow' })
  await visitor.get()
  await visitor.answer('dangerNow', 'unsure')
  await visitor.get('/t')
  const told = visitor.html.slice(visitor.html.indexOf('<dl class="told">'))
  expect(told).toContain('it is about my sister and me')
  expect(told).toContain('Before: No')
})

test('what will be passed on can be kept back, line by line', async () => {
  const visitor = await arriveAt(['channelOk', 'yes'], ['dangerNow', 'no'])
  await visitor.get('/t')
  expect(visitor.html).toContain('name="withhold" value="dangerNow"')
  await visitor.post({ withhold: 'dangerNow' })
  expect(visitor.html).toContain('name="giveBack" value="dangerNow"')
})

test('whether anybody learns that something is kept back is theirs to say, and to take back', async () => {
  const visitor = await arriveAt(['channelOk', 'yes'], ['dangerNow', 'no'])
  await visitor.get('/t')
  expect(visitor.html).not.toContain('name="mayKnow"')
  await visitor.post({ withhold: 'dangerNow' })
  expect(visitor.html).toContain('We do not tell them that you kept something back.')
  // Back and forth, so that a second yes is no repeat of the first.
  for (const [now, next] of [
    ['yes', 'no'],
    ['no', 'yes'],
    ['yes', 'no']
  ] as const) {
    expect(visitor.html).toContain(`name="mayKnow" value="${now}"`)
    await visitor.post({ mayKnow: now })
    expect(visitor.html).toContain(`name="mayKnow" value="${next}"`)
  }
  expect(visitor.html).toContain('We tell them that you kept something back.')
  await visitor.post({ giveBack: 'dangerNow' })
  expect(visitor.html).not.toContain('name="mayKnow"')
})
