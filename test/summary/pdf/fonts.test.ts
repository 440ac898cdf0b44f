import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { fontNames, fontOf } from '../../../src/summary/pdf/fonts.ts'
import { Letters, MISSING, type Style } from '../../../src/summary/pdf/letters.ts'
import { unwrapWoff } from '../../../src/summary/pdf/unwrap-woff.ts'

const style: Style = { size: 10, weight: 400, colour: '#000' }
const lettersOf = (text: string) => new Letters(new PDFDocument()).of([{ text, style }])
const missing = (text: string) => lettersOf(text).filter(letter => letter.isMissing)

test.each([...fontNames(400), ...fontNames(700)])('%s is bundled, and is a TrueType font once unwrapped', name => {
  const font = fontOf(name)
  expect(font.readUInt32BE(0)).toBe(0x00010000)
  // Every table lies inside the file, at a place a reader may look for it.
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16)
  for (const at of tables) {
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)]
    expect(offset % 4).toBe(0)
    expect(offset + length).toBeLessThanOrEqual(font.length)
  }
})

test('what is no web font is refused', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../package.json'))
  expect(() => unwrapWoff(file)).toThrow('not a WOFF 1.0 font')
})

describe('a person can be shown in their own letters', () => {
  test.each([
    ['Polish', 'mówi że mnie deportują, zażółć gęślą jaźń'],
    ['Romanian', 'mă urmărește, îmi ia banii și telefonul'],
    ['Portuguese', 'ele não me deixa sair, coração'],
    ['Arabic', 'هو يفحص هاتفي كل ليلة، ولا أعرف ماذا أفعل؟'],
    ['Persian', 'او هر شب گوشی من را می‌بیند، پول ندارم ۱۲۳'],
    ['Urdu', 'وہ میرا فون دیکھتا ہے'],
    ['Ukrainian', 'він перевіряє мій телефон щоночі'],
    ['Bulgarian', 'той следи телефона ми'],
    ['Greek', 'ελέγχει το κινητό μου κάθε βράδυ'],
    ['Hindi', 'वह मेरा फ़ोन देखता है'],
    ['Vietnamese', 'anh ấy kiểm tra điện thoại của tôi'],
    ['English', 'he “checks” my phone – it’s £20 … €5 ••••']
  ])('%s', (_language, text) => {
    expect(missing(text)).toEqual([])
  })

  test('accents typed as signs of their own become one letter', () => {
    expect(lettersOf('e\u0301').map(letter => letter.drawn)).toEqual(['é'])
  })
})

test('what no font here can show is never dropped: one sign for each stretch, with the real words behind it', () => {
  const letters = lettersOf('a 我很害怕 b 😢')
  expect(letters.map(letter => letter.drawn).join('')).toBe(`a ${MISSING} b ${MISSING}`)
  expect(letters.map(letter => letter.said).join('')).toBe('a 我很害怕 b 😢')
})

test('a mark without a shape of its own is no missing letter', () => {
  expect(missing('a\u200Bb\uFE0F')).toEqual([])
})
