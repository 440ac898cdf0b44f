// One line of the summary: one question, what is known about it, and where that knowledge comes from.
import { z } from 'zod'
import { type Answer, type AnswerRecord, SKIP } from '../questions/answer.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Words } from '../wording/words.ts'

const question = z.enum(QUESTION_IDS)
const channel = z.enum(['web', 'sms'])
const time = z.iso.datetime()

/** What was said once, with its provenance. Null value: own words whose meaning nobody confirmed, or a masked answer. */
const saying = z.strictObject({
  value: z.union([z.string(), z.array(z.string())]).nullable(),
  label: z.string().nullable().describe('The chosen options in English'),
  verbatim: z.string().nullable().describe('Their own words, untidied'),
  wordingVersion: z.string(),
  locale: z.string(),
  source: z.enum(['self', 'other', 'professional', 'worker']),
  channel,
  at: time,
  confirmed: z.boolean()
})
const heading = { question, field: z.string(), asked: z.string().describe('The question in English') }
const earlier = z.array(saying).describe('What was said to this question before: corrections append')

/** Nothing is in force. notAsked: it is not on their path as it stands. unanswered: it was put and is still open. */
const open = z.strictObject({ ...heading, state: z.enum(['notAsked', 'unanswered']), earlier })
const given = z.strictObject({
  ...heading,
  state: z.enum(['answered', 'unsure', 'skipped', 'ownWords']),
  masked: z.boolean(),
  ...saying.shape,
  earlier
})

export const lineSchema = z.discriminatedUnion('state', [given, open]).meta({ id: 'line' })
export const questionSchema = question
export type Line = z.infer<typeof lineSchema>
type Saying = z.infer<typeof saying>

/** The lines a worker may see. A withheld question has none. */
export type Lines = ReadonlyMap<QuestionId, Line>

export interface LineSource {
  /** Everything ever recorded for this question, oldest first. */
  readonly records: readonly AnswerRecord[]
  /** The answer that counts now, if one does. */
  readonly inForce: Answer | undefined
  readonly wasAsked: boolean
  readonly asked: string
  readonly words: Words
  /** Whom the words are about: a friend's "Them" is a survivor's "Me". */
  readonly about: Perspective
  /** Hides numbers and safe words wherever they were repeated. */
  readonly seal: (text: string) => string
}

const same = (a: Answer | null, b: Answer | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The English label of an answer; null for own words, which have none. */
function labelOf(question: QuestionId, value: Answer | null, { words, about }: LineSource): string | null {
  if (value === null || (QUESTIONS[question].kind === 'text' && value !== SKIP)) return null
  return [value]
    .flat()
    .map(option => words.option(question, option, about))
    .join(', ')
}

function sayingOf({ question, ...record }: AnswerRecord, source: LineSource): Saying {
  const { seal } = source
  const { kind, masked } = QUESTIONS[question]
  const hidden = masked && record.value !== SKIP
  const sealed = kind === 'text' && typeof record.value === 'string' ? seal(record.value) : record.value
  return {
    ...record,
    value: hidden || sealed === null ? null : typeof sealed === 'string' ? sealed : [...sealed],
    label: hidden ? null : labelOf(question, record.value, source),
    verbatim: hidden || record.verbatim === null ? null : seal(record.verbatim)
  }
}

function stateOf(value: Answer | null): 'answered' | 'unsure' | 'skipped' | 'ownWords' {
  if (value === null) return 'ownWords'
  if (value === SKIP) return 'skipped'
  return value === 'unsure' ? 'unsure' : 'answered'
}

/**
 * The line of one question. The latest record that says what is in force counts; without one, own words that wait for
 * a meaning do. Law 12: not asked, skipped and unsure are never made the same.
 */
export function lineOf(question: QuestionId, source: LineSource): Line {
  const { records, inForce, wasAsked, asked } = source
  const { field, masked } = QUESTIONS[question]
  const last = records.at(-1)
  const waiting = inForce === undefined && last?.value === null ? last : undefined
  const current = inForce === undefined ? waiting : records.findLast(record => same(record.value, inForce))
  const earlier = records.filter(record => record !== current).map(record => sayingOf(record, source))
  if (current) {
    return { question, field, asked, state: stateOf(current.value), masked, ...sayingOf(current, source), earlier }
  }
  const state = wasAsked && records.length === 0 ? 'unanswered' : 'notAsked'
  return { question, field, asked, state, earlier }
}
