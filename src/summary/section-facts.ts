// What stands in a section beside the answers: sentences of ours, and what workers wrote.
import type { Words } from '../wording/words.ts'
import { yesNo } from './banner-text.ts'
import type { Block } from './block.ts'
import { languageName } from './language-name.ts'
import { londonClock, londonDay } from './london-time.ts'
import { needsFacts } from './needs-facts.ts'
import { referralForm } from './referral-form.ts'
import { riskBlocks } from './risk-facts.ts'
import type { Summary } from './schema.ts'
import type { SectionName } from './sections.ts'
import { sourceText } from './source-text.ts'

/** A section of answers, or one of the two that only have what is made of them. */
type PlaceName = SectionName | 'referralForm' | 'workerActions'

const clock = (time: string): string => londonClock(new Date(time))
const moment = (time: string): string => `${londonDay(new Date(time))} ${clock(time)}`

function contactFacts({ contact }: Summary, words: Words): string[] {
  const meta = words.staff('referralMeta', {
    channel: words.staff(`referralChannel-${contact.channel}`),
    language: languageName(contact.locale),
    day: londonDay(new Date(contact.openedAt)),
    time: clock(contact.openedAt)
  })
  const { type, outOfHours } = contact.handover
  const handover = words.staff('referralHandover', { type: words.staff(`referralType-${type}`) })
  const short = words.staff('referralShortMode', { answer: yesNo(contact.shortMode, words) })
  return [meta, handover, ...(outOfHours ? [words.staff('referralOutOfHours')] : []), short]
}

const verbatimBlocks = ({ verbatim }: Summary, words: Words): Block[] =>
  verbatim.said.map(({ at, asked, locale, text, translation }) => ({
    kind: 'said',
    at: clock(at),
    asked,
    own: { text, locale },
    translation: translation ? `(${words.staff('machineTranslation')}: ${translation.text})` : null
  }))

function childrenFacts({ childrenAndOthers: { safeguarding } }: Summary, words: Words): string[] {
  if (!safeguarding) return []
  const { action, by, at } = safeguarding
  return [words.staff('referralSafeguarding', { action, name: by, time: moment(at) })]
}

function consentFacts({ consent }: Summary, words: Words): string[] {
  const { keptBack, sharedWith, withdrawnAt, withoutConsent } = consent
  const shared = sharedWith.length > 0 ? sharedWith.join(', ') : words.staff('referralNobodyYet')
  return [
    ...(keptBack ? [words.staff('referralKeptBack')] : []),
    words.staff('referralSharedWith', { people: shared }),
    ...(withdrawnAt ? [words.staff('referralWithdrawn', { time: moment(withdrawnAt) })] : []),
    ...(withoutConsent
      ? [words.staff('referralWithoutConsent', { reason: withoutConsent.reason, name: withoutConsent.approvedBy })]
      : [])
  ]
}

function referrerFacts({ referrer }: Summary, words: Words): string[] {
  return referrer ? [words.staff('referralCalledBack', { answer: yesNo(referrer.verifiedByCallBack, words) })] : []
}

const formBlocks = (summary: Summary, words: Words): Block[] =>
  (referralForm(summary, words) ?? []).map(({ label, answers, source }) => ({
    kind: 'point',
    text: `${label}: ${answers.join(' / ')}`,
    from: sourceText([source], words)
  }))

function workerFacts({ workerActions }: Summary, words: Words): string[] {
  const { acceptedBy, actions, outcome, closedReason } = workerActions
  return [
    acceptedBy ? words.staff('referralAcceptedBy', { name: acceptedBy }) : words.staff('referralNobodyYet'),
    ...actions,
    ...(outcome ? [words.staff('referralOutcome', { outcome: words.staff(`outcome-${outcome}`) })] : []),
    ...(closedReason ? [words.staff('referralClosedReason', { reason: closedReason })] : [])
  ]
}

const FACTS: { readonly [N in PlaceName]?: (summary: Summary, words: Words) => string[] } = {
  contact: contactFacts,
  childrenAndOthers: childrenFacts,
  consent: consentFacts,
  referrer: referrerFacts,
  workerActions: workerFacts
}

const BLOCKS: { readonly [N in PlaceName]?: (summary: Summary, words: Words) => Block[] } = {
  risk: riskBlocks,
  needs: needsFacts,
  referralForm: formBlocks,
  verbatim: verbatimBlocks
}

/** What a section says before its answers. */
export function factsOf(name: PlaceName, summary: Summary, words: Words): Block[] {
  const facts = FACTS[name]?.(summary, words) ?? []
  return [...facts.map((text): Block => ({ kind: 'fact', text })), ...(BLOCKS[name]?.(summary, words) ?? [])]
}
