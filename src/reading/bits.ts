// A text in bits: a word to a line, dots between all of them. It may be one sentence, and it may be several; so it is read both
// ways, and what is worse counts. Own-words specification, section 10.1: what is written another way loses nothing.
import { BIT_WORDS } from '../limits.ts'
import { CONCERNS, type Concern } from '../questions/concern.ts'
import type { Reading, Reply } from './reading.ts'

/** Each sign by itself: what may be repeated would be looked for anew at every space of a text that is nothing else. */
const BETWEEN = /[\n\u2026]|\.(?=[\s.]|$)/u

/** The text without its dots and line ends; undefined where it does not consist of bits. */
export function inOne(text: string): string | undefined {
  const bits = text
    .split(BETWEEN)
    .map(bit => bit.trim())
    .filter(bit => bit !== '')
  const isShort = (bit: string): boolean => bit.split(/\s+/, BIT_WORDS + 1).length <= BIT_WORDS
  return bits.length > 1 && bits.slice(0, -1).every(isShort) ? bits.join(' ') : undefined
}

const both = <Each>(some: readonly Each[], more: readonly Each[]): readonly Each[] => [...new Set([...some, ...more])]

/** "My mum says. She wants to die": read in one it is said whose life it is. */
function concernsOf(asWritten: Reading, inOne: Reading): readonly Concern[] {
  const isTheirs = inOne.concerns.includes('theirSuicide') && !inOne.concerns.includes('suicide')
  const found = both(asWritten.concerns, inOne.concerns)
  return CONCERNS.filter(each => found.includes(each) && !(isTheirs && each === 'suicide'))
}

/** Worst last. A way out that only the dots make, in "so i cant... leave", is none where there is danger. */
const WORSE: readonly Reply['kind'][] = ['leaving', 'danger', 'life']

function replyOf({ reply }: Reading, { reply: inOne }: Reading): Reply {
  if (reply.kind === 'rail' || inOne.kind === 'leaving') return reply
  const worse = WORSE.indexOf(inOne.kind) > WORSE.indexOf(reply.kind) ? inOne : reply
  const isDanger = [reply, inOne].some(each => each.kind === 'danger' || (each.kind === 'life' && each.danger))
  return worse.kind === 'life' ? { ...worse, danger: isDanger } : worse
}

/** What either of two readings of a text heard. Read in one it can only raise: it answers nothing. */
export function worseOf(asWritten: Reading, inOne: Reading): Reading {
  return {
    concerns: concernsOf(asWritten, inOne),
    signals: both(asWritten.signals, inOne.signals),
    notices: both(asWritten.notices, inOne.notices),
    askFor: asWritten.askFor ?? inOne.askFor,
    topics: asWritten.topics,
    young: asWritten.young || inOne.young,
    reply: replyOf(asWritten, inOne)
  }
}
