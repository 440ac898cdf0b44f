// The "never" list of the domain guide (section 2) as far as a pattern can hold it. English only: each translation is read by a person.
import { type Locale, textsOf } from './lint-locale.ts'

const NEVER: readonly [RegExp, string][] = [
  [/\bunfortunately\b/i, 'blames fate'],
  [/\b(victims?|perpetrators?|offenders?|abusers?|clients?|service users?)\b/i, 'gives people a label'],
  [/\bconfidential|\bguarantee|(?<!can't )(?<!cannot )\bpromise\b|\bwe will (always|never)\b/i, 'promises'],
  [/\b(no one|nobody) (else )?will (ever )?(know|see|find)/i, 'promises secrecy'],
  [/\byou('ll| will) (be|get|have|find) (safe|help|a place|somewhere)/i, 'promises an outcome'],
  [/\bin (\d+|a few|five|ten) minutes\b|\bwithin \d+/i, 'promises a time'],
  [
    /\byou (should(?! know| not have to)|must|ought to|need to|have to)\b|\bwhy don't you\b/i,
    'tells people what to do'
  ],
  [
    /\b(leave|divorce|dump|confront|report|record|film) (him|her|them|the person|your (partner|husband|wife))\b/i,
    'orders'
  ],
  [/\btake (photos|pictures|screenshots)\b|\bchange (the|your) locks\b|\bend the relationship\b/i, 'orders'],
  [/\b(couple|joint|marriage) (counselling|therapy)|\bmediat/i, 'suggests counselling together'],
  [/\brisk (level|score|band)|\b(low|lower|medium|high|higher) risk\b|\byour (score|band)\b/i, 'shows a score'],
  [/\bwhy (did|didn't|do|don't|have|haven't) you\b/i, 'asks why they stayed'],
  [
    /\b(what is|what's|tell us|give us|send us|enter) your (full name|name|address|date of birth|birthday|school)\b/i,
    'asks who they are'
  ],
  [/\bare you (still )?(there|with us)\b|\bwe miss|\bdon't forget\b|\bremember to\b/i, 'nudges'],
  [/\btext(ing)? 55\b/i, 'gets 55 wrong'],
  [/(^|[.;] |\b(please|now|then|should) )(delete|clear|wipe)\b/i, 'tells people to wipe their history'],
  [/\b(STOP|END|QUIT|CANCEL|UNSUBSCRIBE)\b/, 'uses a word the carriers take for themselves'],
  [/03300[^.]*\b(free|hidden)\b|\b(free|hidden)\b[^.]*03300/i, 'calls the 03300 number free'],
  [/\byour status is safe\b|\bapply for\b/i, 'advises on immigration']
]

/** What the topic would give away before a person has said that it is OK to write. */
const TOPIC = /domestic|abuse|violen|advice line|refuge|helpline|survivor|police|hurt/i

/** Words for staff say things plainly that nobody else should read: `staff.json`, `staff-*.json`. Rails are typed, not shown. */
const NOT_SHOWN = /^(staff|rails)/

/** Professionals read of their own tools by name: nothing here is about the risk of the one who reads. */
const FOR_PROFESSIONALS = /^pages:(referring|riskCheck|safetyPlan)\./

/** Breaches in words that a person reads. */
export function lintEnglish(locale: Locale): string[] {
  const shown = textsOf(locale).filter(([key]) => !NOT_SHOWN.test(key) && !FOR_PROFESSIONALS.test(key))
  return shown.flatMap(([key, text]) =>
    NEVER.filter(([pattern]) => pattern.test(text)).map(([, fault]) => `${key} ${fault}: ${text}`)
  )
}

/** What anybody may read over a shoulder before the first answer: the page's title and the first text message. */
export function lintFirstSight(locale: Locale): string[] {
  const seen = textsOf(locale).filter(([key]) => key === 'page:title' || key.startsWith('questions:channelOk.'))
  return seen.filter(([, text]) => TOPIC.test(text)).map(([key, text]) => `${key} gives the topic away: ${text}`)
}
