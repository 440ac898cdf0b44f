// The short forms of English, as data: what they stand for, and which of them may be other words.
// They are read in every text: people mix languages, and no list of another language is harmed, for it is read the same way.

import { settle } from './settle.ts'

/** Words that may be two: the first is what they are called by, the others are heard as well. */
export const FACES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "'s": ['is', 'has'],
  "'d": ['would', 'had'],
  // "Aint": whoever it is said of.
  "'be": ['is', 'am', 'are', 'has', 'have']
}

const words = (list: string): string[] => list.split(' ')
/** As a text is compared: its doubled letters are settled. */
const settled = (list: string): ReadonlySet<string> => new Set(words(list).map(settle))

const PERSONS = words('i he she it we you they')
const IS = words('he she it that there what who where how when here someone somebody everyone everybody nobody anyone')
const WOULD = [...PERSONS, ...words('who there that')]
const WILL = [...PERSONS, ...words('who there that')]
const ARE = words('we you they who what')
const HAVE = words('i we you they who could should would might must')
const NOT = words('do does did is are was were has have had could would should must need might')

const full = (word: string): string => ({ ca: 'can', wo: 'will', ai: "'be" })[word] ?? word

/** A stem, what is left of the short word behind it, and the two words they are. */
export const knownStems: readonly {
  readonly stems: readonly string[]
  readonly end: string
  readonly means: (stem: string) => string
}[] = [
  {
    stems: [...NOT, 'ca', 'wo', 'ai'].map(stem => `${stem}n`),
    end: 't',
    means: stem => `${full(stem.slice(0, -1))} not`
  },
  { stems: ['i'], end: 'm', means: stem => `${stem} am` },
  { stems: IS, end: 's', means: stem => `${stem} 's` },
  { stems: WOULD, end: 'd', means: stem => `${stem} 'd` },
  { stems: WILL, end: 'll', means: stem => `${stem} will` },
  { stems: ARE, end: 're', means: stem => `${stem} are` },
  { stems: HAVE, end: 've', means: stem => `${stem} have` }
]

/** Short forms without their apostrophe that are no other word. */
export const SHORT: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...NOT.map((verb): [string, string[]] => [`${verb}nt`, [verb, 'not']]),
  ...IS.map((word): [string, string[]] => [`${word}s`, [word, "'s"]]),
  ...words('they you it that who').map((word): [string, string[]] => [`${word}ll`, [word, 'will']]),
  ...words('he they you it').map((word): [string, string[]] => [`${word}d`, [word, "'d"]]),
  ...words('they you').map((word): [string, string[]] => [`${word}re`, [word, 'are']]),
  ...words('i we they you').map((word): [string, string[]] => [`${word}ve`, [word, 'have']]),
  ['im', ['i', 'am']],
  ['iam', ['i', 'am']],
  ['iv', ['i', 'have']],
  ['theyr', ['they', 'are']],
  ['cant', ['can', 'not']],
  ['cannot', ['can', 'not']],
  ['cnt', ['can', 'not']],
  ['wont', ['will', 'not']],
  ['dnt', ['do', 'not']],
  ['didn', ['did', 'not']],
  ['doesn', ['does', 'not']],
  ['dosnt', ['does', 'not']],
  ['dosent', ['does', 'not']],
  ['doesent', ['does', 'not']],
  ['havnt', ['have', 'not']],
  ['arnt', ['are', 'not']],
  ['wernt', ['were', 'not']],
  ['cudnt', ['could', 'not']],
  ['wudnt', ['would', 'not']],
  ['aint', ["'be", 'not']],
  ['gonna', ['going', 'to']],
  ['gunna', ['going', 'to']],
  ['goingto', ['going', 'to']],
  ['gotta', ['got', 'to']],
  ['wanna', ['want', 'to']]
])

/** Behind these "ill", "hell", "shed" and "id" are the nouns and the adjective they look like; so they are as a last word. */
const BEFORE_THING = settled(
  'the a an my his her our your their this in to from of bloody bleeding fucking living what like pure absolute total through photo garden tool'
)
const BEFORE_ILL = settled(
  'am is are was were be been being feel feeling feels felt fall fell get gets getting got look looks so very really too quite bit mentally terminally seriously physically taken make makes made making or both long become became going me her him them the'
)
const AFTER_HELL = settled('no yes yeah of on is was yh')

interface TwoWords {
  readonly means: readonly string[]
  /** Whether it is the short form, between these two words; undefined where none stands. */
  readonly here: (before: string | undefined, after: string | undefined) => boolean
}
/** Short forms that are words themselves. In a list they are both; in a text, what stands beside them says which. */
export const EITHER: Readonly<Record<string, TwoWords>> = {
  ill: { means: ['i', 'will'], here: (before, after) => after !== undefined && !BEFORE_ILL.has(before ?? '') },
  hell: {
    means: ['he', 'will'],
    here: (before, after) => after !== undefined && !BEFORE_THING.has(before ?? '') && !AFTER_HELL.has(after)
  },
  shell: { means: ['she', 'will'], here: (before, after) => after !== undefined && !BEFORE_THING.has(before ?? '') },
  shed: { means: ['she', "'d"], here: (before, after) => after !== undefined && !BEFORE_THING.has(before ?? '') },
  id: { means: ['i', "'d"], here: (before, after) => after !== undefined && !BEFORE_THING.has(before ?? '') },
  // "They were" and "we are": only where nothing stands before it can it be the second.
  were: { means: ['we', 'are'], here: (before, after) => !before && !PERSONS.includes(after ?? 'we') },
  wed: { means: ['we', "'d"], here: () => false },
  well: { means: ['we', 'will'], here: () => false }
}

const AUXILIARIES = new Set([...NOT, 'can', 'will', 'am', "'be"])
const TAILS: Readonly<Record<string, readonly string[]>> = {
  am: ['i'],
  is: IS,
  has: IS,
  are: ARE,
  have: HAVE,
  will: WILL,
  would: WOULD,
  had: WOULD,
  to: ['going', 'got', 'want']
}

/** Whether two words are one in their short form: counted as one, so that both forms reach equally far. */
export const areOne = (before: string, word: string): boolean =>
  word === 'not' ? AUXILIARIES.has(before) : (TAILS[word]?.includes(before) ?? false)
