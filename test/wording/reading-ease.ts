// A simple measure of how hard a text is: it finds outliers, and proves nothing about the rest.
import { type Locale, textsOf } from './lint-locale.ts'

/** Vowel groups, without the silent ones: right for most English words. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|(?<![td])ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(word => /[a-z]/i.test(word))
const sentencesOf = (text: string): string[] =>
  text.split(/[.?:;](?:\s|$)/).filter(sentence => wordsOf(sentence).length > 0)

/** Words in the longest sentence. */
export const longestSentence = (text: string): number =>
  Math.max(0, ...sentencesOf(text).map(sentence => wordsOf(sentence).length))

/** Flesch-Kincaid grade: about the reading age less five. Means little below eight words. */
export function grade(text: string): number {
  const words = wordsOf(text)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentencesOf(text).length) + 11.8 * (syllables / words.length) - 15.59
}

export interface Graded {
  readonly where: string
  readonly text: string
  readonly grade: number
}

/** A few words on a button or over a page are a label, not a sentence. */
const LABEL = /\.options\.|\.title$|^checks:(yes|no|skip|ear[A-Z]\w*)$/
const SENTENCES_FROM = 8

/** The grade of everything that is said to a person in sentences, hardest first; of the page's words and ready answers, only what is a sentence. */
export const gradesOf = (locale: Locale): Graded[] =>
  textsOf(locale)
    .filter(([key]) => /^(messages|questions|checks|pages|page|ready):/.test(key) && !LABEL.test(key))
    .filter(([key, text]) => !/^(page|ready):/.test(key) || wordsOf(text).length >= SENTENCES_FROM)
    .map(([where, text]) => ({ where, text, grade: grade(text) }))
    .sort((a, b) => b.grade - a.grade)
