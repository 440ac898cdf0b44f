// After X, or after a long silence, somebody else may hold the phone: the neutral question first, and nothing of before.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TextLine } from './line.ts'
import { NEUTRAL, numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

const SAFE = 'blue lamp'
const OWN_WORDS = 'they read my letters in the hall'
/** Me; not near; phone not checked; an adult; a person now; by email, to this address, at any time. */
// The same text within five seconds is the same text under another id: nobody writes two digits alike so fast.
const UP_TO_THE_WORD = [
  ...['hi', '1', '2', '1', '3', 'option 3', '3', '1', 'option 1', '3', 'somebody@mail.example', '5']
]

const waiting = numbers(30)
const nobodyYet = () => waiting.shift() ?? ''
const lastOf = (number: string) => line.heard(number).at(-1) ?? ''

async function talking(): Promise<string> {
  const her = nobodyYet()
  for (const text of ['hi', '1', '2', OWN_WORDS]) await line.text(her, text)
  return her
}

/** Somebody who waits for a worker and has picked a safe word. */
async function withWord(): Promise<string> {
  const her = nobodyYet()
  for (const text of UP_TO_THE_WORD) await line.text(her, text)
  expect(lastOf(her)).toContain('safe word')
  await line.text(her, SAFE)
  await line.text(her, OWN_WORDS)
  return her
}

/** So many minutes pass for everybody. */
const pass = (minutes: number) =>
  line.rows(
    `update conversation set opened_at = opened_at - $1 * interval '1 minute', updated_at = updated_at - $1 * interval '1 minute',
       heard_at = heard_at - $1 * interval '1 minute', seen_at = seen_at - $1 * interval '1 minute'`,
    [minutes]
  )

/** What they hear to this text. */
async function hearsTo(number: string, text: string): Promise<string[]> {
  const before = line.heard(number).length
  await line.text(number, text)
  return line.heard(number).slice(before)
}

const conversationsOf = async () => (await line.rows('select id from conversation order by opened_at')).length

describe('the next text', () => {
  test.each(['hi', '2', OWN_WORDS])('after X is answered with the neutral question alone: %s', async text => {
    const her = await talking()
    await line.text(her, 'X')
    expect(await hearsTo(her, text)).toEqual([NEUTRAL])
  })

  test('after an hour of silence is answered with the neutral question alone', async () => {
    const her = await talking()
    await pass(61)
    expect(await hearsTo(her, '1')).toEqual([NEUTRAL])
  })

  test('after half an hour is an answer as before', async () => {
    const her = await talking()
    await pass(30)
    expect(await hearsTo(her, '1')).not.toContain(NEUTRAL)
  })

  test('after an hour of silence, of somebody who waits for a worker and has no word, goes on once they say that it is safe', async () => {
    const her = nobodyYet()
    for (const text of ['hi', '1', 'P']) await line.text(her, text)
    const before = await conversationsOf()
    await pass(61)
    expect(await hearsTo(her, 'are you there')).toEqual([NEUTRAL])
    expect(await hearsTo(her, '1')).not.toContain(NEUTRAL)
    expect(await conversationsOf()).toBe(before)
  })

  test('that says danger is answered with urgent help, whoever holds the phone', async () => {
    const her = await talking()
    await pass(61)
    const [first = ''] = await hearsTo(her, 'hes here hes got a knife')
    expect(first).toContain('Call 999')
  })
})

describe('somebody with a safe word, after an hour', () => {
  let her = ''
  beforeAll(async () => {
    her = await withWord()
  })

  test('comes back by it, to the neutral question, and on from there', async () => {
    await pass(61)
    const before = await conversationsOf()
    expect(await hearsTo(her, SAFE)).toEqual([NEUTRAL])
    expect(await conversationsOf()).toBe(before)
    const after = await hearsTo(her, '1')
    expect(after.join('\n')).toContain('A person')
    expect(after.join('\n')).not.toContain(OWN_WORDS)
  })

  test('may say hello first, and the word when they are asked', async () => {
    await pass(61)
    expect(await hearsTo(her, 'hello')).toEqual([NEUTRAL])
    expect(await hearsTo(her, SAFE)).toEqual([NEUTRAL])
    expect((await hearsTo(her, 'option 1')).join('\n')).toContain('A person')
  })

  test('is not shown to have one, and after two wrong tries it opens to nobody any more', async () => {
    const anybody = await talking()
    await pass(61)
    // Whoever has no word hears the same to the same.
    for (const text of ['hello', 'red bicycle', 'green kettle', SAFE, '1']) {
      expect(await hearsTo(her, text)).toEqual(await hearsTo(anybody, text))
    }
    expect(
      await line.rows(
        'select wrong_words, peer_hash from conversation where can_return order by opened_at desc limit 1'
      )
    ).toEqual([{ wrong_words: 2, peer_hash: null }])
  })
})
