// Passwords that are tried first: from lists of common ones, made of names that stand around, or of one thing repeated. Such pieces count
// for nothing, and what else there is has to be long by itself.
import { PASSWORD_OWN_PART } from '../limits.ts'

/** Some 50,000 from published lists, most common first. Loaded when a password is set, which is seldom. */
const common = async () => (await import('@zxcvbn-ts/language-common')).dictionary['passwords-common']

/** What fingers walk along, in either direction; each begins again at its end. */
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** So many beside each other are a walk; a shorter one stands in many words. */
const WALK = 4
/** Shorter names stand in too many words. */
const NAME_MIN = 3

const windows = (text: string): string[] =>
  Array.from({ length: text.length - WALK + 1 }, (_, at) => text.slice(at, at + WALK))
const reversed = (text: string): string => [...text].reverse().join('')
const WALKS = new Set(ROWS.flatMap(row => [row + row, reversed(row + row)]).flatMap(windows))

/** Signs that stand for a letter they look like. */
const LOOKS: Readonly<Record<string, string>> = {
  '@': 'a',
  4: 'a',
  3: 'e',
  1: 'i',
  '!': 'i',
  0: 'o',
  $: 's',
  5: 's',
  7: 't'
}
const spelledOut = (text: string): string => [...text].map(sign => LOOKS[sign] ?? sign).join('')

/** Without case, and without what only parts words. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]/g, '')

/** What a text repeats, once; a text that repeats nothing is itself. */
function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.startsWith(text.slice(length))) return text.slice(0, length)
  }
  return text
}

/** Without walks, and without the same sign again and again. */
function withoutWalks(text: string): string {
  const isWalked = new Set<number>()
  for (const [at, window] of text.length < WALK ? [] : windows(text).entries()) {
    if (!WALKS.has(window) && new Set(window).size > 1) continue
    for (let next = at; next < at + WALK; next += 1) isWalked.add(next)
  }
  return text
    .split('')
    .filter((_, at) => !isWalked.has(at))
    .join('')
}

const namesIn = (own: readonly string[]): string[] =>
  own
    .flatMap(name => [folded(name), ...name.split(/[^\p{L}\p{N}]+/u).map(folded)])
    .filter(name => name.length >= NAME_MIN)
    .sort((one, other) => other.length - one.length)

/** Whether a password is among what is tried first. `own`: names of its member, and of the service. */
export async function isGuessable(password: string, own: readonly string[]): Promise<boolean> {
  const text = folded(password)
  const list = await common()
  if (list.includes(text)) return true
  const nameless = namesIn(own).reduce((rest, name) => rest.replaceAll(name, ''), unitOf(text))
  const rest = withoutWalks(nameless)
  const word = rest.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const isCommon = list.includes(word) || list.includes(spelledOut(word))
  return rest.length - (isCommon ? word.length : 0) < PASSWORD_OWN_PART
}
