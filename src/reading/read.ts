// One message, one reading. What it is, the ladder says; what else stands in it is heard beside that.
import type { Lexicon } from '../wording/lexicon.ts'
import { isGreeting } from './find-rail.ts'
import { wordsOf } from './fold.ts'
import { replyOf } from './ladder.ts'
import { findAll, isDanger, listen, openScan } from './listen.ts'
import { asksWhere } from './meaning.ts'
import { type Prepared, prepareAll } from './prepare.ts'
import type { Heard, Open, Reading, Reply } from './reading.ts'

/** The lexicons a message is read with; those that are read for danger alone are none of them. */
const spokenOf = (lexicons: readonly Lexicon[]) => prepareAll(lexicons.filter(({ onlyDanger }) => !onlyDanger))

/**
 * Danger in a language that is not offered. Each is read by itself: its negations and its turns of speech must not make
 * anything smaller that is said in another.
 */
const isDangerElsewhere = (text: string, lexicons: readonly Lexicon[], near: boolean): boolean =>
  prepareAll(lexicons.filter(({ onlyDanger }) => onlyDanger)).some(each =>
    isDanger(openScan(text, [each]), [each], near)
  )

/**
 * Reads one message. Lexicons: the person's own language first, then English, for people mix them. Those marked as
 * `onlyDanger` add that one reply and change no other reading.
 */
export function read(
  text: string,
  open: Open | null,
  lexicons: readonly Lexicon[],
  _ours: readonly string[] = []
): Reading {
  const prepared = spokenOf(lexicons)
  const scan = openScan(text, prepared)
  const heard = listen(scan, prepared)
  const known = replyOf({ text, open, scan, prepared, heard })
  const isElsewhere = known.kind !== 'rail' && isDangerElsewhere(text, lexicons, !asksWhere(open?.id))
  const reply: Reply = isElsewhere ? { kind: 'danger' } : known
  return { ...heard, askFor: leavesAWish(reply, open) ? heard.askFor : null, reply }
}

/** A rail, danger, or an answer that takes in every word leaves no wish to ask about. */
const leavesAWish = ({ kind }: Reply, open: Open | null): boolean =>
  kind === 'meant' || kind === 'words' || kind === 'asks' || (kind === 'answer' && open?.question.kind === 'text')

/** What stands in words that came beside a chosen option. */
export function hear(text: string, lexicons: readonly Lexicon[]): Heard & { readonly danger: boolean } {
  const prepared = spokenOf(lexicons)
  const scan = openScan(text, prepared)
  return {
    ...listen(scan, prepared),
    danger: isDanger(scan, prepared, true) || isDangerElsewhere(text, lexicons, true)
  }
}

/** Whether they say that they have a device nobody else looks at, or ask for a page to write on instead. */
export function asksForPage(text: string, lexicons: readonly Lexicon[]): boolean {
  const prepared = prepareAll(lexicons)
  const scan = openScan(text, prepared)
  return findAll(scan, prepared, each => each.elsewhere).some(match => !scan.isNegated(match))
}

/** A safe word is a word or two. */
const FEW_WORDS = 3

/**
 * Whether a text may be somebody's try at a safe word, where `asked` is open: a word or two that say nothing else in any
 * language. No greeting, no answer, no sentence about anybody, nothing that is heard for what it is. Each language by
 * itself: "no" is a no in English, though in Polish it is nearly a yes.
 */
export function mayBeAWord(text: string, asked: Open, lexicons: readonly Lexicon[]): boolean {
  const [first = '', ...others] = wordsOf(text)
  if (!/\p{L}|\p{N}/u.test(first) || others.length >= FEW_WORDS) return false
  return lexicons.every(lexicon => saysNothing(text, first, asked, prepareAll([lexicon])))
}

function saysNothing(text: string, first: string, asked: Open, prepared: readonly Prepared[]): boolean {
  if (prepared.some(({ subjects }) => subjects.has(first))) return false
  const scan = openScan(text, prepared)
  const heard = listen(scan, prepared)
  const says = [...heard.concerns, ...heard.signals, ...heard.notices].length > 0 || heard.askFor !== null
  return !says && !isGreeting(scan, prepared) && replyOf({ text, open: asked, scan, prepared, heard }).kind === 'words'
}
