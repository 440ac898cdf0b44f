// From a conversation to its referral summary. Pure: the same reading at the same moment gives the same summary.
import type { Reading } from '../conversation/ports.ts'
import { QUESTION_IDS, QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import type { Facts } from '../questions/condition.ts'
import { assess } from '../triage/band.ts'
import type { HandoverType } from '../triage/handover-type.ts'
import type { Words } from '../wording/words.ts'
import { reasonsOf } from './because.ts'
import { concerns } from './concerns.ts'
import { type Line, type Lines, lineOf } from './line.ts'
import { safeContactOf } from './safe-contact.ts'
import { SUMMARY_SCHEMA_ID, SUMMARY_VERSION, type Summary } from './schema.ts'
import { sealing, secretsIn } from './seal.ts'
import { type SectionName, sectionOf } from './sections.ts'
import { tenSecondsOf } from './ten-seconds.ts'
import { ownWordsIn, withheldIn } from './withheld.ts'

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
}

function linesOf(reading: Reading, { facts, words }: Context, seal: (text: string) => string): Lines {
  const withheld = withheldIn(reading)
  const put = new Set(reading.messages.flatMap(({ kind, question }) => (kind === 'ask' && question ? [question] : [])))
  return new Map(
    QUESTION_IDS.flatMap((question): [QuestionId, Line][] => {
      const records = reading.answers.filter(record => record.question === question)
      const matters = records.length > 0 || concerns(question, facts)
      if (withheld.has(question) || !matters) return []
      const inForce = facts.answers[question]
      const asked = words.question(question, reading.conversation.channel).text
      return [[question, lineOf(question, { records, inForce, wasAsked: put.has(question), asked, words, seal })]]
    })
  )
}

/** What they said, in order. Words to a withheld question are left out; words to a masked one are never shown. */
function saidIn(reading: Reading, lines: Lines, seal: (text: string) => string): Summary['verbatim']['said'] {
  return ownWordsIn(reading)
    .filter(({ questions }) => questions.every(question => lines.has(question)))
    .filter(({ questions }) => !questions.some(question => QUESTIONS[question].masked))
    .map(({ message, questions: [question] }) => ({
      at: message.at.toISOString(),
      question: question ?? null,
      asked: (question && lines.get(question)?.asked) ?? null,
      locale: message.locale,
      text: seal(message.text)
    }))
}

const lastHeard = ({ messages, answers, conversation }: Reading): Date => {
  const times = messages.filter(message => message.from === 'person').map(message => message.at.getTime())
  const answered = answers.map(record => Date.parse(record.at))
  return new Date(Math.max(conversation.openedAt.getTime(), ...times, ...answered))
}

const latestAnswer = ({ answers }: Reading): string | null =>
  answers.reduce<string | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null)

/** The referral summary as a worker may see it. */
export function summarise(reading: Reading, context: Context): Summary {
  const { facts, words, now } = context
  const { conversation } = reading
  const seal = sealing(secretsIn(reading))
  const lines = linesOf(reading, context, seal)
  const section = (name: SectionName): Line[] =>
    [...lines].filter(([question]) => sectionOf(question) === name).map(([, line]) => line)

  const seen = Object.entries(facts.answers).filter(([question]) => lines.has(question as QuestionId))
  const visible: Facts = { ...facts, answers: Object.fromEntries(seen) }
  const band = assess(facts)
  const reasons = reasonsOf(band, visible, words)
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
    tenSeconds: tenSecondsOf({ reading, band, reasons, lines, isProfessional, words, now, requestedAt }),
    contact: {
      reference: conversation.reference,
      channel: conversation.channel,
      locale: conversation.locale,
      openedAt: conversation.openedAt.toISOString(),
      requestedAt: requestedAt?.toISOString() ?? null,
      handover: { type: context.handoverType, outOfHours: context.outOfHours },
      shortMode: context.shortMode ?? null,
      lines: section('contact')
    },
    person: { lines: section('person') },
    situation: { lines: section('situation') },
    risk: {
      ...band,
      reasons,
      basedOn: latestAnswer(reading),
      signals: [...(facts.signals ?? [])],
      workerBand: null,
      lines: section('risk')
    },
    childrenAndOthers: { safeguarding: null, lines: section('childrenAndOthers') },
    needs: { lines: section('needs') },
    verbatim: { said: saidIn(reading, lines, seal), lines: section('verbatim') },
    consent: {
      limitsShownAt: limits?.state === 'answered' ? limits.at : null,
      sharedWith: [],
      withdrawnAt: null,
      withoutConsent: null,
      lines: section('consent')
    },
    referrer: referrer.length > 0 ? { verifiedByCallBack: false, lines: referrer } : null,
    workerActions: {
      acceptedBy: conversation.owner.kind === 'worker' ? conversation.owner.name : null,
      actions: [],
      outcome: null,
      closedReason: null
    }
  }
}
