import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { preferredLocale } from '../../src/channels/web/language.ts'
import { readConfig } from '../../src/config.ts'
import { LOCALES } from '../../src/wording/folder.ts'
import { type Drafts, draftLines } from '../../src/wording/review.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** English, and Polish with this for its `_review.json`; null where there is none. */
async function open(review: string | null, drafts?: Drafts): Promise<Wordbook> {
  const folder = mkdtempSync(join(tmpdir(), 'sidedoor-review-'))
  folders.push(folder)
  for (const [locale, word] of [
    ['en', 'Notes'],
    ['pl', 'Notatki']
  ] as const) {
    mkdirSync(join(folder, locale))
    writeFileSync(join(folder, locale, 'page.json'), JSON.stringify({ title: word }))
  }
  if (review !== null) writeFileSync(join(folder, 'pl', '_review.json'), review)
  return Wordbook.open(folder, () => undefined, drafts)
}

const READ = '{ "status": "reviewed", "by": "advocate, native speaker", "on": "2026-11-02" }'
const DRAFT = '{ "status": "draft" }'

describe('a language that nobody has read', () => {
  it.each([
    ['says so', DRAFT],
    ['says nothing', null],
    ['was read by nobody that is named', '{ "status": "reviewed", "on": "2026-11-02" }'],
    ['was read on no day', '{ "status": "reviewed", "by": "advocate", "on": "soon" }'],
    ['is marked with something else', '{ "status": "fine" }'],
    ['is marked with a broken file', '{ "status": ']
  ])('is neither offered nor spoken when it %s', async (_why, review) => {
    const wordbook = await open(review)
    expect(wordbook.locales).toEqual(['en'])
    expect(wordbook.drafts).toEqual([])
    expect(wordbook.in('pl').page('title')).toBe('Notes')
    const read = wordbook.lexiconsOf('pl')
    expect(read.filter(({ onlyDanger }) => !onlyDanger).map(({ locale }) => locale)).toEqual(['en'])
    expect(read.filter(({ onlyDanger }) => onlyDanger).map(({ locale }) => locale)).toEqual(['pl'])
    expect(preferredLocale('pl,en;q=0.5', wordbook.locales)).toBe('en')
  })

  it.each([[['pl']], ['all']] as const)('is spoken where it was asked for: %j', async drafts => {
    const wordbook = await open(DRAFT, drafts)
    expect(wordbook.locales).toEqual(['en', 'pl'])
    expect(wordbook.drafts).toEqual(['pl'])
    expect(wordbook.in('pl').page('title')).toBe('Notatki')
    expect(wordbook.lexiconsOf('pl').some(({ onlyDanger }) => onlyDanger)).toBe(false)
  })

  it('is named in plain words at every start while it is switched on', () => {
    expect(draftLines([])).toEqual([])
    expect(draftLines(['pl'])[0]).toMatch(
      /^Polish \(pl\) is switched on, and nobody who speaks it has read its words\./
    )
  })
})

describe('a language that somebody has read', () => {
  it('is offered, and is no draft', async () => {
    const wordbook = await open(READ)
    expect([wordbook.locales, wordbook.drafts]).toEqual([['en', 'pl'], []])
    expect(preferredLocale('pl', wordbook.locales)).toBe('pl')
  })
})

describe('the drafts an operator switches on', () => {
  it('are a list of names, and none where nothing is said', () => {
    expect(readConfig({}).draftLanguages).toEqual([])
    expect(readConfig({ DRAFT_LANGUAGES: ' pl, ' }).draftLanguages).toEqual(['pl'])
  })

  it('are ours, or the start says which there are', () => {
    expect(() => readConfig({ DRAFT_LANGUAGES: 'pl,tlh' })).toThrow(
      /DRAFT_LANGUAGES may only name languages that have a folder in locales: en, pl\./
    )
  })
})

it('Polish as it stands here is a draft', async () => {
  const wordbook = await Wordbook.open(LOCALES, () => undefined)
  expect(wordbook.locales).not.toContain('pl')
})
