// From a conversation to its referral summary. Pure: the same reading at the same moment gives the same summary.
import type { Reading } from '../conversation/ports.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Facts } from '../questions/condition.ts'
import { assess } from '../triage/band.ts'
import type { Directory } from '../triage/directory/directory.ts'
import type { HandoverType } from '../triage/handover-type.ts'
import { bandInForce } from '../triage/worker-band.ts'
import type { Words } from '../wording/words.ts'
import { reasonsOf } from './because.ts'
import type { Line, Lines } from './line.ts'
import { linesOf } from './lines.ts'
import { needsOf } from './needs.ts'
import { saidIn } from './own-words.ts'
import { safeContactOf } from './safe-contact.ts'
import { SUMMARY_SCHEMA_ID, SUMMARY_VERSION, type Summary } from './schema.ts'
import { sealing, secretsIn } from './seal.ts'
import { type SectionName, sectionOf } from './sections.ts'
import { tenSecondsOf } from './ten-seconds.ts'
import { mayKnowIn } from './withheld.ts'
import { NOTHING_RECORDED, type WorkerRecord } from './worker-record.ts'

export interface Context {
  /** Answers in force. The band, and whether contact is forbidden, count all of them, withheld ones too. */
  readonly facts: Facts
  /** English: what staff read. */
  readonly words: Words
  readonly now: Date
  readonly handoverType: HandoverType
  readonly outOfHours: boolean
  /** When a person was asked for; null when nobody was. */
  readonly requestedAt?: Date | null
  /** When they left; without it, the last time anything was heard from them. */
  readonly leftAt?: Date | null
  readonly shortMode?: boolean
  /** What workers wrote; nothing yet without it. */
  readonly worker?: WorkerRecord
  /** The services there are; without it, those the product brings. */
  readonly directory?: Directory
}

const lastHeard = ({ messages, answers, conversation }: Reading): Date => {
  const times = messages.filter(message => message.from === 'person').map(message => message.at.getTime())
  const answered = answers.map(record => Date.parse(record.at))
  return new Date(Math.max(conversation.openedAt.getTime(), ...times, ...answered))
}

/** Of the answers the worker may see: the time of another one would say that it is there. */
const latestAnswer = ({ answers }: Reading, lines: Lines): string | null =>
  answers
    .filter(({ question }) => lines.has(question))
    .reduce<string | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null)

/** The referral summary as a worker may see it. */
export function summarise(reading: Reading, context: Context): Summary {
  const { facts, words, now, outOfHours, directory, worker = NOTHING_RECORDED } = context
  const { conversation } = reading
  const seal = sealing(secretsIn(reading))
  const lines = linesOf(reading, facts, words, seal)
  const section = (name: SectionName): Line[] =>
    [...lines].filter(([question]) => sectionOf(question) === name).map(([, line]) => line)

  const seen = Object.entries(facts.answers).filter(([question]) => lines.has(question as QuestionId))
  const visible: Facts = { ...facts, answers: Object.fromEntries(seen) }
  // All answers decide the band; how many are known is counted over those the worker can count too.
  // Whose answers they are decides how many are known, even where that is kept back: the lines say "reported by other".
  const { audience } = facts.answers
  const counted: Facts = {
    ...visible,
    answers: { ...visible.answers, ...(audience === undefined ? {} : { audience }) }
  }
  const band = { ...assess(facts), known: assess(counted).known }
  const inForce = bandInForce(band, worker.bands)
  const [workerBand = null] = inForce.workers.slice(-1)
  const mayKnow = mayKnowIn(reading)
  const reasons = reasonsOf(band, visible, mayKnow, words)
  const isProfessional = visible.answers.audience === 'professional'
  const requestedAt = context.requestedAt ?? null
  const leftAt = conversation.status === 'left' ? (context.leftAt ?? lastHeard(reading)) : null
  const limits = lines.get('privacyLimits')
  const referrer = section('referrer')

  return {
    $schema: SUMMARY_SCHEMA_ID,
    version: SUMMARY_VERSION,
    madeAt: now.toISOString(),
    safeContact: safeContactOf({ reading, facts, visible, lines, words, now, leftAt }, section('safeContact')),
    tenSeconds: tenSecondsOf({ reading, band, inForce, reasons, lines, isProfessional, words, now, requestedAt }),
    contact: {
      reference: conversation.reference,
      channel: conversation.channel,
      locale: conversation.locale,
      openedAt: conversation.openedAt.toISOString(),
      requestedAt: requestedAt?.toISOString() ?? null,
      handover: { type: context.handoverType, outOfHours },
      shortMode: context.shortMode ?? null,
      lines: section('contact')
    },
    person: { lines: section('person') },
    situation: { lines: section('situation') },
    risk: {
      ...band,
      reasons,
      basedOn: latestAnswer(reading, lines),
      signals: [...(facts.signals ?? [])],
      workerBand: workerBand && {
        band: workerBand.band,
        reason: workerBand.reason,
        by: workerBand.worker,
        at: workerBand.at
      },
      bandInForce: inForce.band,
      lines: section('risk')
    },
    childrenAndOthers: { safeguarding: worker.safeguarding, lines: section('childrenAndOthers') },
    needs: needsOf(
      { visible, outOfHours, decisions: worker.decisions, words, ...(directory ? { directory } : {}) },
      section('needs')
    ),
    verbatim: { said: saidIn(reading, lines, seal), lines: section('verbatim') },
    consent: {
      limitsShownAt: limits?.state === 'answered' ? limits.at : null,
      sharedWith: [...worker.sharedWith],
      withdrawnAt: worker.withdrawnAt,
      withoutConsent: worker.withoutConsent,
      keptBack: mayKnow,
      lines: section('consent')
    },
    referrer: referrer.length > 0 ? { verifiedByCallBack: worker.verifiedByCallBack, lines: referrer } : null,
    workerActions: {
      acceptedBy: conversation.owner.kind === 'worker' ? conversation.owner.name : null,
      actions: [...worker.actions],
      outcome: worker.outcome,
      closedReason: worker.closedReason
    }
  }
}
