// The answers to what people ask: which words a language has, and who stands for each, until when.
import { z } from 'zod'
import { TOPICS, type Topic } from '../questions/topic.ts'
import type { AnswerKey } from './keys.ts'

const signature = z.strictObject({
  /** A role, never a name. */
  by: z.string().trim().min(1),
  on: z.iso.date(),
  /** The last day on which the answer may be given. */
  until: z.iso.date()
})

export type Signature = Readonly<z.infer<typeof signature>>

/** Who has to have read an answer before people in need are given it. */
const PRACTICE_LEAD = 'practice lead'

export class Answers {
  readonly #keys: ReadonlySet<string>
  readonly #signed: ReadonlyMap<Topic, Signature>

  /** `words` and `signed` as they are written in a language's own folder. What cannot be understood signs nothing. */
  constructor(words: object, signed: object) {
    this.#keys = new Set(Object.keys(words))
    this.#signed = new Map(
      TOPICS.flatMap(topic => {
        const { data } = signature.safeParse(Reflect.get(signed, topic))
        return data ? [[topic, data] as const] : []
      })
    )
  }

  has(key: string): key is AnswerKey {
    return this.#keys.has(key)
  }

  /** Every form of one answer, by its key. */
  keysOf(topic: string): readonly AnswerKey[] {
    return [...this.#keys].filter(
      (key): key is AnswerKey => this.has(key) && (key === topic || key.startsWith(`${topic}_`))
    )
  }

  signatureOf(topic: Topic): Signature | undefined {
    return this.#signed.get(topic)
  }

  /** Whether an answer may be given on that day, written 2026-11-30: it is signed, and its review is not overdue. */
  isGiven(topic: Topic, day: string): boolean {
    const signed = this.#signed.get(topic)
    return signed !== undefined && signed.on <= day && day <= signed.until
  }

  /** What nobody who may stand for it has signed. */
  unsignedByPracticeLead(): readonly Topic[] {
    return TOPICS.filter(topic => this.#signed.get(topic)?.by !== PRACTICE_LEAD)
  }
}

/** What whoever runs it is told at every start. `day`: as 2026-11-30. */
export function answerLines(answers: Answers, day: string): string[] {
  const drafts = answers.unsignedByPracticeLead().length
  const withheld = TOPICS.filter(topic => !answers.isGiven(topic, day))
  return [
    ...(drafts > 0
      ? [
          `${drafts} answers to what people ask are drafts that no practice lead has signed. They are on docs/flows/answers.txt; each is signed, or taken out, in locales/en/answers-signed.json.`
        ]
      : []),
    ...(withheld.length > 0
      ? [
          `These answers are not given, because nobody has signed them or their review is overdue; a person is offered instead: ${withheld.join(', ')}.`
        ]
      : [])
  ]
}
