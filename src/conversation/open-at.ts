// What a reply is read against at a place: the options of its question, yes and no, or the pages of a shelf.
import type { Place } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import { QUESTIONS } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Question } from '../questions/question.ts'
import type { Open } from '../reading/reading.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import type { Words } from '../wording/words.ts'

/** Where and how somebody speaks: what their words are read against. */
export interface Setting {
  readonly place: Place
  readonly words: Words
  /** Their own language first, then English: people mix them. */
  readonly lexicons: readonly Lexicon[]
  readonly channel: Channel
  readonly about: Perspective
  /** The text that opens a conversation: nothing was asked yet, so nothing is answered by it. */
  readonly isFirst: boolean
  /** They have said that it is all right to write. */
  readonly mayWrite: boolean
  /** They write again after a long silence: before anything else it is asked whether that is all right. */
  readonly isBack: boolean
  /** Written before what is asked now had left: an answer in it belongs to an older question. */
  readonly isEarly: boolean
}

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
