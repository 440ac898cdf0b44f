import { describe, expect, test } from 'vitest'
import { asPdf } from '../../src/summary/as-pdf.ts'
import { bannerText } from '../../src/summary/banner-text.ts'
import type { Summary } from '../../src/summary/schema.ts'
import { type Node, readPdf, textIn } from './read-pdf.ts'
import { english, summaryOf, type Told } from './readings.ts'

const read = async (summary: Summary) => readPdf(await asPdf(summary, english))

const byCall: Told[] = [
  { question: 'contactMethod', value: 'call' },
  { question: 'contactDetail', value: '07700 900123' },
  { question: 'contactTimes', value: ['weekend'] }
]

/** Every element, in the order it is read. */
const elements = (node: Node): Node[] => [
  node,
  ...node.children.flatMap(child => (typeof child === 'string' ? [] : elements(child)))
]
const everything = async (summary: Summary) => {
  const { root, pages } = await read(summary)
  return [textIn(root), ...pages.flatMap(page => page.artifacts)].join('\n')
}

describe('the safe-contact banner', () => {
  test.each([
    ['forbids', summaryOf([])],
    ['allows', summaryOf(byCall)]
  ])('comes before everything else and again on every page, when it %s contact', async (_what, summary) => {
    const { root, pages } = await read(summary)
    const [first = ''] = bannerText(summary.safeContact, english)
    expect(textIn(root.children[0] ?? '')).toBe(first)
    expect(pages.length).toBeGreaterThan(1)
    for (const { artifacts } of pages.slice(1)) expect(artifacts.join('')).toContain(first)
  })
})

describe('a worker who listens instead of looking', () => {
  const summary = summaryOf([{ question: 'fear', value: 'very', verbatim: 'so scared', said: 'named' }])

  test('hears which document it is, in which language, and no name of a person', async () => {
    const { title, language, isTagged } = await read(summary)
    expect({ title, language, isTagged }).toEqual({ title: 'Referral summary 7F3K', language: 'en-GB', isTagged: true })
  })

  test('finds one title, a heading for each section, and lists made of items', async () => {
    const { root } = await read(summary)
    const all = elements(root)
    expect(all.filter(({ tag }) => tag === 'H1').map(textIn)).toEqual(['Referral summary 7F3K'])
    expect(all.filter(({ tag }) => tag === 'H2').map(textIn)).toContain('Their own words')
    for (const list of all.filter(({ tag }) => tag === 'L')) {
      expect(list.children.map(child => (typeof child === 'string' ? child : child.tag))).toEqual(
        list.children.map(() => 'LI')
      )
    }
  })

  test('knows on which page they are', async () => {
    const { pages } = await read(summary)
    expect(pages.map(({ artifacts }) => artifacts.at(-1))).toEqual(
      pages.map((_, page) => `7F3K, page ${page + 1} of ${pages.length}`)
    )
  })
})

describe('own words in another script', () => {
  const words = 'هو يفحص هاتفي (منذ 2019) وأنا خائفة.\nقال: 14:30 سأعود OK'
  const told: Told[] = [{ question: 'fear', value: 'very', verbatim: words, said: 'named' }]

  test('are read in the order they were written, with their language', async () => {
    const summary = summaryOf(told)
    const said = { ...summary.verbatim, said: summary.verbatim.said.map(one => ({ ...one, locale: 'ar' })) }
    const { root } = await read({ ...summary, verbatim: said })
    const quoted = elements(root).filter(({ language }) => language === 'ar')
    expect(quoted.map(textIn)).toEqual(words.split('\n'))
  })

  test('are broken into lines without losing a letter', async () => {
    const long = Array.from({ length: 40 }, () => 'هو يفحص هاتفي Dave 14:30').join(' ')
    const { root } = await read(summaryOf([{ question: 'fear', value: 'very', verbatim: long, said: 'named' }]))
    expect(textIn(root)).toContain(long)
  })

  test('that no font here has are marked, counted on at the top, and still there for a machine', async () => {
    const text = await everything(summaryOf([{ question: 'fear', value: 'very', verbatim: '我很害怕', said: 'named' }]))
    expect(text).toContain('[?] stands in its place')
    expect(text).toContain('我很害怕')
    expect(await everything(summaryOf(told))).not.toContain('[?] stands in its place')
  })
})

test('a word that is longer than a line is broken, not lost', async () => {
  const long = 'x'.repeat(400)
  const { root } = await read(summaryOf([{ question: 'fear', value: 'very', verbatim: long, said: 'named' }]))
  expect(textIn(root)).toContain(long)
})

test('a number and what was kept back are nowhere in it', async () => {
  const summary = summaryOf([...byCall, { question: 'fear', value: 'very', verbatim: 'zq-kept', said: 'named' }], {
    withheld: ['fear']
  })
  const text = await everything(summary)
  expect(text).not.toMatch(/900\s?123|zq-kept/)
  expect((await asPdf(summary, english)).toString('latin1')).not.toMatch(/900\s?123|zq-kept/)
})

test('the same summary is the same document, byte for byte', async () => {
  const summary = summaryOf(byCall)
  expect((await asPdf(summary, english)).equals(await asPdf(summary, english))).toBe(true)
})
