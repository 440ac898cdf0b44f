// A process may die when a text has been dealt with and that is not written down yet: then it is taken up again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hub } from '../../../src/channels/hub.ts'
import { takeUp } from '../../../src/channels/sms/take-up.ts'
import { newSid } from '../../carrier/accept.ts'
import { TextLine } from './line.ts'
import { NEUTRAL, numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

/** Takes one text up twice, as after a crash in between. */
async function twice(from: string, text: string): Promise<void> {
  const { conversations, vault } = line.product
  const hub = new Hub(inbound => conversations.receive(inbound))
  const whole = { record: newSid(), from, text, picture: false, answered: null, at: new Date() }
  for (let time = 0; time < 2; time++) {
    await takeUp({ ...whole, peer: vault.blindIndex(from) }, { conversations, hub })
    await line.hurry()
    await line.settle()
  }
}

test('the first text of all opens one conversation', async () => {
  const [her = ''] = numbers(1, 100)
  await twice(her, 'hi')
  expect(line.heard(her)).toEqual([NEUTRAL])
})

test('an answer counts once', async () => {
  const [her = ''] = numbers(1, 101)
  await line.text(her, 'hi')
  await twice(her, '1')
  expect(line.heard(her)).toHaveLength(2)
})

test.each(['X', 'stop', '2'])('whoever leaves with %s is not written to again', async leaving => {
  const [her = ''] = numbers(1, { X: 102, stop: 103, '2': 104 }[leaving])
  await line.text(her, 'hi')
  await twice(her, leaving)
  expect(line.heard(her).filter(text => text === NEUTRAL)).toHaveLength(1)
  expect(line.heard(her).length).toBeLessThanOrEqual(2)
})
