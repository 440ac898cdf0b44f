// What the second ear is trained on: the messages written for it, and those of the reader's corpus whose reading is settled.
// Each file is named here, so that a corpus that was put aside for measuring never slips in.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { wordsOf } from '../../../src/reading/fold.ts'
import type { Entry, Expected } from '../entry.ts'

export interface Example {
  readonly text: string
  /** Somebody may be in danger now, or may be thinking of ending their life. */
  readonly worrying: boolean
}

const CORPORA = ['seen', 'unseen', 'third', 'fourth', 'fifth', 'sixth', 'mended', 'polish']
/** Told, they are a reason to ask about danger to life. The others are none, and no sign of the opposite either. */
const GRAVE =
  /^(suicide|neck|weapon|kill|childHarmed|unsafe|selfHarm|theirSuicide|travel|physical|sexual|honour|stalking)$/
const GRAVE_SIGNAL = /^(heldNow|injuryNow)$/
/** What is answered there is no harm, whatever the answer. Elsewhere only a no is. */
const QUIET =
  /^(channelOk|audience|ageBand|privacyLimits|wantsNow|wants|area|relationship|livesWith|gender|tenure|noRecourse|friendRelation|helpSoughtBefore|contactMethod|voicemail|accessNeeds|deviceWatched|contactTimes|referrerRole|contactDetail|safeWord|coverName)$/

/** Fear told there is no quiet talk, though the reader need not hear it: the question that is open asks about it. */
const ASKS_ABOUT_FEAR = /^(fear|dangerNow|safeTonight)$/

/** The messages of one of the lists beside this file, one a line. */
const linesOf = (file: string): string[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('# '))

const isGrave = ({ reply, concerns = [], signals = [] }: Expected): boolean =>
  reply === 'danger' || concerns.some(name => GRAVE.test(name)) || signals.some(name => GRAVE_SIGNAL.test(name))

const isQuiet = (
  { reply, concerns = [], signals = [], notices = [], askFor, value }: Expected,
  at: string | null
): boolean => {
  if (reply === 'rail' || askFor === 'leave' || (at === 'channelOk' && value === 'no')) return false
  if ([...concerns, ...signals, ...notices].length > 0) return false
  if (reply === 'words') return at === null || !ASKS_ABOUT_FEAR.test(at)
  return (at !== null && QUIET.test(at)) || value === 'no'
}

/** Left out is what may be read either way. */
function labelOf({ at, expect, also = [] }: Entry): boolean | undefined {
  if (isGrave(expect)) return true
  return isQuiet(expect, at) && !also.some(isGrave) ? false : undefined
}

function fromCorpus(name: string): Example[] {
  const file = join(dirname(import.meta.dirname), 'corpus', `${name}.json`)
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Entry[]
  return entries.flatMap(entry => {
    const worrying = labelOf(entry)
    return worrying === undefined ? [] : [{ text: entry.say, worrying }]
  })
}

/** Messages put aside for measuring: none of them is trained on, wherever else it stands. */
export interface Held {
  readonly group: 'danger' | 'past' | 'harmless' | 'answer' | 'wish' | 'offtopic'
  /** N: now. S: serious. */
  readonly level?: 'N' | 'S'
  /** The question that is open. */
  readonly open: string
  readonly text: string
}

export const readHeldOut = (): Held[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'held-out.json'), 'utf8')) as Held[]

const keyOf = (text: string): string => wordsOf(text).join(' ')

/** The messages that were written for it. */
export const readWritten = (): Example[] => [
  ...linesOf('worrying.txt').map(text => ({ text, worrying: true })),
  ...linesOf('harmless.txt').map(text => ({ text, worrying: false }))
]

/** Every example once, in an order that does not change. What stands on both sides is on neither. */
export function readExamples(): Example[] {
  const held = new Set(readHeldOut().map(({ text }) => keyOf(text)))
  const sides = new Map<string, Set<boolean>>()
  const first = new Map<string, Example>()
  for (const example of [...readWritten(), ...CORPORA.flatMap(fromCorpus)]) {
    const key = keyOf(example.text)
    if (key === '' || held.has(key)) continue
    sides.set(key, (sides.get(key) ?? new Set()).add(example.worrying))
    if (!first.has(key)) first.set(key, example)
  }
  return [...first].filter(([key]) => sides.get(key)?.size === 1).map(([, example]) => example)
}
