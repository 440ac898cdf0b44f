// What stands in a mail. A notice has a reference and a link, whatever the conversation was about; a summary goes to listed domains.
import { asText } from '../summary/as-text.ts'
import { type WhyNotSent, whyNotSent } from '../summary/may-send.ts'
import type { Summary } from '../summary/schema.ts'
import type { Words } from '../wording/words.ts'
import { takesContent } from './address.ts'
import { deskLink, recordLink } from './desk-link.ts'
import type { Fingerprint } from './fingerprint.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attachments: readonly { readonly filename: string; readonly content: Buffer; readonly contentType: string }[]
}

/** The summary that went, a notice, or why there is no letter any more. */
export type Written =
  | { readonly kind: 'letter'; readonly letter: Letter; readonly said: 'summary' | 'notice' }
  | { readonly kind: 'withheld'; readonly said: WhyNotSent | 'over' }

interface Room {
  readonly words: Words
  readonly staffUrl: string
}

/** To those on call: that somebody urgent waits, or has left at risk. */
export function onCallLetter(to: string, reference: string, kind: string, { words, staffUrl }: Room): Letter {
  const values = { reference, link: deskLink(staffUrl, reference) }
  const subject = words.staff('onCallSubject', values)
  return {
    to,
    subject,
    text: words.staff(kind === 'left.at_risk' ? 'onCallLeftText' : 'onCallText', values),
    attachments: []
  }
}

/** To the auditors: what the record was at the end of a day. No word of a person or a worker is in it. */
export function auditorsLetter(
  to: string,
  { number, fingerprint }: Fingerprint,
  at: Date,
  { words, staffUrl }: Room
): Letter {
  const values = { number: String(number), fingerprint, day: at.toISOString().slice(0, 10), link: recordLink(staffUrl) }
  return {
    to,
    subject: words.staff('auditorsSubject', values),
    text: words.staff('auditorsText', values),
    attachments: []
  }
}

/** To the professional who referred: made from the summary as it stands at this moment, and kept nowhere. */
export async function referralLetter(
  to: string,
  reference: string,
  summary: Summary | null,
  { words, staffUrl, contentDomains }: Room & { readonly contentDomains: readonly string[] }
): Promise<Written> {
  if (!summary) return { kind: 'withheld', said: 'over' }
  const why = whyNotSent(summary)
  if (why) return { kind: 'withheld', said: why }
  const values = { reference, link: deskLink(staffUrl, reference) }
  const subject = words.staff('mailSubject', values)
  if (!takesContent(to, contentDomains)) {
    return {
      kind: 'letter',
      said: 'notice',
      letter: { to, subject, text: words.staff('mailNotice', values), attachments: [] }
    }
  }
  const { asPdf } = await import('../summary/as-pdf.ts')
  const content = await asPdf(summary, words)
  const attachments = [{ filename: `${reference}.pdf`, content, contentType: 'application/pdf' }]
  return { kind: 'letter', said: 'summary', letter: { to, subject, text: asText(summary, words), attachments } }
}
