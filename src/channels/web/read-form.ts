// From a posted form to what the person did, or a plain complaint. Nothing here knows where the person stands.
import type { PersonEvent } from '../../conversation/person-event.ts'
import { TEXT_MAX } from '../../limits.ts'
import { SKIP } from '../../questions/answer.ts'
import { isQuestion, QUESTIONS, type QuestionId } from '../../questions/catalogue.ts'
import type { PageId } from '../../wording/keys.ts'

/** Why a form was not sent on; the page says it in plain words, and keeps what was written. */
export type Complaint = 'tooLong' | 'nothingChosen' | 'nothingWritten' | 'notUnderstood' | 'lostPage'
export type FormReading = { readonly event: PersonEvent } | { readonly complaint: Complaint }

const CONTROLS = /(?!\n)\p{Cc}/gu

/** Words as they are kept: one kind of line end, no control characters, composed letters. Nothing else is touched. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').normalize('NFC').trim()

/** Reads a form. The body decoder has already replaced what is not well-formed text. */
export function readForm(form: URLSearchParams): FormReading {
  const text = cleanText(form.get('text') ?? '')
  if (Array.from(text).length > TEXT_MAX) return { complaint: 'tooLong' }
  return (
    pressed(form) ?? toldTheEar(form) ?? confirmed(form) ?? opened(form) ?? aboutAnswers(form) ?? answered(form, text)
  )
}

/** The plain yes, no or skip to a check. */
function confirmed(form: URLSearchParams): FormReading | undefined {
  const answer = form.get('confirm')
  if (answer === null) return
  return { event: { type: 'confirm', check: form.get('check') ?? '', yes: answer === 'yes' } }
}

const EAR_ANSWERS = ['danger', 'life', 'both', 'neither', 'unsure', 'aboutMe'] as const

/** What they say to the second ear; anything else was not understood. */
function toldTheEar(form: URLSearchParams): FormReading | undefined {
  const answer = form.get('ear')
  if (answer === null) return
  const said = EAR_ANSWERS.find(known => known === answer)
  return said ? { event: { type: 'ear', said } } : { complaint: 'notUnderstood' }
}

/** A page of the shelf. Which there are, the place where the person stands knows: any other opens nothing. */
function opened(form: URLSearchParams): FormReading | undefined {
  const page = form.get('read')
  return page === null ? undefined : { event: { type: 'read', page: page as PageId } }
}

const PLAIN = ['goOn', 'back', 'repeat', 'person', 'emergency', 'stay', 'callBack'] as const

function pressed(form: URLSearchParams): FormReading | undefined {
  const wanted = form.get('do')
  if (wanted === null) return
  if (wanted === 'language') return { event: { type: 'language', locale: form.get('locale') ?? '' } }
  const type = PLAIN.find(name => name === wanted)
  return type ? { event: { type } } : { complaint: 'notUnderstood' }
}

function aboutAnswers(form: URLSearchParams): FormReading | undefined {
  for (const name of ['change', 'withhold', 'giveBack'] as const) {
    const question = form.get(name)
    if (question === null) continue
    if (!isQuestion(question)) return { complaint: 'notUnderstood' }
    if (name === 'change') return { event: { type: 'change', question } }
    return { event: { type: 'withhold', question, withheld: name === 'withhold' } }
  }
  const mayKnow = form.get('mayKnow')
  return mayKnow === null ? undefined : { event: { type: 'mayKnow', mayKnow: mayKnow === 'yes' } }
}

function answered(form: URLSearchParams, text: string): FormReading {
  const question = form.get('question') ?? ''
  if (question === '') return text ? { event: { type: 'typed', text } } : { complaint: 'nothingWritten' }
  if (!isQuestion(question)) return { complaint: 'notUnderstood' }
  const chosen = form.getAll('answer')
  if (chosen.includes(SKIP)) return { event: { type: 'skip', question } }
  if (QUESTIONS[question].kind === 'text') {
    return text ? { event: { type: 'answer', question, value: text } } : { complaint: 'nothingWritten' }
  }
  return choice(question, chosen, text, form.get('by') === 'text')
}

/** `byText`: the text's own Send was pressed, or Enter in it. That never sends a choice. */
function choice(question: QuestionId, chosen: readonly string[], text: string, byText: boolean): FormReading {
  if (byText || (chosen.length === 0 && text)) {
    return text ? { event: { type: 'typed', text, question } } : { complaint: 'nothingWritten' }
  }
  const [first, ...others] = chosen
  if (first === undefined) return { complaint: 'nothingChosen' }
  const words = text ? { words: text } : {}
  if (QUESTIONS[question].kind === 'many') return { event: { type: 'answer', question, value: chosen, ...words } }
  if (others.length > 0) return { complaint: 'notUnderstood' }
  return { event: { type: 'answer', question, value: first, ...words } }
}
