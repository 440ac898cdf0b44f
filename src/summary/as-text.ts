// The summary as plain text for a worker: banner first, then ten seconds, then everything with its provenance.

import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { languageName } from './language-name.ts'
import { linesText } from './line-text.ts'
import { londonClock, londonDay } from './london-time.ts'
import type { SafeContact, Summary } from './schema.ts'
import type { SectionName } from './sections.ts'

const clock = (time: string): string => londonClock(new Date(time))
const quoted = (text: string): string => `"${text}"`

const yesNo = (value: boolean | null, words: Words): string => {
  if (value === null) return words.staff('referralNotKnown')
  return words.staff(value ? 'referralYes' : 'referralNo')
}

function bannerText(contact: SafeContact, words: Words): string[] {
  const set = words.staff('referralSafeWord', {
    answer: yesNo(contact.safeWordSet, words),
    second: yesNo(contact.decoyWordSet, words)
  })
  if (!contact.mayContact) return [contact.sentence, set]
  const { method, voicemail, ifOtherAnswers } = contact.permission
  const call = [
    words.staff('referralVoicemail', { answer: words.option('voicemail', voicemail) }),
    words.staff('referralIfOtherAnswers', { answer: words.option('ifOtherAnswers', ifOtherAnswers) })
  ]
  return [contact.sentence, words.staff('referralWindows'), ...(method === 'call' ? call : []), set]
}

function contactText({ contact }: Summary, words: Words): string[] {
  const opened = new Date(contact.openedAt)
  const meta = words.staff('referralMeta', {
    channel: words.staff(`referralChannel-${contact.channel}`),
    language: languageName(contact.locale),
    day: londonDay(opened),
    time: londonClock(opened)
  })
  const { type, outOfHours } = contact.handover
  const handover = words.staff('referralHandover', { type: words.staff(`referralType-${type}`) })
  const short = words.staff('referralShortMode', { answer: yesNo(contact.shortMode, words) })
  return [meta, handover, ...(outOfHours ? [words.staff('referralOutOfHours')] : []), short]
}

function riskText({ risk }: Summary, words: Words): string[] {
  const basedOn = risk.basedOn ? [words.staff('referralBasedOn', { time: clock(risk.basedOn) })] : []
  const known = words.staff('referralKnown', { known: risk.known, of: risk.of })
  return [
    [words.staff('referralTriageAid'), ...basedOn].join(' '),
    `${words.staff(`referralBand-${risk.band}`)}. ${known}`,
    ...risk.reasons.map(reason => (reason.label === null ? `- ${reason.flag}` : `- ${reason.flag}: ${reason.label}`))
  ]
}

const verbatimText = ({ verbatim }: Summary): string[] =>
  verbatim.said.map(({ at, asked, locale, text }) => {
    const context = asked === null ? '' : ` [${asked}]`
    return `${clock(at)} ${locale}${context} ${quoted(text)}`
  })

/** Everything a worker may read, in the order they need it. */
export function asText(summary: Summary, words: Words): string {
  const title = (name: SectionName | 'tenSeconds' | 'workerActions') => {
    const key: StaffKey = `referralSection-${name}`
    return `\n${words.staff(key).toUpperCase()}`
  }
  const section = (name: Exclude<SectionName, 'safeContact'>, ...first: string[]): string[] => {
    const content = [...first, ...linesText(summary[name]?.lines ?? [], words)]
    return content.length === 0 ? [] : [title(name), ...content]
  }
  const { acceptedBy } = summary.workerActions
  const accepted = acceptedBy
    ? words.staff('referralAcceptedBy', { name: acceptedBy })
    : words.staff('referralNobodyYet')
  return [
    ...bannerText(summary.safeContact, words),
    ...summary.risk.signals.map(signal => words.staff(`referralSignal-${signal}`)),
    title('tenSeconds'),
    ...summary.tenSeconds.map(({ text }) => text),
    `\n${words.staff('referralTitle', { reference: summary.contact.reference })}`,
    title('safeContact'),
    ...linesText(summary.safeContact.lines, words),
    ...section('contact', ...contactText(summary, words)),
    ...section('person'),
    ...section('situation'),
    ...section('risk', ...riskText(summary, words)),
    ...section('childrenAndOthers'),
    ...section('needs'),
    ...section('verbatim', ...verbatimText(summary)),
    ...section('consent'),
    ...section('referrer'),
    title('workerActions'),
    accepted
  ].join('\n')
}
