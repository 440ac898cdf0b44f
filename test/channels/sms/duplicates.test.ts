import { afterAll, beforeAll, expect, test } from 'vitest'
import { knock, textParams } from './knock.ts'
import { TextLine } from './line.ts'
import { NEUTRAL, numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

const waiting = numbers(10)
const nobodyYet = () => waiting.shift() ?? ''

test('a text that is delivered five times at the same moment is answered once', async () => {
  const her = nobodyYet()
  await line.text(her, 'hi', { atOnce: 5 })
  await line.text(her, '1', { atOnce: 5, copies: 2 })
  expect(line.heard(her)).toHaveLength(2)
  expect(line.heard(her)[0]).toBe(NEUTRAL)
})

test('a text that comes again much later is acknowledged, and changes nothing', async () => {
  const her = nobodyYet()
  const first = await line.carrier.text(her, 'hi')
  await line.settle()
  const yes = await line.carrier.text(her, '1')
  await line.settle()
  await line.text(her, '2')
  const before = line.heard(her)
  for (const old of [yes, first, yes]) {
    expect((await line.carrier.replay(old, { atOnce: 3 })).answers.map(({ status }) => status)).toEqual([200, 200, 200])
  }
  await line.settle()
  expect(line.heard(her)).toEqual(before)
})

test('an old text that comes again after they have left does not bring the line back', async () => {
  const her = nobodyYet()
  const first = await line.carrier.text(her, 'hi')
  await line.settle()
  await line.text(her, 'X')
  await line.carrier.replay(first)
  await line.settle()
  expect(line.heard(her)).toEqual([NEUTRAL])
})

test('what comes under an id that is known says nothing new, whatever is in it', async () => {
  const her = nobodyYet()
  const sid = await line.text(her, 'hi')
  const { status } = await knock(line, { params: textParams(line, { MessageSid: sid, From: her, Body: '1' }) })
  await line.settle()
  expect([status, line.heard(her)]).toEqual([200, [NEUTRAL]])
})

test('the same words in another text are another text', async () => {
  const her = nobodyYet()
  await line.text(her, 'hi')
  await line.text(her, '1')
  await line.text(her, '1')
  // "Is anyone in danger right now?" - "Yes": urgent help.
  expect(line.heard(her).at(-1)).toContain('999')
})
