// What a reply is read against at a place: the options of its question, yes and no, or the pages of a shelf.
import type { Place } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import { QUESTIONS } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Question } from '../questions/question.ts'
import type { Open } from '../reading/reading.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import type { Words } from '../wording/words.ts'
import { earForm } from './ear-question.ts'
import type { Practice } from './practice.ts'

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
  /** What we said last: it may come back quoted. */
  readonly ours: readonly string[]
  /** Messages in a row that were not understood. */
  readonly misses: number
  /** So many by text were not understood that no more are answered, and the day is not over. */
  readonly isAnsweredOut: boolean
  /** Whether the second ear may ask about words in which nothing was heard, and does. */
  readonly listens: () => boolean
  readonly practice: Practice
  /** Short mode: somebody may be looking. */
  readonly short: boolean
  /** They are younger than eighteen, or have shown it. */
  readonly young: boolean
}

const choice = (options: readonly string[], skip: boolean): Question => ({
  kind: 'one',
  field: '',
  options,
  skip,
  masked: false
})

export function openAt(setting: Setting): Open | null {
  const { place, words, channel, about } = setting
  switch (place.kind) {
    case 'question': {
      const { question: id } = place
      const labels = words.question(id, channel, about).options.map(option => option.label)
      return { id, question: QUESTIONS[id], labels }
    }
    case 'check':
      if (place.check.kind === 'ear') return earAt(setting)
      return yesOrNo(setting)
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

/** The plain yes or no a check asks for. */
export const yesOrNo = ({ words }: Setting): Open => ({
  id: null,
  question: choice(['yes', 'no'], true),
  labels: [words.check('yes'), words.check('no')]
})

function earAt(setting: Setting): Open {
  const { options } = earForm(setting)
  const labels = options.map(({ label }) => setting.words.check(label, {}, setting.about))
  return {
    id: null,
    question: choice(
      options.map(({ said }) => said),
      false
    ),
    labels
  }
}
