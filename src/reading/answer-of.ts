// From evidence to an answer: sure, to be asked back, or own words. For what makes anything smaller there is a bar of its own.
import { SLIP_WORDS } from '../limits.ts'
import { type Evidence, gather } from './evidence.ts'
import { findAll } from './find-all.ts'
import { concernsIn } from './listen.ts'
import { asksAbout, isStrict, lowers, noOf, yesOf } from './meaning.ts'
import { mendAll } from './mend-all.ts'
import type { Prepared } from './prepare.ts'
import type { Heard, Open, Reply } from './reading.ts'
import type { Match, Scan } from './scan.ts'

const WORDS: Reply = { kind: 'words' }

/** Reads the answer to the open question out of a message that is neither a rail nor danger nor numbers. */
export function answerOf(scan: Scan, open: Open, prepared: readonly Prepared[], heard: Heard): Reply {
  const about = asksAbout(open.id)
  const topic = about ? concernsIn(scan, prepared, about) : []
  const evidence = gather(scan, prepared, open, topic)
  const read = decide(evidence, open, heard)
  if (read) return read
  return byTopic(scan, open, prepared, topic, evidence, heard) ?? bySlip(scan, open, prepared, heard) ?? WORDS
}

/** Undefined where the message names no option at all. */
function decide(evidence: Evidence, open: Open, heard: Heard): Reply | undefined {
  const { options, yes, denied, whole, sure, contradicted } = evidence
  const { question } = open
  const picked = question.options.filter(option => options.has(option))
  if (picked.length === 0)
    return (yes && !denied && !contradicted ? plainYes(open) : undefined) ?? (denied || yes ? WORDS : undefined)
  const lowering = picked.filter(option => lowers(open.id, option))
  // None of them, and one of them; yes, and no; a number, and the words of another option.
  if (contradicted || (picked.length > 1 && (question.kind !== 'many' || lowering.length > 0))) return WORDS
  const [first] = picked
  if (first === undefined || (yes && first === noOf(question))) return WORDS
  if (lowering.length > 0 && (denied || raises(open, heard))) return WORDS
  const value = question.kind === 'many' ? picked : first
  if (picked.some(option => isStrict(open.id, option))) return strictly(evidence, value, lowering.length > 0, heard)
  const isSure = whole && sure && !denied
  return isSure ? { kind: 'answer', value } : { kind: 'meant', value }
}

/** A bare yes where every yes says when: the gravest is asked back. Options stand most serious first. */
function plainYes({ id, question }: Open): Reply | undefined {
  const [first] = question.options
  return asksAbout(id) && question.kind === 'one' && first !== undefined ? { kind: 'meant', value: first } : undefined
}

/** The second bar: sure when it is said exactly; asked back when the words say it; nothing but words otherwise. */
function strictly(evidence: Evidence, value: string | readonly string[], isLowering: boolean, heard: Heard): Reply {
  if (evidence.exact) return { kind: 'answer', value }
  if (!isLowering) return { kind: 'meant', value }
  const isTold = heard.concerns.length > 0 || heard.signals.length > 0
  return evidence.stated && !evidence.turned && !isTold ? { kind: 'meant', value } : WORDS
}

/** Words that say what the question asks about. */
const raises = (open: Open, { concerns, signals, young }: Heard): boolean => {
  // "Im 18 in june" is not eighteen.
  if (open.id === 'ageBand' && young) return true
  const about = asksAbout(open.id)
  return (about !== undefined && concerns.includes(about)) || signals.length > 0
}

/** No option named, but what the question asks about is told, or denied: we ask back. */
function byTopic(
  scan: Scan,
  open: Open,
  prepared: readonly Prepared[],
  topic: readonly Match[],
  evidence: Evidence,
  heard: Heard
): Reply | undefined {
  if (topic.length === 0 || evidence.denied || evidence.yes) return
  const told = topic.some(match => !scan.isNegated(match))
  const option = told ? yesOf(open.question) : noOf(open.question)
  if (option === undefined || (!told && (heard.concerns.length > 0 || heard.signals.length > 0))) return
  // "He doesnt hit me when hes sober": denied under a condition.
  if (lowers(open.id, option) && isTurned(scan, prepared)) return
  return { kind: 'meant', value: open.question.kind === 'many' ? [option] : option }
}

/** Something in it may turn the rest round: a "but", an "if". */
const isTurned = (scan: Scan, prepared: readonly Prepared[]): boolean =>
  scan.words.some(word => prepared.some(({ joins }) => joins.has(word))) ||
  findAll(scan, prepared, each => each.marks.led).length > 0

/** A short message with a typing slip: "southamton", "yse". Never where anything is negated. */
function bySlip(scan: Scan, open: Open, prepared: readonly Prepared[], heard: Heard): Reply | undefined {
  if (scan.length > SLIP_WORDS || scan.words.some((_, index) => scan.isNegation(index))) return
  const mended = mendAll(scan, open, prepared)
  if (!mended) return
  const evidence = gather(mended.scan, prepared, open, [])
  const read = decide(evidence, open, heard)
  if (!read || !('value' in read)) return
  const isStrictly = [read.value].flat().some(option => isStrict(open.id, option))
  if (isStrictly && !(evidence.exact && mended.changedAbout)) return
  return { kind: 'meant', value: read.value }
}
