import { expect, test } from 'vitest'
import {
  directionOf,
  drawnOrder,
  levelsOf,
  lineLevels,
  mirrored,
  withoutControls
} from '../../../src/summary/pdf/bidi.ts'

/** A line as the eye meets it from left to right, brackets turned where they are read from right to left. */
function drawn(text: string, width = Number.POSITIVE_INFINITY): string {
  const letters = [...text]
  const base = directionOf(letters)
  const line = letters.slice(0, width)
  const levels = lineLevels(line, levelsOf(letters, base).slice(0, width), base)
  const order = drawnOrder(levels)
  return order.map(index => ((levels[index] ?? 0) % 2 ? mirrored(line[index] ?? '') : line[index])).join('')
}

// Right-to-left letters are written as Hebrew here, because they have no shapes that depend on their neighbours.
test.each([
  ['plain text stays as it is', 'he said no (twice)', 'he said no (twice)'],
  ['a text from right to left is turned', 'אבג דהו', 'והד גבא'],
  ['a name inside it keeps its own way', 'אב Dave גד', 'דג Dave בא'],
  ['so does a time', 'אב 14:30 גד', 'דג 14:30 בא'],
  ['and a time beside a name', 'אב Dave 14:30 גד', 'דג Dave 14:30 בא'],
  ['brackets face the way they are read', 'אב (גד)', '(דג) בא'],
  ['a word from right to left inside plain text', 'she wrote אבג דהו to him', 'she wrote והד גבא to him'],
  ['the end of a sentence stands where it is read last', 'אבג.', '.גבא'],
  ['numbers alone run left to right', '07700 900', '07700 900']
])('%s', (_what, written, seen) => {
  expect(drawn(written)).toBe(seen)
})

test('space at the end of a line stays at its end, whatever the line ends with', () => {
  expect(drawn('אבג  דהו', 5)).toBe('  גבא')
  expect(drawn('אבג Dave דהו', 9)).toBe(' Dave גבא')
})

test('nobody can turn text round on command', () => {
  expect(withoutControls('safe\u202Eefas\u2066x\u200Fy')).toBe('safeefasxy')
})
