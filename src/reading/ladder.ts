// The ladder: the first rung that holds decides what a message is. What stands on lower rungs is heard beside it, never lost.
// Its order is the safety (own-words specification, section 3), and this is the only place where it stands.
import type { Answer } from '../questions/answer.ts'
import { answerOf } from './answer-of.ts'
import { findRail, findWish } from './find-rail.ts'
import { wordsOf } from './fold.ts'
import { isDanger } from './listen.ts'
import { asksWhere } from './meaning.ts'
import { pickNumbers } from './pick-numbers.ts'
import type { Prepared } from './prepare.ts'
import type { Heard, Open, Reply } from './reading.ts'
import type { Scan } from './scan.ts'
import { onlyAsks } from './topics.ts'

/** One message, made ready to be asked what it is. */
export interface Said {
  readonly text: string
  /** What is asked; null where nothing is. */
  readonly open: Open | null
  readonly scan: Scan
  readonly prepared: readonly Prepared[]
  readonly heard: Heard
}

interface Rung {
  /** As the specification numbers it. */
  readonly rung: string
  readonly name: string
  readonly holds: (said: Said) => Reply | undefined
}

export const LADDER: readonly Rung[] = [
  { rung: '1, 7, 8', name: 'a rail, and nothing more', holds: rail },
  { rung: '4', name: 'danger happening now', holds: danger },
  { rung: '8', name: 'a wish for a person, or to say nothing', holds: wish },
  { rung: '12', name: 'nothing but a question or a remark to the service', holds: asks },
  { rung: '13', name: 'an answer to what is asked', holds: answer }
]

const WORDS: Reply = { kind: 'words' }

/** What a message is. */
export function replyOf(said: Said): Reply {
  for (const { holds } of LADDER) {
    const reply = holds(said)
    if (reply) return reply
  }
  return WORDS
}

function rail({ text, open, scan, prepared }: Said): Reply | undefined {
  const found = findRail(text, scan, prepared)
  return found && (found === 'leave' || !isLabel(text, open)) ? { kind: 'rail', rail: found } : undefined
}

function danger({ open, scan, prepared }: Said): Reply | undefined {
  return isDanger(scan, prepared, !asksWhere(open?.id)) ? { kind: 'danger' } : undefined
}

function wish({ text, open, scan, prepared }: Said): Reply | undefined {
  const found = open && isLabel(text, open) ? undefined : findWish(scan, prepared, open !== null)
  return found && { kind: 'rail', rail: found }
}

/** Where the same words are sure to answer what is asked, or stand in a field of their own words, they do. */
function asks(said: Said): Reply | undefined {
  const { scan, prepared, heard } = said
  const [topic] = heard.topics
  if (topic === undefined || [...heard.concerns, ...heard.signals, ...heard.notices].length > 0) return
  if (!onlyAsks(scan, prepared)) return
  return answer(said)?.kind === 'answer' ? undefined : { kind: 'asks', topic }
}

function answer({ text, open, scan, prepared, heard }: Said): Reply | undefined {
  if (!open) return isOne(text) ? { kind: 'rail', rail: 'goOn' } : undefined
  if (open.question.kind === 'text') {
    return text.trim() === '' ? undefined : { kind: 'answer', value: text as Answer }
  }
  return pickNumbers(text, open.question, prepared) ?? answerOf(scan, open, prepared, heard)
}

/** The very words of an option: "police" may be one, though it is a word of a rail. */
const isLabel = (text: string, open: Open | null): boolean => {
  const whole = wordsOf(text).join(' ')
  return open?.labels.some(label => wordsOf(label).join(' ') === whole) ?? false
}

/** Where nothing is asked there is one thing to choose: to go on. */
const isOne = (text: string): boolean => wordsOf(text).join(' ') === '1'
