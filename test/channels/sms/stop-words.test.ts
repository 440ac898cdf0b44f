// STOP and its kin, which the carrier may have answered itself: never twice, and never a word after somebody has left.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TextLine } from './line.ts'
import { NEUTRAL, numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

const waiting = numbers(40)
const nobodyYet = () => waiting.shift() ?? ''
const statusOf = async () => (await line.rows('select status from conversation order by opened_at desc limit 1'))[0]
const conversations = () => line.rows('select count(*)::int as there from conversation')

async function talking(): Promise<string> {
  const her = nobodyYet()
  await line.text(her, 'hi')
  await line.text(her, '1')
  return her
}

describe('where the carrier leaves these words to us', () => {
  test.each(['STOP', 'END', 'QUIT', 'CANCEL', 'X', 'x', 'Stop.', ' unsubscribe '])(
    '%s ends the conversation in silence',
    async word => {
      const her = await talking()
      const before = line.heard(her)
      await line.text(her, word)
      expect(line.heard(her)).toEqual(before)
      expect(await statusOf()).toEqual({ status: 'left' })
    }
  )

  test.each(['STOP', 'X'])('%s as the first text of all is answered with nothing', async word => {
    const her = nobodyYet()
    await line.text(her, word)
    expect(line.heard(her)).toEqual([])
  })

  test('INFO as the first text of all opens the door', async () => {
    const her = nobodyYet()
    await line.text(her, 'INFO')
    expect(line.heard(her)).toEqual([NEUTRAL])
  })

  test('HELP as the first text of all is a cry for help: the emergency text, once, and nothing else', async () => {
    const her = nobodyYet()
    await line.text(her, 'HELP')
    expect(line.heard(her)).toMatchObject([expect.stringMatching(/^Call 999/)])
  })

  test('START and YES as the first text of all open the door', async () => {
    for (const word of ['START', 'YES']) {
      const her = nobodyYet()
      await line.text(her, word)
      expect(line.heard(her)).toEqual([NEUTRAL])
    }
  })
})

describe('where the carrier has answered already', () => {
  test('STOP ends the conversation, and nothing is added to what the carrier said', async () => {
    const her = await talking()
    const before = line.carrier.sent.length
    await line.text(her, 'STOP', { optOutType: 'STOP' })
    expect(line.carrier.sent).toHaveLength(before)
    expect(await statusOf()).toEqual({ status: 'left' })
  })

  test('STOP from somebody we do not know makes no conversation', async () => {
    const before = await conversations()
    const her = nobodyYet()
    await line.text(her, 'STOP', { optOutType: 'STOP' })
    expect(await conversations()).toEqual(before)
  })

  test('START stays silent: the carrier has welcomed them, and the next text opens the door', async () => {
    const her = nobodyYet()
    const before = await conversations()
    await line.text(her, 'START', { optOutType: 'START' })
    expect(await conversations()).toEqual(before)
    expect(line.carrier.delivered(her).map(({ by }) => by)).toEqual(['twilio'])
    await line.text(her, 'hi')
    expect(line.heard(her).at(-1)).toBe(NEUTRAL)
  })

  test('START in the middle of a conversation is not an answer', async () => {
    const her = await talking()
    const before = line.carrier.sent.length
    await line.text(her, 'YES', { optOutType: 'START' })
    expect(line.carrier.sent).toHaveLength(before)
  })

  test('HELP still brings the emergency text, and nothing else', async () => {
    const her = nobodyYet()
    await line.text(her, 'HELP', { optOutType: 'HELP' })
    const ours = line.carrier.delivered(her).filter(({ by }) => by === 'product')
    expect(ours).toMatchObject([{ body: expect.stringMatching(/^Call 999/) }])
  })
})

test('after STOP and START at the carrier they are a stranger again: the neutral question, and nothing quoted', async () => {
  const her = await talking()
  await line.text(her, 'my partner hits me')
  await line.text(her, 'STOP', { optOutType: 'STOP' })
  await line.text(her, 'START', { optOutType: 'START' })
  const before = line.heard(her).length
  await line.text(her, '2')
  expect(line.heard(her).slice(before)).toEqual([NEUTRAL])
})
