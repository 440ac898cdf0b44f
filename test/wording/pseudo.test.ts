import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Wordbook } from '../../src/wording/wordbook.ts'
import type { MissingWords } from '../../src/wording/words.ts'
import { compareLocales, readLocale } from './lint-locale.ts'
import { PSEUDO_LOCALE, pseudo, writePseudo } from './pseudo.ts'

const english = join(dirname(dirname(import.meta.dirname)), 'locales', 'en')
const folders: string[] = []

async function open(without: Parameters<typeof writePseudo>[2] = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sidedoor-words-'))
  folders.push(folder)
  writePseudo(english, folder, without)
  const alerts: MissingWords[] = []
  const wordbook = await Wordbook.open(folder, missing => alerts.push(missing), 'all')
  return { folder, wordbook, alerts, words: wordbook.in(PSEUDO_LOCALE) }
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('a second language, written from right to left', () => {
  it('is found in its folder and needs no line of code', async () => {
    const { wordbook, words, folder } = await open()
    expect(wordbook.locales).toEqual(expect.arrayContaining(['en', PSEUDO_LOCALE]))
    expect(words.locale).toBe(PSEUDO_LOCALE)
    expect(words.direction).toBe('rtl')
    expect(compareLocales(readLocale(english), readLocale(join(folder, PSEUDO_LOCALE)))).toEqual([])
  })

  it('is spoken in every area, with its values in place', async () => {
    const { words, alerts } = await open()
    expect(words.message('goOnWhenReady')).toMatch(/^\[Yóú cán stóp héré.*~\]$/)
    expect(words.message('workerJoined', { name: 'Sam' })).toContain('Sam hás jóínéd')
    expect(words.page('skip')).toBe(pseudo('Skip'))
    expect(words.staff('send')).toBe(pseudo('Send'))
    const asked = words.question('dangerNow', 'sms')
    expect([asked.text, ...asked.options.map(option => option.label)].every(text => text.startsWith('['))).toBe(true)
    expect(words.rail('person').every(word => word.startsWith('['))).toBe(true)
    expect(alerts).toEqual([])
  })

  it('gives its answers a wording version of their own', async () => {
    const { words, wordbook } = await open()
    const [theirs, ours] = [words, wordbook.in('en')].map(each => each.question('fear', 'web').version)
    expect(theirs).not.toBe(ours)
  })

  it('says a sentence that is missing only there in English, rather than not at all', async () => {
    const { words, wordbook } = await open({ pseudo: ['messages:medical', 'questions:fear'] })
    expect(words.message('medical')).toBe(wordbook.in('en').message('medical'))
    expect(words.question('fear', 'web').text).toBe(wordbook.in('en').question('fear', 'web').text)
  })

  it('never shows a key: a neutral sentence stands in, and an alert is raised', async () => {
    const { words, alerts } = await open({ english: ['messages:medical'], pseudo: ['messages:medical'] })
    expect(words.message('medical')).toBe(words.message('missingWords'))
    expect(alerts).toEqual([{ locale: PSEUDO_LOCALE, key: 'messages:medical' }])
  })

  it('has last words even when the neutral sentence is gone', async () => {
    const gone = ['messages:medical', 'messages:missingWords']
    const { words } = await open({ english: gone, pseudo: gone })
    expect(words.message('medical')).toMatch(/^Sorry/)
    expect(words.message('medical')).not.toContain('medical')
  })

  it('is not taken for a language nobody has: that one is answered in English', async () => {
    const { wordbook } = await open()
    expect(wordbook.in('tlh').locale).toBe('en')
    expect(wordbook.in('../en').locale).toBe('en')
    expect(wordbook.in('en').direction).toBe('ltr')
  })
})
