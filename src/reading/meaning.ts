// What the answers mean to a reader that must never make anything smaller than it was said.
import type { QuestionId } from '../questions/catalogue.ts'
import type { Concern } from '../questions/concern.ts'
import { LOWERING } from '../questions/lowering.ts'
import type { Question } from '../questions/question.ts'

/** What a question asks about plainly: said in answer to it, it is the answer, not something beside it. */
const ASKS_ABOUT: { readonly [Q in QuestionId]?: Concern } = {
  believesSerious: 'kill',
  physical: 'physical',
  neck: 'neck',
  weapon: 'weapon',
  threatsToKill: 'kill',
  stalking: 'stalking',
  control: 'control',
  suicide: 'suicide',
  childrenHarmed: 'childHarmed',
  honour: 'honour',
  takenAway: 'travel',
  pregnantOrBaby: 'pregnant',
  sexual: 'sexual',
  tech: 'tech',
  deviceWatched: 'tech',
  immigrationThreat: 'immigration'
}
export const asksAbout = (question: QuestionId | null): Concern | undefined =>
  question === null ? undefined : ASKS_ABOUT[question]

const NO = ['no', 'none', 'not', 'justMe', 'notDone']

/** The option a plain "no" means. */
export const noOf = ({ options }: Question): string | undefined => NO.find(id => options.includes(id))
export const yesOf = ({ options }: Question): string | undefined => options.find(id => id === 'yes')
/** The option "I don't know" means; `maybe` only as a guess. */
export const unsureOf = ({ options }: Question): string | undefined =>
  ['unsure', 'maybe'].find(id => options.includes(id))

export const isNo = (option: string): boolean => NO.includes(option)

/** An option that lowers concern. It is never read from words that do not say just that. */
export const lowers = (question: QuestionId | null, option: string): boolean =>
  question === null ? isNo(option) : (LOWERING[question]?.includes(option) ?? false)

/**
 * An option that is sure only when the words are its own, whole. The lowering ones, and a no to "may we write": nobody is
 * thrown out by words that were not meant so.
 */
export const isStrict = (question: QuestionId | null, option: string): boolean =>
  lowers(question, option) || (question === 'channelOk' && option === 'no')

/** Questions about where the other person is: "hes here" answers them. */
export const asksWhere = (question: QuestionId | null | undefined): boolean =>
  question === 'personNear' || question === 'channelOk'
