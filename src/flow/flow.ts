import { createHash } from 'node:crypto'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Condition } from '../questions/condition.ts'
import type { Question } from '../questions/question.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { CheckRules } from './check.ts'
import type { Go, Section, Step, When } from './language.ts'

/** A card is shown the moment an answer makes its condition true. Cards never ask anything. */
export interface CardRule {
  readonly when: Condition
  readonly card: MessageKey
}

/** A whole flow as pure JSON: it is archived by its hash, so a running conversation goes on under the rules it began with. */
export interface Flow {
  /** Version of this data's own shape; a compiler must go on reading every format that was ever stored. */
  readonly format: 1
  readonly id: string
  readonly start: string
  readonly sections: { readonly [name: string]: readonly Step[] }
  readonly questions: { readonly [Q in QuestionId]?: Question }
  readonly cards: readonly CardRule[]
  /** When this first becomes true people are alerted and the handover is requested, and it stays urgent. */
  readonly urgent: Condition
  readonly shortMode: Condition
  /** When what somebody wrote may be asked about; a flow stored without it never asks. */
  readonly checks?: CheckRules
}

type Targets<Steps> = Steps extends readonly (infer S)[]
  ? S extends Go<infer T>
    ? T
    : S extends When<infer Then>
      ? Targets<Then>
      : never
  : never

type Checked<S> = {
  [Name in keyof S]: [Exclude<Targets<S[Name]>, keyof S>] extends [never]
    ? S[Name]
    : `there is no section '${Exclude<Targets<S[Name]>, keyof S> & string}'`
}

interface Definition<S> {
  readonly id: string
  readonly start: keyof S & string
  readonly sections: S & Checked<S>
  readonly cards: readonly CardRule[]
  readonly urgent: Condition
  readonly shortMode: Condition
  readonly checks: CheckRules
}

/** Every step of a list, those inside `when` included. */
const everyStep = (steps: readonly Step[]): Step[] =>
  steps.flatMap(step => (step.kind === 'when' ? [step, ...everyStep(step.steps)] : [step]))

/** A flow from its sections. A target that is not a section is a compile error that names it. */
export function defineFlow<const S extends { readonly [name: string]: Section }>(definition: Definition<S>): Flow {
  const sections: Flow['sections'] = definition.sections
  const asked = Object.values(sections)
    .flatMap(everyStep)
    .flatMap(step => (step.kind === 'ask' ? [step.question] : []))
  const questions = Object.fromEntries(asked.map(id => [id, QUESTIONS[id]]))
  const { id, start, cards, urgent, shortMode, checks } = definition
  return { format: 1, id, start, sections, questions, cards, urgent, shortMode, checks }
}

/** The flow's version: a hash of its content, so that no edit can be forgotten. Hex, 16 characters. */
export const versionOf = (flow: Flow): string =>
  createHash('sha256').update(JSON.stringify(flow)).digest('hex').slice(0, 16)
