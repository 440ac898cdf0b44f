// By text nobody knows what the person saw when they wrote: an answer counts only if its question had left by then.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TextLine } from './line.ts'
import { messages, numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

const waiting = numbers(10)

/** Somebody who has said that it is all right, and who is asked now whether anyone is in danger. */
async function talking() {
  const her = waiting.shift() ?? ''
  await line.text(her, 'hi')
  await line.text(her, '1')
  const asked = line.heard(her).at(-1) ?? ''
  expect(asked).toContain('Is anyone in danger right now?')
  return { her, asked }
}

test('an answer written before its question left is not counted, and the question comes again', async () => {
  const { her } = await talking()
  line.carrier.faults.atRandom({ seed: 1, share: 1, kinds: ['away'] })
  await line.carrier.text(her, '2')
  // The next question waits for the carrier: this "1" cannot be meant for it.
  await line.carrier.text(her, '1')
  await expect
    .poll(() => line.rows('select count(*)::int as waiting from text_in where body is not null'), { timeout: 20_000 })
    .toEqual([{ waiting: 0 }])
  line.carrier.faults.none()
  await line.settle({ hurried: true })
  const [next, again, ...others] = line.heard(her).slice(2)
  expect(next).toContain('Who is this about?')
  // Why it was not counted rides in one text with the question.
  expect(again).toMatch(new RegExp(`^${messages.stale} Who is this about\\?`))
  expect(others).toEqual([])
  await line.text(her, 'option 1')
  expect(line.heard(her).at(-1)).toContain('near you now?')
})

test('a second answer sent in the same breath is not taken for the next question', async () => {
  const { her } = await talking()
  await Promise.all([line.carrier.text(her, '2'), line.carrier.text(her, '2')])
  await line.settle()
  expect(line.heard(her).at(-1)).toContain('Who is this about?')
})

test('danger is heard at once, whatever question it was written before', async () => {
  const { her } = await talking()
  line.carrier.faults.atRandom({ seed: 1, share: 1, kinds: ['away'] })
  await line.carrier.text(her, '2')
  await line.carrier.text(her, 'hes here hes got a knife')
  await expect
    .poll(() => line.rows('select count(*)::int as waiting from text_in where body is not null'), { timeout: 20_000 })
    .toEqual([{ waiting: 0 }])
  line.carrier.faults.none()
  await line.settle({ hurried: true })
  expect(line.heard(her).at(-1)).toContain('Call 999')
  // Nobody in danger is told that they were not counted.
  expect(line.heard(her)).not.toContain(messages.stale)
})

test('a wish for a person is heard at once, and nothing says that it was not', async () => {
  const { her } = await talking()
  line.carrier.faults.atRandom({ seed: 1, share: 1, kinds: ['away'] })
  await line.carrier.text(her, '2')
  await line.carrier.text(her, 'P')
  await expect
    .poll(() => line.rows('select count(*)::int as waiting from text_in where body is not null'), { timeout: 20_000 })
    .toEqual([{ waiting: 0 }])
  line.carrier.faults.none()
  await line.settle({ hurried: true })
  expect(await line.rows('select owner from conversation order by opened_at desc limit 1')).toEqual([
    { owner: 'queue' }
  ])
  expect(line.heard(her)).not.toContain(messages.stale)
})

test('leaving is heard at once, and what was still on its way does not arrive', async () => {
  const { her } = await talking()
  const before = line.heard(her).length
  line.carrier.faults.atRandom({ seed: 1, share: 1, kinds: ['away'] })
  await line.carrier.text(her, '2')
  await line.carrier.text(her, 'X')
  await line.settle()
  line.carrier.faults.none()
  await line.settle({ hurried: true })
  expect(line.heard(her)).toHaveLength(before)
})
