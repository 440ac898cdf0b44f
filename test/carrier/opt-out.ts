// Twilio's own handling of STOP and its kin: it answers by itself, blocks the number, and passes the text on all the same.
import type { OptOutType } from './params.ts'
import type { Phones } from './phones.ts'

/** default: Twilio's standard English words. advanced: the same, and the webhook says so by OptOutType. off: nothing. */
export type OptOutHandling = 'off' | 'default' | 'advanced'

const WORDS: Readonly<Record<OptOutType, readonly string[]>> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO']
}

/** The whole message, whatever its case. */
export function optOutTypeOf(body: string): OptOutType | null {
  const word = body.trim().toUpperCase()
  return (['STOP', 'START', 'HELP'] as const).find(type => WORDS[type].includes(word)) ?? null
}

/** What Twilio does about it. Returns what it tells the webhook. */
export function handle(
  told: OptOutType | null,
  from: string,
  { phones, at, handling }: { readonly phones: Phones; readonly at: number; readonly handling: OptOutHandling }
): OptOutType | null {
  if (handling === 'off' || told === null) return null
  if (told === 'START') phones.optIn(from)
  if (told === 'STOP') phones.optOut(from)
  phones.arrive(from, { body: `[Twilio's answer to ${told}]`, at, by: 'twilio', sid: null })
  return handling === 'advanced' ? told : null
}
