// The keys of locales/en as types: code that names words nobody wrote does not compile.
import type answers from '../../locales/en/answers.json'
import type checks from '../../locales/en/checks.json'
import type messages from '../../locales/en/messages.json'
import type page from '../../locales/en/page.json'
import type pages from '../../locales/en/pages.json'
import type questions from '../../locales/en/questions.json'
import type rails from '../../locales/en/rails.json'
import type ready from '../../locales/en/ready.json'
import type staff from '../../locales/en/staff.json'
import type staffFlows from '../../locales/en/staff-flows.json'
import type staffSignIn from '../../locales/en/staff-sign-in.json'
import type { OptionOf, QuestionId } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'

/** A fixed sentence of the assistant: `locales/<lang>/messages.json`. */
export type MessageKey = Exclude<keyof typeof messages, `${string}_web`>
/** A word of the person's page: `locales/<lang>/page.json`. */
export type PageKey = keyof typeof page
/** An information page a person may ask for: `locales/<lang>/pages.json`. */
export type PageId = keyof typeof pages
/** An answer to what people ask, in one of its forms: `locales/<lang>/answers.json`. */
export type AnswerKey = keyof typeof answers
/** A plain yes or no question, and its answers: `locales/<lang>/checks.json`. */
export type CheckKey = Exclude<keyof typeof checks, `${string}_${Exclude<Perspective, 'self'>}`>
/** What workers say most: `locales/<lang>/ready.json`. */
export type ReadyKey = Exclude<keyof typeof ready, `${string}_web`>
/** A rail a person may take by typing: `locales/<lang>/rails.json`. */
export type RailName = keyof typeof rails
/** A word only staff read: `locales/<lang>/staff.json`. */
export type StaffKey = keyof typeof staff
/** A word of the pictures, comparisons and rehearsals of the dialogue: `locales/<lang>/staff-flows.json`. */
export type DrawnKey = keyof typeof staffFlows
/** A word about staff accounts and the record of what staff did: `locales/<lang>/staff-sign-in.json`. */
export type SignInKey = keyof typeof staffSignIn

/** The questions every word of which is written: a text, and a label for each option. */
export type Worded<Words> = {
  [Q in QuestionId]: Q extends keyof Words
    ? Words[Q] extends { text: string; options?: infer Labels }
      ? [OptionOf<Q>] extends [never]
        ? Q
        : [Exclude<OptionOf<Q>, keyof Labels>] extends [never]
          ? Q
          : never
      : never
    : never
}[QuestionId]

/** A question that can be asked: its words are in `locales/en/questions.json`. */
export type WordedQuestion = Worded<typeof questions>
