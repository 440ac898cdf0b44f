// A lexicon is data that no type can check to the end: a phrase for an option that is not there would never be heard.
import { describe, expect, it } from 'vitest'
import { isQuestion, QUESTIONS } from '../../src/questions/catalogue.ts'
import { CONCERNS } from '../../src/questions/concern.ts'
import { prepareAll } from '../../src/reading/prepare.ts'
import { wordbook } from './read-english.ts'

describe.each(wordbook.locales)('what people write in %s', locale => {
  const { lexicon } = wordbook.in(locale)
  const { says = {}, hints = {}, concerns = {} } = lexicon.reading

  it('can be read, phrase by phrase', () => {
    expect(() => prepareAll([lexicon])).not.toThrow()
  })

  it('answers questions and options there are', () => {
    const unknown = [says, hints].flatMap(section =>
      Object.entries(section).flatMap(([question, options]) =>
        Object.keys(options)
          .filter(
            option => !isQuestion(question) || !(QUESTIONS[question].options as readonly string[]).includes(option)
          )
          .map(option => `${question}.${option}`)
      )
    )
    expect(unknown).toEqual([])
  })

  it('speaks of concerns there are', () => {
    expect(Object.keys(concerns).filter(name => !(CONCERNS as readonly string[]).includes(name))).toEqual([])
  })
})

describe('English', () => {
  it('has words for every concern', () => {
    const { concerns } = wordbook.in('en').lexicon.reading
    expect(CONCERNS.filter(name => (concerns?.[name] ?? []).length === 0)).toEqual([])
  })
})
