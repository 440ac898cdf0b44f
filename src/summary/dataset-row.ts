// One contact as the commissioner's dataset counts it. No free text, no id, no moment in time: docs/dataset.md says why each field.
import type { DeclinedBecause } from '../conversation/recorded.ts'
import type { Answer, Answers, Channel } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import { assess, type BandName } from '../triage/band.ts'
import { DIRECTORY } from '../triage/directory/directory.ts'
import type { Kind } from '../triage/directory/entry.ts'
import { match } from '../triage/match.ts'
import type { UnmetNeed } from '../triage/rules/rule.ts'
import { lastDecision } from '../triage/worker-band.ts'
import { type LanguageGroup, languageGroup } from './language-group.ts'
import { londonQuarter } from './london-time.ts'
import { type TimeToPerson, timeToPerson } from './time-to-person.ts'
import { NOTHING_RECORDED, type WorkerRecord } from './worker-record.ts'

/** Somebody left, a worker closed it, or it ran out. */
export type Ended = 'left' | 'closed' | 'expired'

export interface EndedContact {
  readonly channel: Channel
  readonly locale: string
  /** The answers in force. */
  readonly answers: Answers
  /** What the person keeps from the worker: it is not counted either. */
  readonly withheld: ReadonlySet<QuestionId>
  readonly requestedAt: Date | null
  readonly acceptedAt: Date | null
  readonly ended: Ended
  readonly endedAt: Date
  readonly worker?: WorkerRecord
}

/** The id of an option; `skipped` and kept back are one, `notAsked` is another. */
type Chosen = string

export interface DatasetRow {
  /** The quarter the contact ended in, so that a quarter once published never changes. */
  readonly quarter: string
  readonly area: Chosen
  readonly channel: Channel
  readonly languageGroup: LanguageGroup
  readonly audience: Chosen
  readonly referrerType: Chosen
  readonly ageBand: Chosen
  readonly gender: Chosen
  readonly needs: readonly string[]
  readonly helpSoughtBefore: Chosen
  readonly band: BandName
  readonly workerBand: BandName | null
  readonly policyVersion: number
  readonly wanted: Chosen
  readonly matchedKinds: readonly Kind[]
  readonly offered: 'accepted' | 'declined' | 'notRecorded'
  readonly declinedBecause: DeclinedBecause | null
  readonly sanctuaryMatched: boolean
  readonly tenure: Chosen
  readonly harmerRoute: boolean
  readonly unmetNeeds: readonly UnmetNeed[]
  readonly timeToPerson: TimeToPerson
  readonly ended: Ended
}

/** Only what is an option of the question: own words can never come through. */
function optionsIn(question: QuestionId, answer: Answer | undefined): string[] {
  const options: readonly string[] = QUESTIONS[question].options
  return answer === undefined ? [] : [answer].flat().filter(option => options.includes(option))
}

const sorted = <T extends string>(values: readonly T[]): T[] => [...new Set(values)].sort()

function offerOf({ decisions }: WorkerRecord): Pick<DatasetRow, 'offered' | 'declinedBecause'> {
  if (decisions.some(decision => decision.accepted)) return { offered: 'accepted', declinedBecause: null }
  const last = decisions.at(-1)
  return last
    ? { offered: 'declined', declinedBecause: last.reason }
    : { offered: 'notRecorded', declinedBecause: null }
}

/** The row of a contact that has ended. The band counts every answer; everything else leaves out what was kept back. */
export function datasetRow(contact: EndedContact): DatasetRow {
  const { channel, worker = NOTHING_RECORDED } = contact
  const entries = Object.entries(contact.answers)
  const kept = entries.filter(([question]) => !contact.withheld.has(question as QuestionId))
  const answers: Answers = Object.fromEntries(kept)
  const chosen = (question: QuestionId): Chosen => {
    if (contact.answers[question] === undefined) return 'notAsked'
    return optionsIn(question, answers[question])[0] ?? 'skipped'
  }
  const isHarmer = chosen('audience') === 'harmer'
  const found = match({ answers, channel })
  const kinds = sorted(found.services.flatMap(service => DIRECTORY.get(service)?.kind ?? []))
  const { band, policyVersion } = assess({ answers: contact.answers, channel })
  return {
    quarter: londonQuarter(contact.endedAt),
    // Worry about one's own behaviour is never counted by place: there may be one such person in a district.
    area: isHarmer ? 'notKept' : chosen('area'),
    channel,
    languageGroup: languageGroup(contact.locale),
    audience: chosen('audience'),
    referrerType: chosen('referrerRole'),
    ageBand: chosen('ageBand'),
    gender: chosen('gender'),
    needs: sorted(optionsIn('needs', answers.needs)),
    helpSoughtBefore: chosen('helpSoughtBefore'),
    band,
    workerBand: lastDecision(worker.bands)?.band ?? null,
    policyVersion,
    wanted: chosen(contact.answers.referrerWants === undefined ? 'wants' : 'referrerWants'),
    matchedKinds: kinds,
    ...offerOf(worker),
    sanctuaryMatched: kinds.includes('sanctuary'),
    tenure: chosen('tenure'),
    harmerRoute: isHarmer,
    unmetNeeds: sorted(found.unmet.map(({ need }) => need)),
    timeToPerson: timeToPerson(contact.requestedAt, contact.acceptedAt),
    ended: contact.ended
  }
}
