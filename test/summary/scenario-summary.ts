// The summary of one invented person, from the answers of a scenario: no road, no flow, the same at every run.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Message } from '../../src/conversation/conversation.ts'
import type { AnswerRecord, Source } from '../../src/questions/answer.ts'
import { QUESTION_IDS, type QuestionId } from '../../src/questions/catalogue.ts'
import { readScenarios, type Scenario } from '../../src/scenario.ts'
import { summarise } from '../../src/summary/build.ts'
import type { Summary } from '../../src/summary/schema.ts'
import type { WorkerRecord } from '../../src/summary/worker-record.ts'
import { handoverType } from '../../src/triage/handover-type.ts'
import { contextFor, minutesLater, readingOf, START, type Told } from './readings.ts'

/** A person of a scenario, with what they wrote themselves and what a worker did. */
export interface Person extends Scenario {
  readonly own?: Partial<Record<QuestionId, string>>
  readonly worker?: WorkerRecord
}

/** What some of them wrote beside their answers: their words as the scenarios tell them. */
const OWN: Readonly<Record<string, NonNullable<Person['own']>>> = {
  S01: { neck: 'he choked me last yr not since', deviceWatched: 'he checks my phone so i cant b long' },
  S04: { signsSeen: "She'd kill me if she knew I was on here" },
  S06: { physical: 'dont laugh. my wife hits me. girls r 8 and 10 saw it. need out' },
  S09: { immigrationThreat: 'mówi że mnie deportują jak zadzwonię na policję' },
  S12: { suicide: "Some nights I don't want to wake up" }
}

const ARABIC: Person = {
  id: 'arabic',
  context: { channel: 'web', locale: 'ar', outOfHours: false, signals: [] },
  answers: {
    channelOk: 'yes',
    audience: 'survivor',
    dangerNow: 'no',
    fear: 'very',
    control: 'yes',
    wants: 'safePlace',
    area: 'gosport',
    gender: 'woman',
    contactMethod: 'call',
    contactDetail: '07700 900123',
    voicemail: 'no',
    ifOtherAnswers: 'hangUp',
    contactTimes: ['weekdayMorning']
  },
  says: [],
  own: {
    fear: 'هو يفحص هاتفي كل ليلة (منذ 2019) وأنا خائفة جدا.\nقال: 14:30 سأعود، ثم أرسل OK.',
    control: 'لا أملك مالي 😢 我很害怕'
  }
}

const scenarios = readScenarios(readFileSync(join(import.meta.dirname, '../scenarios.json'), 'utf8'))

/** Everybody there is a golden summary of. */
export const PEOPLE: readonly Person[] = [
  ...scenarios.map((scenario): Person => ({ ...scenario, own: OWN[scenario.id] ?? {} })),
  ARABIC
]

const SOURCES: Readonly<Record<string, Source>> = { friend: 'other', professional: 'professional' }

const said = (text: string, seq: number, locale: string): Message => ({
  seq,
  from: 'person',
  kind: 'said',
  text,
  locale,
  at: START
})

export function summaryOfPerson({ context, answers, says, own = {}, worker }: Person): Summary {
  const { channel, locale, outOfHours, signals } = context
  const story = QUESTION_IDS.flatMap((question): Told[] => {
    const value = answers[question]
    const words = own[question]
    return value === undefined ? [] : [{ question, value, ...(words ? { verbatim: words, said: 'named' } : {}) }]
  })
  const { reading, facts } = readingOf(story, {
    channel,
    conversation: { locale },
    messages: says.map((text, index) => said(text, 1_000 + index, locale))
  })
  const source = SOURCES[String(answers.audience)] ?? 'self'
  const records = reading.answers.map((record): AnswerRecord => ({ ...record, locale, source }))
  const messages = reading.messages.map((message): Message => ({ ...message, locale }))
  const all = { ...facts, signals }
  const handover = { handoverType: handoverType(all, outOfHours), outOfHours, requestedAt: minutesLater(110) }
  const more = { ...handover, ...(worker ? { worker } : {}) }
  return summarise({ ...reading, answers: records, messages }, contextFor(all, more))
}
