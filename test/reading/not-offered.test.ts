// Danger in a language that nobody has read yet, and that is therefore not offered: it is heard all the same, and nothing else is.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hear, read } from '../../src/reading/read.ts'
import type { Reading } from '../../src/reading/reading.ts'
import { LOCALES } from '../../src/wording/folder.ts'
import { Wordbook } from '../../src/wording/wordbook.ts'
import type { Entry } from './entry.ts'
import { openAt } from './read-english.ts'

const lexicons = (await Wordbook.open(LOCALES, () => undefined)).lexiconsOf('pl')
const offered = lexicons.filter(({ onlyDanger }) => !onlyDanger)
const folder = join(import.meta.dirname, 'corpus')
const entries = readdirSync(folder).flatMap(
  file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Entry[]
)
const english = entries.filter(({ locale }) => locale === 'en')
const polish = entries.filter(({ locale }) => locale === 'pl')

const here = ({ say, at }: Entry) => read(say, openAt(at), lexicons)
const without = ({ say, at }: Entry) => read(say, openAt(at), offered)

const isRaised = ({ reply }: Reading): boolean => reply.kind === 'danger' || reply.kind === 'life'

describe('while Polish is not offered', () => {
  it('there is Polish to be heard', () => {
    expect(offered.map(({ locale }) => locale)).toEqual(['en'])
    expect(polish.filter(({ expect: wanted }) => wanted.reply === 'danger').length).toBeGreaterThan(3)
  })

  it('danger in Polish is danger, typed alone or beside a choice', () => {
    const inDanger = polish.filter(({ expect: wanted }) => wanted.reply === 'danger')
    expect(inDanger.filter(entry => !isRaised(here(entry))).map(({ say }) => say)).toEqual([])
    expect(hear('dusi mnie', lexicons).danger).toBe(true)
    expect(hear('dusi mnie', offered).danger).toBe(false)
  })

  it('what is no danger in Polish is no danger here', () => {
    const calm = polish.filter(
      ({ expect: wanted, also = [] }) => ![wanted, ...also].some(({ reply }) => reply === 'danger')
    )
    expect(calm.filter(entry => here(entry).reply.kind === 'danger').map(({ say }) => say)).toEqual([])
  })

  it('nothing else of Polish is read: no answer, no concern, no word for leaving', () => {
    for (const entry of polish) {
      const [now, before] = [here(entry), without(entry)]
      if (isRaised(now)) expect({ ...now, reply: 0, askFor: 0 }).toEqual({ ...before, reply: 0, askFor: 0 })
      else expect(now).toEqual(before)
    }
    expect(read('wyjdź', openAt('fear'), lexicons).reply.kind).not.toBe('rail')
  })

  it('English is read as it always was: never smaller, and never as danger that it is not', () => {
    for (const entry of english) {
      // Somebody writes Polish where English is spoken: that is what it is for.
      const isMeant = [entry.expect, ...(entry.also ?? [])].some(({ reply }) => reply === 'danger')
      if (isMeant && isRaised(here(entry))) continue
      expect(here(entry), entry.say).toEqual(without(entry))
    }
  })
})
