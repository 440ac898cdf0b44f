// What happens to a desk at random: a process is killed, a connection breaks, the bell is cut off.
import { setTimeout as pause } from 'node:timers/promises'
import type { Way } from '../under-way.ts'
import type { Company } from './company.ts'
import type { Pair, Which } from './pair.ts'
import type { Watch } from './watch.ts'

/** One kill in so many is of both at once. */
const BOTH_IN = 8
/** A kill waits so long for words on their way, in ms, and looks so often: a browser spends most of its time drawing. */
const LURKS = 20_000
const LOOKS_EVERY = 2

/** Between two cuts, in ms, on the average; one in so many cuts the bell off as well. */
export interface Cuts {
  readonly every: number
  readonly bellIn: number
}

/** Everything that can be in trouble. */
export interface Scene {
  readonly pair: Pair
  readonly watch: Watch
  readonly company: Company
  readonly random: () => number
}

export interface Trouble {
  kills: number
  /** Kills that cut off somebody's words or act on its way. */
  inFlight: number
  cuts: number
}

export async function killAgainAndAgain(
  { company, random }: Scene,
  [least, most]: readonly [number, number],
  trouble: Trouble,
  goesOn: () => boolean
): Promise<void> {
  while (goesOn()) {
    await pause(least + random() * (most - least))
    const one: Which = random() < 0.5 ? 0 : 1
    const killed: readonly Which[] = random() < 1 / BOTH_IN ? [0, 1] : [one]
    const met = await lurk(company, killed)
    await Promise.all(killed.map(which => company.kill(which)))
    trouble.kills += 1
    // An answer may have been on its way back already: only what broke off was met.
    if (met.some(({ wasCut }) => wasCut)) trouble.inFlight += 1
  }
}

/** What is on its way to them, as soon as something is. */
async function lurk({ people, workers }: Company, killed: readonly Which[]): Promise<readonly Way[]> {
  for (const until = Date.now() + LURKS; ; await pause(LOOKS_EVERY)) {
    const met = [...people, ...workers].flatMap(({ at, underWay }) => (killed.includes(at) ? underWay : []))
    if (met.length > 0 || Date.now() > until) return met
  }
}

export async function cutAgainAndAgain(
  { company, watch, random }: Scene,
  { every, bellIn }: Cuts,
  trouble: Trouble,
  goesOn: () => boolean
): Promise<void> {
  while (goesOn()) {
    await pause(random() * 2 * every)
    company.cut()
    trouble.cuts += 1
    if (random() < 1 / bellIn) await watch.cutBells()
  }
}
