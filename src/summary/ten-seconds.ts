// Section 1: what a worker takes in before joining. At most eight lines, and no free text, because free text holds names.
import type { Reading } from '../conversation/ports.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Band } from '../triage/band.ts'
import type { BandInForce } from '../triage/worker-band.ts'
import type { Words } from '../wording/words.ts'
import type { Reason } from './because.ts'
import { languageName } from './language-name.ts'
import type { Lines } from './line.ts'
import { londonClock } from './london-time.ts'
import type { TenSeconds } from './schema.ts'
import { shown } from './shown.ts'

const TOP_REASONS = 3
const MINUTE = 60_000

export interface Glance {
  readonly reading: Reading
  readonly band: Band
  readonly inForce: BandInForce
  readonly reasons: readonly Reason[]
  readonly lines: Lines
  readonly isProfessional: boolean
  readonly words: Words
  readonly now: Date
  readonly requestedAt: Date | null
}

type Item = TenSeconds[number]

function bandText({ band, inForce, reasons, words }: Glance): string {
  const decided = inForce.decidedBy === 'worker' ? words.staff(`referralBand-${inForce.band}`) : null
  const worker = decided === null ? '' : `${words.staff('referralItem-workerBand', { band: decided })} `
  const top = reasons.slice(0, TOP_REASONS).map(reason => reason.label)
  const known = words.staff('referralKnown', { known: band.known, of: band.of })
  return `${worker}${[words.staff(`referralBand-${band.band}`), ...top].join('; ')}. ${known}`
}

function reachText({ reading: { conversation }, lines, words, now, requestedAt }: Glance): string {
  const access = lines.get('accessNeeds')
  const since = requestedAt ?? conversation.openedAt
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / MINUTE))
  return words.staff('referralItem-reach', {
    channel: words.staff(`referralChannel-${conversation.channel}`),
    language: languageName(conversation.locale),
    access: access ? shown(access, words) : words.staff('referralNotKnown'),
    waiting: words.staff(requestedAt ? 'referralWaiting' : 'referralHere', { minutes })
  })
}

function consentText({ lines, isProfessional, words }: Glance): string | null {
  const agreed = lines.get('referralConsent')
  if (isProfessional) return agreed ? shown(agreed, words) : null
  const limits = lines.get('privacyLimits')
  if (!limits) return null
  if (limits.state !== 'answered') return words.staff('referralLimitsNotShown')
  return words.staff('referralLimitsShown', { time: londonClock(new Date(limits.at)) })
}

/** The ten-second box. What the person keeps from the worker leaves no line at all. */
export function tenSecondsOf(glance: Glance): TenSeconds {
  const { lines, isProfessional, words } = glance
  const answer = (question: QuestionId): string | null => {
    const line = lines.get(question)
    return line ? shown(line, words) : null
  }
  const items: Item[] = [{ item: 'band', text: bandText(glance) }]
  const add = (item: Item['item'], key: Parameters<Words['staff']>[0], text: string | null) => {
    if (text !== null) items.push({ item, text: words.staff(key, { answer: text }) })
  }
  add('danger', 'referralItem-danger', answer('dangerNow'))
  const near = answer('personNear')
  const home = answer('livesWith')
  const where = [
    ...(near === null ? [] : [words.staff('referralItem-near', { answer: near })]),
    ...(home === null ? [] : [words.staff('referralItem-livesWith', { answer: home })])
  ]
  if (where.length > 0) items.push({ item: 'where', text: where.join('. ') })
  add('children', 'referralItem-children', answer(isProfessional ? 'referrerChildren' : 'children'))
  add('tonight', 'referralItem-tonight', answer('safeTonight'))
  add('wanted', 'referralItem-wanted', answer(isProfessional ? 'referrerWants' : 'wants'))
  items.push({ item: 'reach', text: reachText(glance) })
  add('consent', 'referralItem-consent', consentText(glance))
  return items
}
