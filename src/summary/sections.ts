// Where each question stands in the summary: by the place its field names. Domain guide, section 6.
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'

export type SectionName =
  | 'safeContact'
  | 'contact'
  | 'person'
  | 'situation'
  | 'risk'
  | 'childrenAndOthers'
  | 'needs'
  | 'verbatim'
  | 'consent'
  | 'referrer'

const BY_GROUP: Readonly<Record<string, SectionName>> = {
  safe_contact: 'safeContact',
  contact: 'contact',
  safety: 'contact',
  person: 'person',
  access: 'person',
  situation: 'situation',
  third_party: 'situation',
  monitoring: 'situation',
  risk: 'risk',
  household: 'childrenAndOthers',
  needs: 'needs',
  'verbatim[]': 'verbatim',
  consent: 'consent',
  referrer: 'referrer'
}

/** Fields that a worker looks for elsewhere than in their group. */
const BY_FIELD: Readonly<Record<string, SectionName>> = {
  'safety.person_near': 'risk',
  'needs.area': 'situation',
  'needs.tenure': 'situation',
  'needs.home_at_risk': 'situation'
}

/** The section of a question. Throws on a question whose field belongs nowhere: it would be lost. */
export function sectionOf(question: QuestionId): SectionName {
  const { field } = QUESTIONS[question]
  const section = BY_FIELD[field] ?? BY_GROUP[field.split('.')[0] ?? '']
  if (!section) throw new Error(`no section of the summary takes '${field}': add it to src/summary/sections.ts`)
  return section
}
