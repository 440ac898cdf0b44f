// The counter of segments beside the carrier's own, which is right and slow.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { isGsm7, segmentsOf } from '../../src/wording/segments.ts'
import { shortOr } from '../long-forms.ts'
import { withoutSegments } from '../telling/segments-note.ts'
import { everyText, wordbook } from './every-text.ts'

const tests = dirname(import.meta.dirname)
const known = new Map<string, number>()
const byTheCarrier = (text: string): number => {
  const count = known.get(text) ?? new SegmentedMessage(text).segmentsCount
  known.set(text, count)
  return count
}

const basic = fc.constantFrom(...'abz 019@£$¥èéÇ\n\rΔΩÆÉ§¿à')
const extended = fc.constantFrom(...'^{}\\[~]|€\f')
const wide = fc.constantFrom('ł', 'ż', 'ж', 'م', '中', '’', '\r\n')
const paired = fc.constantFrom('😀', '👍🏽', '🇵🇱', '👩‍👧‍👦', '𝒳', '❤️', '1️⃣')
const marked = fc.constantFrom('e\u0301', 'a\u0328\u0301', 'ي\u0651', 'q\u0323\u0307', '\ud83d')
/** Signs that fill one segment, two or three. */
const BORDERS = [67, 70, 134, 153, 160, 201, 306, 459]

/** Runs of one sign with others let in between, as long as what meets the border between two segments. */
const around = (filler: fc.Arbitrary<string>, ...others: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> => {
  const few = fc.array(fc.oneof(filler, ...others), { maxLength: 6 })
  const run = fc
    .tuple(filler, fc.constantFrom(...BORDERS), fc.integer({ min: -12, max: 4 }))
    .map(([sign, border, more]) => sign.repeat(Math.max(0, Math.floor(border / sign.length) + more)))
  return fc.tuple(few, run, few, fc.option(run, { nil: '' }), few).map(parts => parts.flat().join(''))
}

describe('how many texts a message takes is counted as the carrier counts', () => {
  it.each([
    ['letters of the basic set', around(basic)],
    ['letters that count twice', around(basic, extended)],
    ['nothing but letters that count twice', around(extended, basic)],
    ['letters of other languages', around(wide, basic, extended)],
    ['emoji', around(wide, basic, paired)],
    ['nothing but emoji', around(paired, basic)],
    ['letters with marks', around(marked, wide, paired, basic)]
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, text => {
        expect(segmentsOf(text)).toBe(byTheCarrier(text))
      }),
      { numRuns: shortOr(40, 5_000) }
    )
  })

  it('every sign there is counts as one of the basic set for us when it does for the carrier', () => {
    const signs = Array.from({ length: shortOr(0x2200, 0x10000) }, (_, code) => String.fromCharCode(code))
    expect(signs.filter(sign => isGsm7(sign) !== (new SegmentedMessage(sign).encodingName === 'GSM-7'))).toEqual([])
  })

  it.each([
    ['a sign of two septets that would stand across a border', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
    ['an emoji that would stand across one', `${'ł'.repeat(66)}😀${'ł'.repeat(66)}`, 3],
    ['a family that would be torn apart', `${'ł'.repeat(60)}👩‍👧‍👦${'ł'.repeat(66)}`, 3],
    ['a text that is full', 'a'.repeat(160), 1],
    ['no word at all', '', 1]
  ])('%s', (_, text, segments) => {
    expect([segmentsOf(text), byTheCarrier(text)]).toEqual([segments, segments])
  })

  it('marks piled higher than a whole text are not counted as one', () => {
    expect(segmentsOf(`a${'\u0301'.repeat(200)}`)).toBe(3)
  })

  it('in a time that grows as the text does', () => {
    // Process time of the quickest of several: a slow machine, or a busy one, is slow for both.
    const timeOf = (text: string) => {
      const times = Array.from({ length: 5 }, () => {
        const before = process.cpuUsage()
        segmentsOf(text)
        const { user, system } = process.cpuUsage(before)
        return user + system
      })
      return Math.max(1, Math.min(...times))
    }
    for (const sign of ['€a', 'ł😀', 'a\u0301']) {
      const of = (length: number) => sign.repeat(length / sign.length)
      timeOf(of(6_250))
      expect(timeOf(of(100_000)) / timeOf(of(12_500))).toBeLessThan(32)
    }
  })
})

describe('what the assistant texts', () => {
  it.each(wordbook.locales)('is counted in %s as the carrier counts it, two at most', locale => {
    const { short, long } = everyText(locale)
    const texts = [...new Set([...short, ...long])]
    expect(texts.length).toBeGreaterThan(250)
    expect(texts.filter(text => segmentsOf(text) !== byTheCarrier(text))).toEqual([])
    expect(texts.filter(text => byTheCarrier(text) > 2)).toEqual([])
  })

  it('is one text in English, but for what somebody asked to read', () => {
    expect(everyText('en').short.filter(text => byTheCarrier(text) > 1)).toEqual([])
  })

  it('was counted right in every transcript', () => {
    const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter(name =>
      /^(transcripts|stories)\/.*\.txt$/.test(name)
    )
    const lines = files
      .map(name => readFileSync(join(tests, name), 'utf8'))
      .filter(transcript => transcript.split('\n', 1)[0]?.includes('by text message'))
      .flatMap(transcript => transcript.split('\n').filter(line => line.startsWith('US ')))
    const counted = lines.map(line => {
      const text = withoutSegments(line.slice('US        '.length))
      return { text, segments: byTheCarrier(text), noted: Number(/\((\d+) segments?\)$/.exec(line)?.[1]) }
    })
    expect(counted.length).toBeGreaterThan(300)
    expect(counted.filter(({ segments, noted }) => segments !== noted)).toEqual([])
    const long = everyText('en').long.map(text => text.slice(0, 40))
    // By text one message brings one answer: what is told first, and what is asked, go out together, in two segments at most.
    expect(counted.filter(({ text, segments }) => segments > 2 && !long.includes(text.slice(0, 40)))).toEqual([])
  })
})
