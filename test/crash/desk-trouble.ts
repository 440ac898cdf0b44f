// What happens to a desk at random: a process is killed, a page's connection breaks, the bell is cut off.
import { setTimeout as pause } from 'node:timers/promises'
import type { Pair } from './desk-pair.ts'
import type { DeskPerson } from './desk-person.ts'
import type { Watch } from './desk-watch.ts'
import type { DeskWorker } from './desk-worker.ts'
import type { OpenStream } from './open-stream.ts'

/** Between two cuts of somebody's stream, in ms; one in so many cuts the bell off as well. */
const CUT_EVERY = 150
const BELL_IN = 15
/** One kill in so many is of both at once. */
const BOTH_IN = 8

/** Everything that can be in trouble. */
export interface Scene {
  readonly pair: Pair
  readonly watch: Watch
  /** Those on the first process, and those on the second. */
  readonly people: readonly DeskPerson[]
  readonly workers: readonly DeskWorker[]
  readonly random: () => number
}

export interface Trouble {
  kills: number
  /** Kills of a process that had somebody's words or act on its way. */
  inFlight: number
  cuts: number
}

export const streamsOf = ({ people, workers }: Pick<Scene, 'people' | 'workers'>): OpenStream[] =>
  [...people, ...workers.flatMap(({ followed }) => followed)].flatMap(({ stream }) =>
    stream && !stream.isOver ? [stream] : []
  )

export async function killAgainAndAgain(
  { pair, people, workers, random }: Scene,
  [least, most]: readonly [number, number],
  trouble: Trouble,
  goesOn: () => boolean
): Promise<void> {
  const areBusy = [
    () => people.some(({ isBusy }) => isBusy),
    () => workers.some(({ inFlight }) => inFlight > 0)
  ] as const
  while (goesOn()) {
    await pause(least + random() * (most - least))
    const which = random() < 0.5 ? 0 : 1
    const both = random() < 1 / BOTH_IN
    if (areBusy[which]() || (both && areBusy[which === 0 ? 1 : 0]())) trouble.inFlight += 1
    await Promise.all([pair.kill(which), ...(both ? [pair.kill(which === 0 ? 1 : 0)] : [])])
    trouble.kills += 1
  }
}

export async function cutAgainAndAgain(scene: Scene, trouble: Trouble, goesOn: () => boolean): Promise<void> {
  const { watch, random } = scene
  while (goesOn()) {
    await pause(random() * 2 * CUT_EVERY)
    const streams = streamsOf(scene)
    streams[Math.floor(random() * streams.length)]?.cut()
    trouble.cuts += 1
    if (random() < 1 / BELL_IN) await watch.cutBells()
  }
}
