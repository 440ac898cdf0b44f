import { afterAll, beforeAll, expect, test } from 'vitest'
import { TextLine } from './line.ts'
import { messages, NEUTRAL, numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

const [first = '', second = '', third = '', fourth = ''] = numbers(4)
const PICTURE = { media: ['https://api.twilio.example/one'] }

test('a picture in a conversation gets one plain answer, and nobody opens it', async () => {
  await line.text(first, 'hi')
  await line.text(first, '1')
  const before = line.heard(first).length
  await line.text(first, '', PICTURE)
  expect(line.heard(first).slice(before)).toEqual([messages.noPictures])
})

test('a picture as the first text of all opens the door like any other', async () => {
  await line.text(second, '', PICTURE)
  expect(line.heard(second)).toEqual([NEUTRAL])
})

test('words beside a picture are heard', async () => {
  await line.text(third, 'hi')
  await line.text(third, '1')
  await line.text(third, 'hes got a knife hes here', PICTURE)
  expect(line.heard(third).at(-1)).toContain('Call 999')
})

test('a contact or a place, which come without words and without media, are as little opened', async () => {
  await line.text(fourth, 'hi')
  await line.text(fourth, '1')
  await line.text(fourth, '')
  expect(line.heard(fourth).at(-1)).toBe(messages.noPictures)
})
