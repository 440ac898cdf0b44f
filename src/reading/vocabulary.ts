// Every word that stands in the lists: what is none of them may be a name.
import { QUESTION_IDS } from '../questions/catalogue.ts'
import type { Book, Step } from './phrase.ts'
import type { Prepared } from './prepare.ts'

function collectStep(step: Step, words: Set<string>): void {
  if (step.kind === 'group') collect(step.group, words)
  if (step.kind === 'word') for (const word of step.exact) words.add(word)
}

/** Adds the words of a book. */
export function collect(book: Book, words: Set<string>): void {
  const phrases = new Set([...[...book.first.values()].flat(), ...book.rest])
  for (const { steps } of phrases) for (const step of steps) collectStep(step, words)
}

const isBook = (value: object): value is Book => 'first' in value && 'rest' in value

function collectAll(value: unknown, words: Set<string>): void {
  if (value instanceof Set) for (const word of value) words.add(String(word))
  else if (value instanceof Map)
    for (const key of value.keys()) for (const word of String(key).split(' ')) words.add(word)
  else if (typeof value === 'object' && value !== null) {
    if (isBook(value)) collect(value, words)
    else for (const each of Object.values(value)) collectAll(each, words)
  }
}

const known = new WeakMap<Prepared, ReadonlySet<string>>()

/** The words of a language's lists, collected once: there are thousands. */
export function vocabularyOf(prepared: Prepared): ReadonlySet<string> {
  const found = known.get(prepared)
  if (found) return found
  const words = new Set<string>()
  collectAll(prepared, words)
  for (const id of QUESTION_IDS)
    for (const book of [...prepared.says(id).values(), ...prepared.hints(id).values()]) collect(book, words)
  known.set(prepared, words)
  return words
}
