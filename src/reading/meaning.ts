// What the answers mean to a reader that must never make anything smaller than it was said.
import type { QuestionId } from '../questions/catalogue.ts'
import type { Concern } from '../questions/concern.ts'
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

/** Where the option that means all is well is not a no. */
const SAFE_IS_YES: readonly QuestionId[] = ['channelOk', 'safeTonight', 'friendSafe', 'textFirst', 'safetyPlan']
const NO = ['no', 'none', 'not', 'justMe', 'notDone']

/** The option a plain "no" means. */
export const noOf = ({ options }: Question): string | undefined => NO.find(id => options.includes(id))
export const yesOf = ({ options }: Question): string | undefined => options.find(id => id === 'yes')
/** The option "I don't know" means; `maybe` only as a guess. */
export const unsureOf = ({ options }: Question): string | undefined =>
  ['unsure', 'maybe'].find(id => options.includes(id))

export const isNo = (option: string): boolean => NO.includes(option)

/** An option that lowers concern. It is never read from words that raise it. */
export const lowers = (question: QuestionId | null, option: string): boolean =>
  question !== null && SAFE_IS_YES.includes(question) ? option === 'yes' : isNo(option) || option === '18plus'

/** Questions about where the other person is: "hes here" answers them. */
export const asksWhere = (question: QuestionId | null | undefined): boolean =>
  question === 'personNear' || question === 'channelOk'
