// Every clock of a handover, in one place: its name, how long it runs, and why so long. An operator may set each.

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** All in ms. */
export interface Timings {
  /** Somebody waits this long, and is asked whether to go on waiting, to be contacted later, or to use a number now. */
  readonly offerAfter: number
  /** Asked so long ago without an answer, and still nobody: they are told plainly that nobody may come. */
  readonly fallbackAfter: number
  /** An urgent one nobody has said they have seen: supervisors and whoever is on call are told (domain guide, section 5: 60 s) ... */
  readonly supervisorAfter: number
  /** ... and once more, so long after. */
  readonly onCallAfter: number
  /** A worker has it and has not said a word: the desk shows it. */
  readonly firstWordsWithin: number
  /** A worker's console has gone silent: the person keeps their place with them for so long, and then goes to the front. */
  readonly workerGrace: number
  /** The person has said nothing: the worker reads "quiet". Nobody is chased. */
  readonly quietAfter: number
  /** And then, quiet for so long: "away, you may close". */
  readonly awayAfter: number
  /** By text people answer when they can: quiet comes later. */
  readonly quietAfterByText: number
  /** A colleague was asked to take over and has not answered: the first keeps it. */
  readonly transferWithin: number
  /** Time to write down what was done, before it counts as closed. */
  readonly wrapUp: number
  /** Somebody has waited so long that they go before others of a higher band, the urgent excepted. */
  readonly starvedAfter: number
}

export const TIMINGS: Timings = {
  offerAfter: 5 * MINUTE,
  fallbackAfter: 15 * MINUTE,
  supervisorAfter: 60 * SECOND,
  onCallAfter: 60 * SECOND,
  firstWordsWithin: 60 * SECOND,
  workerGrace: 45 * SECOND,
  quietAfter: 3 * MINUTE,
  awayAfter: 10 * MINUTE,
  quietAfterByText: 15 * MINUTE,
  transferWithin: 2 * MINUTE,
  wrapUp: 10 * MINUTE,
  starvedAfter: 30 * MINUTE
}

const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE }
const isName = (name: string): name is keyof Timings => Object.hasOwn(TIMINGS, name)

/**
 * Reads what an operator sets, "offerAfter=3m, workerGrace=90s", over the defaults. Throws an Error whose message says which piece
 * cannot be read and what to write.
 */
export function readTimings(text: string): Timings {
  const set: Partial<Record<keyof Timings, number>> = {}
  for (const piece of text.split(',').map(part => part.trim())) {
    if (piece === '') continue
    const [, name = '', count = '', unit = ''] = /^(\w+)\s*=\s*([1-9]\d{0,3})\s*([sm])$/.exec(piece) ?? []
    const length = UNITS[unit]
    if (!isName(name) || length === undefined) {
      throw new Error(
        `cannot read "${piece}": write a name of ${Object.keys(TIMINGS).join(', ')}, then =, then 90s or 3m`
      )
    }
    set[name] = Number(count) * length
  }
  return { ...TIMINGS, ...set }
}
