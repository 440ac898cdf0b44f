// Section 0, the banner: what a worker reads before anything else, on screen, on paper and in every export.

import { type Validity, validityOf, type WhyNot, whyNotContact } from '../conversation/may-contact.ts'
import type { Reading } from '../conversation/ports.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Facts } from '../questions/condition.ts'
import type { Words } from '../wording/words.ts'
import type { Line, Lines } from './line.ts'
import { londonClock, londonDay } from './london-time.ts'
import type { SafeContact } from './schema.ts'

export interface Banner {
  readonly reading: Reading
  readonly facts: Facts
  /** The facts without what was withheld. */
  readonly visible: Facts
  readonly lines: Lines
  readonly words: Words
  readonly now: Date
  readonly leftAt: Date | null
}

const saidAt = (line: Line | undefined): Date | null => (line && 'at' in line ? new Date(line.at) : null)

const valuesOf = (lines: Lines, question: QuestionId): string[] => {
  const line = lines.get(question)
  return line && 'value' in line && line.value !== null && line.state !== 'skipped' ? [line.value].flat() : []
}

/** Null when it is not known: it was not asked, or is kept from the worker, who cannot tell one from the other. */
const wordIsSet = (lines: Lines, question: QuestionId): boolean | null => {
  const state = lines.get(question)?.state
  return state === 'answered' ? true : state === 'skipped' ? false : null
}

/** Who answered, by what and until when; the safest choice stands wherever nothing was said. */
function permissionOf({ lines }: Banner, { confirmedAt, expiresAt }: Validity) {
  const method = valuesOf(lines, 'contactMethod')[0] as 'text' | 'call' | 'email'
  const voicemail = (valuesOf(lines, 'voicemail')[0] ?? 'no') as 'no' | 'yesNoDetails' | 'yes'
  const chosen = (valuesOf(lines, 'ifOtherAnswers')[0] ?? 'hangUp') as 'hangUp' | 'wrongNumber' | 'coverName'
  const nameIsKnown = lines.get('coverName')?.state === 'answered'
  return {
    method,
    times: valuesOf(lines, 'contactTimes'),
    voicemail,
    ifOtherAnswers: chosen === 'coverName' && !nameIsKnown ? ('hangUp' as const) : chosen,
    confirmedAt: confirmedAt.toISOString(),
    expiresAt: expiresAt.toISOString()
  }
}

function whyNot(banner: Banner, validity: Validity | null): WhyNot | null {
  if (banner.reading.conversation.status === 'left') return 'left'
  const said = whyNotContact(banner.facts, banner.visible)
  if (said) return said
  return validity && banner.now < validity.expiresAt ? null : 'expired'
}

/** The banner. A sentence that can stand alone, the permission if there is one, and the lines behind both. */
export function safeContactOf(banner: Banner, lines: Line[]): SafeContact {
  const { words, leftAt, lines: every } = banner
  const validity = validityOf(banner.visible, question => saidAt(every.get(question)))
  const why = whyNot(banner, validity)
  const common = { safeWordSet: wordIsSet(every, 'safeWord'), decoyWordSet: wordIsSet(every, 'decoyWord'), lines }
  if (why === null && validity) {
    const permission = permissionOf(banner, validity)
    const times = permission.times.map(time => words.option('contactTimes', time)).join(', ')
    const sentence = words.staff('referralMayContact', {
      method: words.option('contactMethod', permission.method),
      times,
      until: londonDay(validity.expiresAt)
    })
    return { mayContact: true, whyNot: null, sentence, permission, leftByExit: false, leftAt: null, ...common }
  }
  const reason = why ?? 'expired'
  const leftByExit = reason === 'left'
  const sentence = words.staff(`referralWhyNot-${reason}`, { time: leftAt ? londonClock(leftAt) : '' })
  return {
    mayContact: false,
    whyNot: reason,
    sentence,
    permission: null,
    leftByExit,
    leftAt: leftByExit && leftAt ? leftAt.toISOString() : null,
    ...common
  }
}
