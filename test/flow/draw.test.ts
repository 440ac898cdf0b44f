import { describe, expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import messages from '../../locales/en/messages.json' with { type: 'json' }
import questions from '../../locales/en/questions.json' with { type: 'json' }
import { draw } from '../../src/flow/draw.ts'
import { conditionInWords, type DrawingWords } from '../../src/flow/drawing/words.ts'
import { all, any, atLeast, given, is, not, on } from '../../src/questions/condition.ts'

const named = any(is('control', 'yes'), is('stalking', 'yes'))
const words: DrawingWords = { questions, messages, rules: [{ rule: named, name: 'they are watched' }] }
const drawings = new Map((await draw(door, words)).map(({ file, content }) => [file, content]))

/** The words of a picture, without its marks and line breaks. */
const textOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, text]) => text)
    .join(' ')
    .replaceAll('&#39;', "'")

describe('the picture of a flow', () => {
  const web = drawings.get('door.web.svg') ?? ''
  const sms = drawings.get('door.sms.svg') ?? ''

  test('shows every question that its channel asks, in the words of that channel', () => {
    expect(textOf(web)).toContain(questions.helpSoughtBefore.text)
    expect(textOf(web)).toContain(questions.channelOk.text)
    expect(textOf(sms)).toContain(questions.channelOk.sms)
    expect(textOf(sms)).not.toContain(questions.helpSoughtBefore.sms)
  })

  test('says once what is always possible', () => {
    expect(textOf(web).match(/Always possible/g)).toHaveLength(1)
  })

  test('asks no other server for anything', () => {
    const addresses = [...`${web}${sms}`.matchAll(/https?:\/\/[^"\s<]+/g)].map(([address]) => new URL(address).host)
    expect(new Set(addresses)).toEqual(new Set(['www.w3.org']))
    expect(web).not.toMatch(/<script|<image|href=|url\(/)
  })

  test('comes as text too, one chart for each section', () => {
    const charts = drawings.get('door.md')?.match(/```mermaid/g)
    expect(charts).toHaveLength(Object.keys(door.sections).length)
  })
})

describe('a condition in words', () => {
  test.each([
    [is('livesWith', 'no', 'sometimes'), '“Do they live with you?” is No or Sometimes'],
    [is('livesWith', 'skip'), '“Do they live with you?” is skipped'],
    [all(on('sms'), named), 'by SMS and they are watched'],
    [
      all(on('web'), any(is('livesWith', 'no'), is('control', 'yes'))),
      `on the web and (“Do they live with you?” is No, or “${questions.control.text}” is Yes)`
    ],
    [not(given('safeWord')), `not: “${questions.safeWord.text}” was answered`],
    [atLeast(1, named), 'at least 1 of: they are watched'],
    [any(), 'never']
  ])('%j', (condition, said) => {
    expect(conditionInWords(condition, words)).toBe(said)
  })
})
