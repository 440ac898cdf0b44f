// Every string of a locale that a person may be shown, with the channel and the moment in which they may read it.
import { type Locale, textsOf } from './lint-locale.ts'
import type { Moment, ShownLine } from './never-rules.ts'

/** Read before the first answer: over a shoulder, on a lock screen. */
const FIRST =
  /^(questions:channelOk\.|page:(title|howToLeave|historyStays|deviceLink|exit)$|messages:(emergency(TeamTold|NobodyHere|Friend)?|actBegun|suicide(FirstText|WithDanger|Nobody))$)/

/** What may be texted while somebody may be looking. Triage specification, section 1: short mode. */
const SHORT = [
  /^questions:(dangerNow|audience|personNear|deviceWatched|ageBand|privacyLimits|wantsNow)\./,
  /^questions:(wants|area|safeTonight|accessNeeds|youngChoice|youngNickname|referralConsent)\./,
  /^messages:(emergency|outOfHours|nobodyOnDuty|waiting|whileYouWait|worker|closed|goOnWhenReady|privacyMore)/,
  /^messages:(actBegun|suicide|concernShort|neckNow|mayHurt|automaticReply|notFollowed|stopReplying|keptUnread)/,
  /^messages:(sayLess|infoShort|deviceCare|notUnderstood|missedTwice|cannotSkip|nothingBefore|missingWords)/,
  /^ready:/,
  /^answers:.*_short/,
  /^checks:(leave|person|meantShort|yes|no|skip|notNow|earShort|earUnsure)$/
]

const momentOf = (key: string): Moment => {
  if (FIRST.test(key)) return 'first'
  return SHORT.some(pattern => pattern.test(key)) ? 'short' : 'any'
}

/** Words of the page are never texted, an SMS stem is never on the page, and the rest is said on both. */
function channelsOf(key: string, keys: ReadonlySet<string>): readonly ShownLine['channel'][] {
  const [area = ''] = key.split(':')
  const isQuestionText = /\.(text|why)(_\w+)?$/.test(key)
  if (area === 'page' || key.endsWith('_web') || /^pages:.*\.text$/.test(key) || /\.why(_\w+)?$/.test(key))
    return ['web']
  if (isQuestionText && keys.has(key.replace('.text', '.sms'))) return ['web']
  if (/\.sms(_\w+)?$/.test(key) || keys.has(`${key}_web`)) return ['sms']
  return ['web', 'sms']
}

/** Staff words say things plainly that nobody else should read, and rails are typed, not shown. */
const NOT_SHOWN = /^(staff|rails)/

/** The lines of one locale; `where` is `<locale>/<area>:<key>`. */
export function shownLines(name: string, locale: Locale): ShownLine[] {
  const shown = textsOf(locale).filter(([key]) => !NOT_SHOWN.test(key))
  const keys = new Set(shown.map(([key]) => key))
  return shown.flatMap(([key, text]) =>
    channelsOf(key, keys).map(channel => ({ text, where: `${name}/${key}`, channel, moment: momentOf(key) }))
  )
}
