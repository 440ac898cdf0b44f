// The keys of locales/en as types: a flow that names words nobody wrote does not compile.
import type messages from '../../locales/en/messages.json'
import type questions from '../../locales/en/questions.json'
import type { OptionOf, QuestionId } from '../questions/catalogue.ts'

/** A fixed sentence of the assistant: `locales/<lang>/messages.json`. */
export type MessageKey = keyof typeof messages

/** A question every word of which is written: its text, and a label for each option. */
export type WordedQuestion = {
  [Q in QuestionId]: Q extends keyof typeof questions
    ? (typeof questions)[Q] extends { text: string; options?: infer Labels }
      ? [OptionOf<Q>] extends [never]
        ? Q
        : [Exclude<OptionOf<Q>, keyof Labels>] extends [never]
          ? Q
          : never
      : never
    : never
}[QuestionId]
