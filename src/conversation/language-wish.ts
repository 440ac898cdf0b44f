// By text there is no button for a language: whoever texts its own name, and nothing more, is answered in it from then on.
import type { Flow } from '../flow/flow.ts'
import { placeOf } from '../flow/step.ts'
import { QUESTIONS } from '../questions/catalogue.ts'
import type { Words } from '../wording/words.ts'
import { isOpening } from './by-text.ts'
import type { Conversation } from './conversation.ts'
import type { PersonEvent } from './person-event.ts'

/** Which language a message names, of those that are offered. */
type Named = (text: string) => string | null

/**
 * The event as it is meant. A name that may be the answer to what is asked is that answer; what is said to a worker is for
 * them to read.
 */
export function asLanguage(
  event: PersonEvent,
  found: Conversation,
  flow: Flow,
  words: Words,
  named: Named
): PersonEvent {
  if (event.type !== 'typed' || found.channel !== 'sms' || found.owner.kind === 'worker') return event
  const locale = named(event.text)
  if (locale === null || (!isOpening(found) && mayAnswer(event.text, found, flow, words))) return event
  return { type: 'language', locale }
}

function mayAnswer(text: string, { snapshot }: Conversation, flow: Flow, words: Words): boolean {
  const place = placeOf(flow, snapshot)
  if (place.kind !== 'question') return false
  const isText = QUESTIONS[place.question].kind === 'text'
  const said = text.trim().toLowerCase()
  return isText || words.question(place.question, 'sms').options.some(({ label }) => label.toLowerCase() === said)
}
