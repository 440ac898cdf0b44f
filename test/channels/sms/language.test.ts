import { afterAll, beforeAll, expect, test } from 'vitest'
import { TextLine } from './line.ts'
import { NEUTRAL, numbers } from './words.ts'

let spoken: TextLine
let careful: TextLine
beforeAll(async () => {
  spoken = await TextLine.open({}, { draftLanguages: ['pl'] })
  careful = await TextLine.open()
})
afterAll(async () => {
  await spoken.close()
  await careful.close()
})

const waiting = numbers(20)
const nobodyYet = () => waiting.shift() ?? ''
const POLISH_NEUTRAL =
  'Czesc, dziekujemy za SMS. Czy mozesz teraz pisac? (W kazdej chwili X i milkniemy.) 1 Tak, 2 Nie, 3 Nie wiem.'

test.each(['polski', 'Polski', ' POLSKI. '])('%s as the first text of all is asked in Polish', async name => {
  const her = nobodyYet()
  await spoken.text(her, name)
  expect(spoken.heard(her)).toEqual([POLISH_NEUTRAL])
})

test('in the middle the question comes again in Polish, and back in English', async () => {
  const her = nobodyYet()
  await spoken.text(her, 'hi')
  await spoken.text(her, 'polski')
  await spoken.text(her, 'english')
  expect(spoken.heard(her)).toEqual([NEUTRAL, POLISH_NEUTRAL, NEUTRAL])
})

test('after a long silence the neutral question comes first, in the new language, and never the one that stood there', async () => {
  const her = nobodyYet()
  for (const text of ['hi', '1', 'P']) await spoken.text(her, text)
  await spoken.rows(`update conversation set heard_at = heard_at - interval '61 minutes'`)
  await spoken.text(her, 'polski')
  expect(spoken.heard(her).at(-1)).toBe(POLISH_NEUTRAL)
})

test('words around it are words', async () => {
  const her = nobodyYet()
  await spoken.text(her, 'hi')
  await spoken.text(her, 'my polski friend')
  expect(spoken.heard(her)).not.toContain(POLISH_NEUTRAL)
})

test('a language that nobody has read yet is not turned to', async () => {
  const her = nobodyYet()
  await careful.text(her, 'polski')
  expect(careful.heard(her)).toEqual([NEUTRAL])
})
