import { describe, expect, test } from 'vitest'
import questions from '../../locales/en/questions.json' with { type: 'json' }
import { DIALOGUE } from '../../src/dialogue.ts'
import { SIGNALS } from '../../src/flow/account/checks-path.ts'
import { conditionInWords, type Speech } from '../../src/flow/account/condition-words.ts'
import { decided } from '../../src/flow/account/decided.ts'
import type { Dialogue } from '../../src/flow/account/dialogue.ts'
import { putNow } from '../../src/flow/check.ts'
import { draw } from '../../src/flow/draw.ts'
import { sheetOf } from '../../src/flow/drawing/sheet.ts'
import { QUESTION_IDS } from '../../src/questions/catalogue.ts'
import { all, any, atLeast, confirmed, given, is, not, on } from '../../src/questions/condition.ts'
import { english } from './english.ts'

const words = await english()
const drawings = new Map(draw(DIALOGUE, words).map(({ file, content }) => [file, content]))

/** The words of a sheet, without its marks and line breaks. */
const textOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, text]) => text)
    .join(' ')
    .replaceAll('&quot;', '"')
    .replaceAll('\u00a0', ' ')
const sheet = (file: string): string => textOf(drawings.get(file) ?? expect.fail(`there is no ${file}`))
const sheets = [...drawings].filter(([file]) => file.endsWith('.svg'))

/** The lowest line of text on a sheet. */
const lowest = (svg: string): number =>
  Math.max(
    ...[...svg.matchAll(/<g transform="translate\([\d.]+ ([\d.]+)\)">(.*?)<\/g>/g)].flatMap(([, top, block = '']) =>
      [...block.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(top) + Number(y))
    )
  )

describe('the sheets of the dialogue', () => {
  test('show every question in the words of each channel', () => {
    const asked = Object.keys(DIALOGUE.flow.questions)
    const onWeb = sheets
      .filter(([file]) => !file.includes('.sms.'))
      .map(([, svg]) => textOf(svg))
      .join(' ')
    const bySms = sheets
      .filter(([file]) => !file.includes('.web.'))
      .map(([, svg]) => textOf(svg))
      .join(' ')
    for (const id of QUESTION_IDS.filter(id => asked.includes(id))) {
      expect(onWeb).toContain(words.question(id, 'web').text)
      if (id !== 'helpSoughtBefore' && id !== 'decoyWord') expect(bySms).toContain(words.question(id, 'sms').text)
    }
    expect(bySms).not.toContain(questions.helpSoughtBefore.sms)
  })

  test('say which answer raises which flag, and what else it takes', () => {
    const survivor = sheet('survivor.web.svg')
    expect(survivor).toContain('Yes, I might act I-suicide card suicide Yes, at times H-suicide')
    expect(survivor).toContain('H-stalk if also “fear” is ‘Very’')
    expect(sheet('opening.web.svg')).toContain('I-near if also “personNear” is ‘Yes’')
    expect(survivor).not.toContain('signsSeen')
  })

  test('say the words of every card they name, what is always possible, and where to sign', () => {
    const survivor = sheet('survivor.sms.svg')
    expect(survivor).toContain(words.message('medical', {}, 'sms'))
    expect(survivor).toContain(words.drawn('sheet-rails'))
    for (const field of ['Name', 'Role', 'Date', 'Signature', 'Flow version']) expect(survivor).toContain(field)
  })

  test('number the choices of a text message as it does', () => {
    expect(sheet('survivor.sms.svg')).toContain('1 Yes, now I-child card emergency 2 Yes, before H-child 3 No · 4 Skip')
  })

  test('ask no other server for anything, and keep to what the policy of a page allows', () => {
    for (const [file, svg] of sheets) {
      const addresses = [...svg.matchAll(/https?:\/\/[^"\s<]+/g)].map(([address]) => address)
      expect(addresses, file).toEqual(['http://www.w3.org/2000/svg'])
      expect(svg, file).not.toMatch(/<script|<image|<style|style=|href|url\(|onload/)
    }
  })

  test('each print on one page, nothing beyond its edge', () => {
    for (const [file, svg] of sheets) {
      const [, width = '', height = ''] = /width="(\d+)mm" height="(\d+)mm"/.exec(svg) ?? []
      expect(['210x297', '297x210', '297x420', '420x297'], file).toContain(`${width}x${height}`)
      expect(lowest(svg), file).toBeLessThan(Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1]))
    }
  })

  test('have another version when a word of theirs changes, though the flow is the same', () => {
    const other = { ...DIALOGUE, flags: DIALOGUE.flags.filter(({ id }) => id !== 'M-fear') } satisfies Dialogue
    const versionOn = (dialogue: Dialogue) =>
      /Flow version (\w+)\. Words and marks of this sheet: (\w+)/.exec(
        textOf(sheetOf(dialogue, words, 'survivor', 'web').svg)
      )
    expect(versionOn(other)?.[1]).toBe(versionOn(DIALOGUE)?.[1])
    expect(versionOn(other)?.[2]).not.toBe(versionOn(DIALOGUE)?.[2])
  })

  test('draw a kind of step they do not know by its words', () => {
    const strange = { kind: 'sing', message: 'waiting', pages: ['thisCounts'] }
    const flow = { ...DIALOGUE.flow, sections: { ...DIALOGUE.flow.sections, information: [strange] } }
    const svg = textOf(sheetOf({ ...DIALOGUE, flow } as unknown as Dialogue, words, 'information', null).svg)
    expect(svg).toContain(words.message('waiting'))
    expect(svg).toContain(words.info('thisCounts', 'web').paragraphs[0])
  })
})

describe('a condition in words', () => {
  const named = any(is('control', 'yes'), is('stalking', 'yes'))
  const speech: Speech = { words, rules: [{ name: 'rule-shortMode', when: named }], options: 'labels' }
  test.each([
    [is('livesWith', 'no', 'sometimes'), '“livesWith” is ‘No’ or ‘Sometimes’'],
    [is('livesWith', 'skip'), '“livesWith” is skipped'],
    [all(on('sms'), named), 'by SMS and short mode is on'],
    [
      all(on('web'), any(is('livesWith', 'no'), is('control', 'yes'))),
      'on the web and (“livesWith” is ‘No’, or “control” is ‘Yes’)'
    ],
    [not(given('safeWord')), 'not: “safeWord” was answered'],
    [atLeast(1, named), 'at least 1 of: short mode is on'],
    [confirmed('heldNow'), words.drawn('signal-heldNow')],
    [any(), 'never']
  ])('%j', (condition, said) => {
    expect(conditionInWords(condition, speech)).toBe(said)
  })
})

describe('a condition of which something is known', () => {
  const four = atLeast(2, is('control', 'yes'), is('stalking', 'yes'), is('fear', 'very'))
  const answer = (question: 'control' | 'fear', value: string | null) => ({ answer: { question, is: value } })
  test.each([
    ['counts what is sure', four, answer('control', 'yes'), atLeast(1, is('stalking', 'yes'), is('fear', 'very'))],
    ['drops what cannot be', four, answer('control', null), atLeast(2, is('stalking', 'yes'), is('fear', 'very'))],
    ['is false for a question that is never asked', is('fear', 'very'), { never: new Set(['fear'] as const) }, false],
    ['is decided by its channel', all(on('web'), is('fear', 'very')), { channel: 'sms' as const }, false],
    ['keeps what is open', any(on('web'), is('fear', 'very')), { channel: 'sms' as const }, is('fear', 'very')]
  ])('%s', (_what, condition, known, left) => {
    expect(decided(condition, known)).toEqual(left)
  })
})

describe('what somebody’s own words may bring', () => {
  const yes = all()
  const never = any()
  const signals = Object.entries(SIGNALS).flatMap(([rule, those]) => those.map(signal => ({ rule, signal })))

  test.each(signals)('$signal is drawn under the rule that lets it be asked', ({ rule, signal }) => {
    const facts = { answers: {}, channel: 'web' as const }
    const rules = { about: never, urgent: never, [rule]: yes }
    expect(putNow({ kind: 'signal', signal }, facts, null, rules)).not.toBeNull()
    expect(putNow({ kind: 'signal', signal }, facts, null, { about: never, urgent: never })).toBeNull()
  })

  test('is a sheet, with the flag that only a plain yes raises', () => {
    expect(sheet('ownWords.web.svg')).toContain('Yes I-held card emergency No · Skip')
    expect(sheet('ownWords.web.svg')).toContain(
      'neck: “neck”; of a friend or a professional in words about the other person'
    )
  })
})
