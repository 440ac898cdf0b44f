import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Wordbook } from '../../src/wording/wordbook.ts'
import { readLocale } from './lint-locale.ts'
import { EXAMPLES } from './never-examples.ts'
import { NEVER_RULES, type ShownLine } from './never-rules.ts'
import { breaches, EXCEPTIONS } from './nevers.ts'
import { shownLines } from './shown-lines.ts'
import { transcriptLines } from './transcript-lines.ts'

const checkout = dirname(dirname(import.meta.dirname))
const locales = join(checkout, 'locales')
/** Every conversation on file: the scenarios, their stories, and each path of the dialogue. */
const CONVERSATIONS = ['transcripts', 'stories', 'transcripts/paths'].map(name => join(checkout, 'test', name))
const onFile = CONVERSATIONS.flatMap(folder =>
  readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .map(file => [`${basename(folder)}/${file}`, join(folder, file)] as const)
)
const names = readdirSync(locales)
const words = (await Wordbook.open(locales, missing => expect.fail(`missing ${missing.key}`))).in('en')

describe('what the assistant never says', () => {
  it.each(names)('is in no string of %s that a person can be shown', name => {
    const lines = shownLines(name, readLocale(join(locales, name)))
    expect(lines.length).toBeGreaterThan(300)
    expect(breaches(lines)).toEqual([])
  })

  it.each(onFile)('is in no line of the conversation %s', (name, file) => {
    const lines = transcriptLines(name, readFileSync(file, 'utf8'), words)
    expect(lines.length).toBeGreaterThan(0)
    expect(breaches(lines)).toEqual([])
  })

  it('is excused only where it still has to be', () => {
    const lines = [
      ...names.flatMap(name => shownLines(name, readLocale(join(locales, name)))),
      ...onFile.flatMap(([name, file]) => transcriptLines(name, readFileSync(file, 'utf8'), words))
    ]
    for (const exception of EXCEPTIONS) {
      const others = EXCEPTIONS.filter(one => one !== exception)
      expect(breaches(lines, others).join('\n'), exception.reason).toContain(exception.rule)
    }
  })
})

const at = (text: string, more: Partial<ShownLine> = {}): ShownLine => ({
  text,
  where: 'seeded',
  channel: 'web',
  moment: 'any',
  ...more
})

describe('a seeded never is found by its name:', () => {
  it('and every rule has its seeds', () => {
    expect(Object.keys(EXAMPLES)).toEqual(NEVER_RULES.map(({ name }) => name))
    expect(Object.values(EXAMPLES).filter(({ breaks, passes }) => breaks.length < 2 || passes.length < 1)).toEqual([])
  })

  it.each(NEVER_RULES.map(({ name }) => name))('%s', name => {
    const { breaks, passes, at: where } = EXAMPLES[name] ?? expect.fail('no examples')
    for (const text of breaks) expect(breaches([at(text, where)]), text).toContain(`seeded ${name}: ${text}`)
    for (const text of passes) expect(breaches([at(text, where)]), text).toEqual([])
  })

  it('in a transcript, in the moment it was read', () => {
    const first = words.question('channelOk', 'sms').text
    const seeded = [
      'S00, by text message',
      '',
      'PERSON    hi',
      `US        ${first} 1 Yes, 2 No, 3 Not sure.  (1 segment)`,
      'PERSON    3',
      'US        The advice line is here for you.  (1 segment)',
      'WORKER    Hi! The police will not be told.',
      'PERSON    unfortunately i am a victim!'
    ].join('\n')
    const found = breaches(transcriptLines('S00', seeded, words))
    expect(found).toEqual([
      'S00, line 6 names the service or the topic in a short text: The advice line is here for you.'
    ])
  })
})
