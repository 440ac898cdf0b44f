// Whether anybody may reach out first. One rule, written once; the default is no. Domain guide, sections 2.1, 5, 6 and 8.
import { SAFE_CONTACT_VALID } from '../limits.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { all, any, type Condition, confirmed, type Facts, given, holds, is, not } from '../questions/condition.ts'

const byCallOrEmail = is('contactMethod', 'call', 'email')

/** Any one of these forbids contact, whatever else was said. */
const FORBIDS = {
  notNow: is('channelOk', 'no'),
  // Somebody else may be at the phone: everything towards that contact stops.
  otherPerson: any(confirmed('someoneElse'), confirmed('locationSeeking')),
  // They took back what they had agreed to, by a word or because of who has the phone.
  withdrawn: confirmed('noContact'),
  under16: is('ageBand', 'under16'),
  // A professional speaks for another person, whose agreement must have been said; here a missing answer forbids.
  noConsent: all(is('audience', 'professional'), not(is('referralConsent', 'yes')))
} as const satisfies Record<string, Condition>

/** Every one of these must have been said. A missing, skipped or unsure answer is never read as safe (law 4). */
const REQUIRES = {
  noWay: is('contactMethod', 'text', 'call', 'email'),
  nowhere: given('contactDetail'),
  notFirst: any(byCallOrEmail, is('textFirst', 'yes', 'setTimes')),
  // A watched phone rules out texts; a phone that may be watched, or was not spoken of, counts as watched.
  watched: any(byCallOrEmail, is('deviceWatched', 'no')),
  // Contact is only ever made inside a window, so without one there is no moment for it. Own words about times are
  // shown to the worker but open no window: nothing has checked them.
  noTimes: given('contactTimes')
} as const satisfies Record<string, Condition>

export const WHY_NOT = [
  'left',
  'notNow',
  'otherPerson',
  'withdrawn',
  'under16',
  'noConsent',
  'noWay',
  'nowhere',
  'notFirst',
  'watched',
  'noTimes',
  'expired'
] as const
export type WhyNot = (typeof WHY_NOT)[number]

/** The answers a permission stands on. */
const BASIS: readonly QuestionId[] = ['contactMethod', 'contactDetail', 'textFirst', 'contactTimes']

const firstBroken = (facts: Facts): WhyNot | null => {
  for (const [why, condition] of Object.entries(FORBIDS)) if (holds(condition, facts)) return why as WhyNot
  for (const [why, condition] of Object.entries(REQUIRES)) if (!holds(condition, facts)) return why as WhyNot
  return null
}

/** Why contact is forbidden by what was said; null when it is not. What was withheld can forbid, and never allow. */
export function whyNotContact(all: Facts, visible: Facts): WhyNot | null {
  return firstBroken(visible) ?? (firstBroken(all) ? 'noWay' : null)
}

export interface Validity {
  readonly confirmedAt: Date
  readonly expiresAt: Date
}

/** How long a permission stands: from the oldest answer it rests on. Null when one of them has no time. */
export function validityOf(facts: Facts, saidAt: (question: QuestionId) => Date | null): Validity | null {
  const times = BASIS.filter(question => facts.answers[question] !== undefined).map(saidAt)
  const known = times.filter(time => time !== null)
  if (known.length === 0 || known.length < times.length) return null
  const confirmedAt = new Date(Math.min(...known.map(time => time.getTime())))
  return { confirmedAt, expiresAt: new Date(confirmedAt.getTime() + SAFE_CONTACT_VALID) }
}
