// One message, one reading. What it is, the ladder says; what else stands in it is heard beside that.
import type { Concern } from '../questions/concern.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import { listened } from './ahead.ts'
import { inOne, worseOf } from './bits.ts'
import { findAll } from './find-all.ts'
import { isGreeting } from './find-rail.ts'
import { fold } from './fold.ts'
import { isLabel, isSecret, replyOf, type Said } from './ladder.ts'
import { lifeIn } from './life.ts'
import { isDanger, listen, openScan } from './listen.ts'
import { asksWhere } from './meaning.ts'
import { withoutOurs } from './ours.ts'
import { type Peeled, peel } from './peel.ts'
import { type Prepared, prepareAll } from './prepare.ts'
import type { Heard, Open, Reading, Reply } from './reading.ts'

/** The lexicons a message is read with; those that are read for danger alone are none of them. */
const spokenOf = (lexicons: readonly Lexicon[]) => prepareAll(lexicons.filter(({ onlyDanger }) => !onlyDanger))

/** A life at stake in a language that is not offered: it can only raise, like danger. */
function lifeElsewhere(text: string, lexicons: readonly Lexicon[]): Reply | undefined {
  const found = prepareAll(lexicons.filter(({ onlyDanger }) => onlyDanger))
    .map(each => lifeIn(openScan(text, [each]), [each]))
    .find(life => life !== undefined)
  return found && { kind: 'life', ...found, danger: false }
}

/**
 * Danger in a language that is not offered. Each is read by itself: its negations and its turns of speech must not make
 * anything smaller that is said in another.
 */
const isDangerElsewhere = (text: string, lexicons: readonly Lexicon[], near: boolean): boolean =>
  prepareAll(lexicons.filter(({ onlyDanger }) => onlyDanger)).some(each =>
    isDanger(openScan(text, [each]), [each], near)
  )

/** "You will see my messages when", "I am not getting your location": what the templates of phones happen to speak of. */
const MAY_BE_TEMPLATES: readonly Concern[] = ['tech', 'stalking', 'control']

const NOTHING: Reading = {
  concerns: [],
  signals: [],
  notices: [],
  askFor: null,
  topics: [],
  young: false,
  reply: { kind: 'nothing' }
}

/** When somebody writes. */
export interface Moment {
  /** Whether it may be the first thing they say: where nothing is asked, "hes here" is danger then, and else somebody near. */
  readonly isFirst: boolean
}

const UNKNOWN: Moment = { isFirst: true }

/**
 * Reads one message. Lexicons: the person's own language first, then English, for people mix them. Those marked as
 * `onlyDanger` add that one reply and change no other reading. `ours`: what was sent to them last, as it was sent, the
 * newest last: quoted or copied back it is not theirs, and nothing is heard in it.
 */
export function read(
  text: string,
  open: Open | null,
  lexicons: readonly Lexicon[],
  ours: readonly string[] = [],
  moment: Moment = UNKNOWN
): Reading {
  const asWritten = readOnce(text, open, lexicons, ours, moment)
  const one = asWritten.reply.kind === 'nothing' ? undefined : inOne(text)
  return one === undefined ? asWritten : worseOf(asWritten, readOnce(one, open, lexicons, ours, moment))
}

function readOnce(
  text: string,
  open: Open | null,
  lexicons: readonly Lexicon[],
  ours: readonly string[],
  { isFirst }: Moment
): Reading {
  const prepared = spokenOf(lexicons)
  // "Yes but no details" is an option's own words before it is a copy of ours.
  const peeled = peel(text, isLabel(text, open) ? [] : ours, prepared)
  const said = saidIn(peeled, open, prepared, isFirst)
  const { heard } = said
  const known = replyOf(said)
  const reply = KEPT.includes(known.kind) ? known : (elsewhere(peeled.theirs, open, lexicons) ?? known)
  const isText = open?.question.kind === 'text'
  if (!isText && isNobodys(reply) && (isBareReaction(peeled, heard) || isMachine(said))) return NOTHING
  if (open && isText && isSecret(open)) return { ...NOTHING, reply }
  return { ...heard, askFor: leavesAWish(reply, open) ? heard.askFor : null, reply }
}

function saidIn(
  { core, theirs, isSigned }: Peeled,
  open: Open | null,
  prepared: readonly Prepared[],
  isFirst: boolean
): Said {
  const { scan, heard } = listened(theirs, prepared)
  const coreScan = core === theirs ? scan : openScan(core, prepared)
  return { text: theirs, core: { text: core, scan: coreScan, isSigned }, open, isFirst, scan, prepared, heard }
}

/** What a machine or a reaction may look like. A rail, and whatever stands higher on the ladder, is somebody's own. */
const isNobodys = ({ kind }: Reply): boolean => kind === 'words' || kind === 'answer' || kind === 'meant'

const isBareReaction = ({ isReaction }: Peeled, { concerns, signals, notices }: Heard): boolean =>
  isReaction && concerns.length + signals.length + notices.length === 0

/** A phone that answers by itself. Beside what touches a life nothing is taken for that. */
const isMachine = ({ scan, prepared, heard: { concerns, signals } }: Said): boolean =>
  signals.length === 0 &&
  concerns.every(concern => MAY_BE_TEMPLATES.includes(concern)) &&
  findAll(scan, prepared, each => each.machines).length > 0

/** What no other language changes: a rail, and what is as grave already. */
const KEPT: readonly Reply['kind'][] = ['rail', 'leaving', 'life', 'danger']

function elsewhere(text: string, open: Open | null, lexicons: readonly Lexicon[]): Reply | undefined {
  const life = lifeElsewhere(text, lexicons)
  if (life) return life
  return isDangerElsewhere(text, lexicons, !asksWhere(open?.id)) ? { kind: 'danger' } : undefined
}

/** A rail, danger, or an answer that takes in every word leaves no wish to ask about. */
const leavesAWish = ({ kind }: Reply, open: Open | null): boolean =>
  kind === 'meant' || kind === 'words' || kind === 'asks' || (kind === 'answer' && open?.question.kind === 'text')

/** What stands in words that came beside a chosen option. `ours`: as for `read`. */
export function hear(
  text: string,
  lexicons: readonly Lexicon[],
  ours: readonly string[] = []
): Heard & { readonly danger: boolean } {
  const prepared = spokenOf(lexicons)
  const { rest } = withoutOurs(text, ours)
  const scan = openScan(rest, prepared)
  return {
    ...listen(scan, prepared),
    danger: isDanger(scan, prepared, true) || isDangerElsewhere(rest, lexicons, true)
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
  const { words, counts } = fold(text)
  const [first = ''] = words
  if (!/\p{L}|\p{N}/u.test(first) || (counts.at(-1) ?? 0) > FEW_WORDS) return false
  return lexicons.every(lexicon => saysNothing(text, first, asked, prepareAll([lexicon])))
}

function saysNothing(text: string, first: string, asked: Open, prepared: readonly Prepared[]): boolean {
  if (prepared.some(({ subjects }) => subjects.has(first))) return false
  const said = saidIn(peel(text, [], prepared), asked, prepared, false)
  const { scan, heard } = said
  const says = [...heard.concerns, ...heard.signals, ...heard.notices].length > 0 || heard.askFor !== null
  // "Not safe" says something, whatever it is heard as.
  const denies = scan.words.some((_, index) => scan.isNegation(index))
  return !says && !denies && !isGreeting(scan, prepared) && replyOf(said).kind === 'words'
}
