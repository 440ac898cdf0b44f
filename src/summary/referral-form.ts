// What a professional's referral form asks for, filled from the summary. The page names no fields: each stands on the line
// of it that makes the answer matter, or says whose idea it is.
import type { QuestionId } from '../questions/catalogue.ts'
import { CONCERNS, questionAbout } from '../questions/concern.ts'
import { type Beyond, hampshirePage, type Source } from '../triage/source.ts'
import type { Words } from '../wording/words.ts'
import { everyLine } from './every-line.ts'
import type { Line } from './line.ts'
import type { Summary } from './schema.ts'
import { shown } from './shown.ts'

const OURS: Beyond = { beyond: 'our own question: the page does not name it' }

const FIELDS = {
  who: { questions: ['referrerRole', 'referrerContact'], source: hampshirePage(8, 'If you are a professional') },
  agreed: { questions: ['referralConsent'], source: OURS },
  risk: {
    questions: ['referrerRisk', 'signsSeen', 'pregnantOrBaby'],
    source: hampshirePage(32, 'should make a safety plan and complete a risk assessment.')
  },
  plan: { questions: ['safetyPlan'], source: hampshirePage(32, 'should make a safety plan') },
  children: { questions: ['referrerChildren'], source: hampshirePage(11, 'for victims-survivors and their children.') },
  wanted: {
    questions: ['referrerWants'],
    source: hampshirePage(35, 'alongside considering whether they need access to safe accommodation.')
  },
  area: { questions: ['area'], source: hampshirePage(36, 'Each district and borough in Hampshire has a Housing Team') },
  refuge: { questions: ['gender'], source: hampshirePage(12, 'single gender or single sex accommodation') },
  dispersed: {
    questions: ['movingWith', 'pets', 'needs'],
    source: hampshirePage(16, 'unable to stay in a refuge with communal spaces')
  },
  sanctuary: { questions: ['livesWith'], source: hampshirePage(30, 'is not living at the same property.') },
  home: { questions: ['tenure'], source: hampshirePage(36, 'threatened with homelessness') },
  funds: { questions: ['noRecourse'], source: OURS },
  access: { questions: ['accessNeeds'], source: OURS }
} as const satisfies Record<string, { readonly questions: readonly QuestionId[]; readonly source: Source }>

/** What they spoke of and were then asked about plainly: it belongs to the risk, and has no gap where it was not spoken of. */
const SPOKEN_OF: readonly QuestionId[] = [...new Set(CONCERNS.map(questionAbout))].filter(
  question => question !== 'dangerNow' && !FIELDS.risk.questions.some(known => known === question)
)

export type FormFieldId = keyof typeof FIELDS

export interface FormField {
  readonly id: FormFieldId
  readonly label: string
  /** Each of its questions that has a line, with the answer, or how far things stand where nothing was said. */
  readonly answers: readonly string[]
  readonly source: Source
}

/** What stands on the form for one question: the choice, and their own words where those are the answer. */
function answerOf(line: Line, words: Words): string {
  const isText = 'at' in line && line.state === 'answered' && !line.masked && line.label === null
  return isText && typeof line.value === 'string' ? line.value : shown(line, words)
}

/** The fields of the form; null for anybody but a professional. */
export function referralForm(summary: Summary, words: Words): FormField[] | null {
  if (!summary.referrer) return null
  const lines = everyLine(summary)
  return (Object.keys(FIELDS) as FormFieldId[]).map(id => {
    const { questions, source } = FIELDS[id]
    const found = questions.flatMap(question => lines.get(question) ?? [])
    const more = id === 'risk' ? SPOKEN_OF.flatMap(question => lines.get(question) ?? []) : []
    const answers = [...found, ...more.filter(({ state }) => state !== 'notAsked')].map(
      line => `${line.asked} ${answerOf(line, words)}`
    )
    return { id, label: words.staff(`referralForm-${id}`), answers, source }
  })
}
