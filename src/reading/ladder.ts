// The ladder: the first rung that holds decides what a message is. What stands on lower rungs is heard beside it, never lost.
// Its order is the safety (own-words specification, section 3), and this is the only place where it stands.
import type { Answer } from '../questions/answer.ts'
import { answerOf } from './answer-of.ts'
import { findAll } from './find-all.ts'
import { findRail, findWish } from './find-rail.ts'
import { wordsOf } from './fold.ts'
import { handsIn } from './hands.ts'
import { leavesInDanger, leavesPlainly } from './leaving.ts'
import { lifeIn } from './life.ts'
import { dangersIn } from './listen.ts'
import { mayHurtIn } from './may-hurt.ts'
import { asksWhere, isStrict } from './meaning.ts'
import { nearOf } from './near.ts'
import { pickNumbers } from './pick-numbers.ts'
import type { Prepared } from './prepare.ts'
import type { Heard, Open, Reply } from './reading.ts'
import type { Scan } from './scan.ts'
import { onlyAsks } from './topics.ts'

/** One message, made ready to be asked what it is. */
export interface Said {
  readonly text: string
  /** What they say without greeting, courtesy, kiss and name (peel.ts): rails, numbers and answers are read from it. */
  readonly core: { readonly text: string; readonly scan: Scan; readonly isSigned: boolean }
  /** What is asked; null where nothing is. */
  readonly open: Open | null
  /** The first thing they say, or the first after they left: nobody knows yet what is with them. */
  readonly isFirst: boolean
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

const LADDER: readonly Rung[] = [
  { rung: '1', name: 'a rail, and nothing more', holds: rail },
  { rung: '2', name: 'leaving because somebody is there', holds: leavingInDanger },
  { rung: '3', name: 'a life at stake now', holds: life },
  { rung: '4', name: 'danger happening now', holds: danger },
  { rung: '5', name: 'somebody near, or reading along', holds: near },
  { rung: '6', name: 'other hands', holds: hands },
  { rung: '7', name: 'leaving without a reason', holds: leavingPlainly },
  { rung: '8', name: 'a wish for a person, or to say nothing', holds: wish },
  { rung: '9', name: 'they may hurt somebody', holds: mayHurt },
  { rung: '12', name: 'nothing but a question or a remark to the service', holds: asks },
  { rung: '13', name: 'an answer to what is asked', holds: answer }
]

const WORDS: Reply = { kind: 'words' }

/** What touches a life, or wishes for help: read in every field. "Wrong number" may be a safe word. */
const IN_ANY_FIELD: readonly string[] = ['1', '2', '3', '4', '8', '13']
/** A text they were asked for is theirs, whoever it seems to be of. */
const IN_NO_TEXT = '6'

function isRead(rung: string, { open }: Said): boolean {
  if (open?.question.kind !== 'text') return true
  return isSecret(open) ? IN_ANY_FIELD.includes(rung) : rung !== IN_NO_TEXT
}

const SECRET: readonly unknown[] = ['coverName', 'referrerContact']

/** A number, an address, a name or a word: no list is held against it but those of danger, leaving and help. */
export const isSecret = ({ id, question }: Open): boolean => question.masked === true || SECRET.includes(id)

/** What a message is. */
export function replyOf(said: Said): Reply {
  for (const { rung, holds } of LADDER) {
    if (!isRead(rung, said)) continue
    const reply = holds(said)
    if (reply) return reply
  }
  return WORDS
}

function rail({ core, open, prepared }: Said): Reply | undefined {
  const found = findRail(core.text, core.scan, prepared)
  return found && (found === 'leave' || !isLabel(core.text, open)) ? { kind: 'rail', rail: found } : undefined
}

function leavingInDanger(said: Said): Reply | undefined {
  return leavesInDanger(said, dangersIn(said.scan, said.prepared, true))
}

/** Also without a name or what a phone writes under it: "thanks for everything bye. Kim". */
function leavingPlainly(said: Said): Reply | undefined {
  const bare = said.core.scan === said.scan ? undefined : leavesPlainly({ ...said, ...said.core })
  const leaving = bare?.kind === 'rail' ? bare : (leavesPlainly(said) ?? bare)
  // "Nobody would care if i jumped. going now": somebody who speaks of dying and goes is not leaving a chat.
  const isFarewell = leaving !== undefined && said.heard.concerns.includes('suicide')
  return isFarewell ? { kind: 'life', act: false, of: 'self', danger: false } : leaving
}

function life({ scan, prepared, open }: Said): Reply | undefined {
  const found = lifeIn(scan, prepared)
  const isInDanger = () => dangersIn(scan, prepared, !asksWhere(open?.id)).length > 0
  return found && { kind: 'life', ...found, danger: isInDanger() }
}

function danger({ open, scan, prepared }: Said): Reply | undefined {
  if (dangersIn(scan, prepared, !asksWhere(open?.id)).length === 0) return
  const isHelper = findAll(scan, prepared, each => each.near.helper).length > 0
  return isHelper ? { kind: 'danger', helper: true } : { kind: 'danger' }
}

function near({ open, isFirst, scan, prepared }: Said): Reply | undefined {
  return nearOf(scan, prepared, open, isFirst)
}

function hands(said: Said): Reply | undefined {
  // What somebody else who answers should be told: "wrong number" is an option there.
  if (said.open?.id === 'ifOtherAnswers') return
  const found = handsIn(said.scan, said.prepared)
  // "Stop. Who is this": whoever says stop is left in silence, and nothing they ask is answered.
  return found?.who === 'asks' && leavingPlainly(said) ? undefined : found
}

function mayHurt({ scan, prepared }: Said): Reply | undefined {
  const found = mayHurtIn(scan, prepared)
  return found && { kind: 'mayHurt', ...found }
}

function wish({ core, open, prepared }: Said): Reply | undefined {
  const found = open && isLabel(core.text, open) ? undefined : findWish(core.scan, prepared, open !== null)
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

function answer({ text, core, open, prepared, heard }: Said): Reply | undefined {
  if (!open) return isOne(core.text) ? { kind: 'rail', rail: 'goOn' } : undefined
  if (open.question.kind === 'text') {
    return text.trim() === '' ? undefined : { kind: 'answer', value: text as Answer }
  }
  const read = pickNumbers(core.text, open, prepared) ?? answerOf(core.scan, open, prepared, heard)
  return core.isSigned ? unsigned(read, open) : read
}

/** What was taken for a name may have been a word that changes everything: what makes anything smaller is asked back. */
const unsigned = (read: Reply, open: Open): Reply =>
  read.kind === 'answer' && [read.value].flat().some(option => isStrict(open.id, String(option)))
    ? { kind: 'meant', value: read.value }
    : read

/** The very words of an option: "police" may be one, though it is a word of a rail. */
export const isLabel = (text: string, open: Open | null): boolean => {
  const whole = wordsOf(text).join(' ')
  return open?.labels.some(label => wordsOf(label).join(' ') === whole) ?? false
}

/** Where nothing is asked there is one thing to choose: to go on. */
const isOne = (text: string): boolean => wordsOf(text).join(' ') === '1'
