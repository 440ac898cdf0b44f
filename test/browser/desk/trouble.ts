// What happens at random while everybody writes: a process is killed, the connections of an address break, the bell is cut off.
import { setTimeout as pause } from 'node:timers/promises'
import type { Trouble } from '../../crash/desk-trouble.ts'
import type { Watch } from '../../crash/desk-watch.ts'
import type { Addresses, Which } from './addresses.ts'
import type { UnderWay } from './under-way.ts'

/** Between two cuts, in ms, on the average; one in so many cuts the bell off as well. */
const CUT_EVERY = 5_000
const BELL_IN = 4
/** One kill in so many is of both at once. */
const BOTH_IN = 6
/** A kill waits this long for a word on its way, in ms, and looks so often: a browser spends most of its time drawing. */
const LURKS = 3_000
const LOOKS_EVERY = 2

export interface Place {
  readonly addresses: Addresses
  readonly underWay: UnderWay
  readonly watch: Watch
  readonly random: () => number
}

export async function killAgainAndAgain(
  { addresses, underWay, random }: Place,
  [least, most]: readonly [number, number],
  trouble: Trouble,
  goesOn: () => boolean
): Promise<void> {
  while (goesOn()) {
    await pause(least + random() * (most - least))
    const which: Which = random() < 0.5 ? 0 : 1
    const killed = random() < 1 / BOTH_IN ? ([0, 1] as const) : [which]
    const origins = killed.flatMap(one => [addresses.chat(one), addresses.staff(one)])
    for (const until = Date.now() + LURKS; Date.now() < until && underWay.to(origins).length === 0; )
      await pause(LOOKS_EVERY)
    const met = underWay.to(origins)
    await Promise.all(killed.map(one => addresses.kill(one)))
    trouble.kills += 1
    // An answer may have been on its way to us already: only what the browser says has failed was cut off.
    if (met.some(request => request.failure() !== null)) trouble.inFlight += 1
  }
}

export async function cutAgainAndAgain(
  { addresses, watch, random }: Place,
  trouble: Trouble,
  goesOn: () => boolean
): Promise<void> {
  while (goesOn()) {
    await pause(random() * 2 * CUT_EVERY)
    addresses.cutOne(random)
    trouble.cuts += 1
    if (random() < 1 / BELL_IN) await watch.cutBells()
  }
}
