// What is different by text: nobody sees what was asked when they wrote, and nobody knows who holds the phone after a silence.
import type { Flow } from '../flow/flow.ts'
import { isShort, mayWrite } from '../flow/step.ts'
import { ACCESS_IDLE } from '../limits.ts'
import { asksForPage } from '../reading/read.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import type { Conversation } from './conversation.ts'
import type { PersonEvent } from './person-event.ts'

type Known = Pick<Conversation, 'channel' | 'snapshot' | 'heardAt' | 'lastSeq' | 'spokenAt'>

/** The text that opens a conversation: nothing was asked before it, so it answers nothing. */
export const isOpening = ({ channel, lastSeq }: Known): boolean => channel === 'sms' && lastSeq === 0

/** Whether a text was written before what was asked last had left: whatever it answers, it is not that. */
export function isTooEarly(event: PersonEvent, { channel, spokenAt }: Known): boolean {
  if (channel !== 'sms' || event.type !== 'typed' || !event.at || spokenAt === undefined) return false
  return spokenAt === null || event.at < spokenAt
}

/** Whether this comes after so long a silence that somebody else may hold the phone: as long as a page may lie idle. */
export const isAfterSilence = ({ channel, snapshot, heardAt, lastSeq }: Known, now: Date): boolean =>
  channel === 'sms' && lastSeq > 0 && mayWrite(snapshot) && now.getTime() - heardAt.getTime() > ACCESS_IDLE

/**
 * Whether to say where the page is: only to somebody who says that they have a device nobody else looks at, or asks for a page,
 * and never in short mode. A text cannot be made private; a page can (domain guide, section 1).
 */
export const wantsPage = (event: PersonEvent, { flow, channel, snapshot }: Standing, lexicons: readonly Lexicon[]) =>
  channel === 'sms' &&
  event.type === 'typed' &&
  mayWrite(snapshot) &&
  !isShort(flow, snapshot) &&
  asksForPage(event.text, lexicons)

interface Standing extends Pick<Conversation, 'channel' | 'snapshot'> {
  readonly flow: Flow
}

/** A picture and no word with it. */
export const isPictureOnly = (event: PersonEvent): boolean =>
  event.type === 'typed' && event.picture === true && event.text.trim() === ''
