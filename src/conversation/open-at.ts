// What a reply is read against at a place: the options of its question, yes and no, or the pages of a shelf.
import { QUESTIONS } from '../questions/catalogue.ts'
import type { Question } from '../questions/question.ts'
import type { Open } from '../reading/reading.ts'
import type { Setting } from './translate.ts'

const choice = (options: readonly string[], skip: boolean): Question => ({
  kind: 'one',
  field: '',
  options,
  skip,
  masked: false
})

export function openAt({ place, words, channel, about }: Setting): Open | null {
  switch (place.kind) {
    case 'question': {
      const { question: id } = place
      const labels = words.question(id, channel, about).options.map(option => option.label)
      return { id, question: QUESTIONS[id], labels }
    }
    case 'check':
      return { id: null, question: choice(['yes', 'no'], true), labels: [words.check('yes'), words.check('no')] }
    case 'shelf':
      return {
        id: null,
        question: choice(place.pages, false),
        labels: place.pages.map(page => words.info(page, channel).title)
      }
    default:
      return null
  }
}
