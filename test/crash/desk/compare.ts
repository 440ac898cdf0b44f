// When all is over: what everybody wrote and what came to them, held against what is stored.

import type { Heard } from '../open-stream.ts'
import type { Asked, AtDesk } from './at-desk.ts'
import type { DeskPerson } from './person.ts'
import type { Told } from './told.ts'
import { WORD, wordsOf } from './words.ts'

/** Of what is stored, so many lines are shown beside a fault. */
const LAST = 6
const show = (words: readonly string[]) => words.join(' | ')

/** What is stored is what was acknowledged, each once and in its order; what was refused is nowhere. */
function stored({ person, messages }: Told, workers: readonly AtDesk[]): string[] {
  const faults: string[] = []
  const same = (who: string, kept: readonly string[], said: readonly string[]) => {
    const last = messages.slice(-LAST).map(({ seq, from, kind, text }) => `${seq} ${from} ${kind} ${text}`)
    if (show(kept) !== show(said))
      faults.push(`${who} said ${show(said)}; stored: ${show(kept)}; of all there is the last: ${show(last)}`)
  }
  const theirs = wordsOf(messages, 'person').map(({ text }) => text)
  same(person.name, theirs, person.wrote)
  const written = messages.filter(({ from, kind }) => from === 'worker' && kind === 'said')
  for (const worker of workers) {
    const kept = written.filter(({ by, text }) => by === worker.name && WORD.test(text)).map(({ text }) => text)
    same(`${worker.name} to ${person.name}`, kept, worker.said.get(person.reference) ?? [])
    const smuggled = kept.filter(text => worker.refused.includes(text))
    if (smuggled.length > 0) faults.push(`${worker.name} was told these did not go: ${show(smuggled)}`)
  }
  return faults
}

/** A page or a phone got each once, in order, with none left out; to the very end where it was open then. */
function reached(who: string, got: readonly string[], all: readonly string[], toTheEnd: boolean): string[] {
  const wanted = toTheEnd ? all : all.slice(0, got.length)
  return show(got) === show(wanted) ? [] : [`${who} got ${show(got)}; it was ${show(wanted)}`]
}

const placed = (heard: readonly Heard[]) => heard.map(({ seq, text }) => `${seq} ${text}`)

/** The same of every page a worker had open of them. */
const followed = (person: DeskPerson, worker: AtDesk, ofPerson: readonly Heard[]): string[] =>
  worker
    .pagesOf(person.reference)
    .flatMap(({ heard, isOver }) =>
      reached(`${worker.name}'s page of ${person.name}`, placed(heard), placed(ofPerson), !isOver)
    )

/** Read from the lines alone: whoever spoke had it, nobody took it from anybody, and it changed hands only when asked. */
function owned({ person, messages }: Told, asked: Asked): string[] {
  const faults: string[] = []
  let owner: string | null = null
  let transfers = 0
  for (const { key, from, kind, by, text } of messages) {
    if (key === 'workerJoined') {
      if (owner !== null) faults.push(`${by} took ${person.name} from ${owner}`)
      owner = by ?? ''
    }
    if (key === 'transferred') {
      transfers += 1
      owner = by ?? ''
    }
    if (key === 'workerLeft' || key === 'workerLost') owner = null
    if (from === 'worker' && kind === 'said' && by !== owner)
      faults.push(`${by} spoke ("${text}") while ${owner} had it`)
  }
  const asks = asked.count.get(person.reference) ?? 0
  if (transfers > asks) faults.push(`${person.name} changed hands ${transfers} times and was asked for ${asks} times`)
  return faults
}

interface Clocks {
  /** When somebody who waits is asked, in ms, and how late that may be while processes start. */
  readonly offerAfter: number
  readonly patience: number
}

/** Every wait is asked about once, and told once that nobody came: no clock was lost, and none ran twice. */
function timed({ person, messages, leftAt }: Told, { offerAfter, patience }: Clocks, until: Date): string[] {
  const faults: string[] = []
  let since: Date | null = messages[0]?.at ?? null
  let offers = 0
  let regrets = 0
  const ends = (at: Date) => {
    if (since && offers === 0 && at.getTime() - since.getTime() > offerAfter + patience)
      faults.push(`${person.name} waited from ${since.toISOString()} to ${at.toISOString()} and was asked nothing`)
    if (offers > 1 || regrets > 1)
      faults.push(`${person.name} was asked ${offers} times, told ${regrets} times in one wait`)
    since = null
    offers = 0
    regrets = 0
  }
  for (const { key, at } of messages) {
    if (key?.startsWith('stillWaiting')) offers += 1
    if (key?.startsWith('nobodyCame')) regrets += 1
    if (key === 'workerJoined') ends(at)
    if (key === 'workerLeft' || key === 'workerLost') since = at
  }
  if (since) ends(leftAt ?? until)
  return faults
}

/** Nothing after the moment they left, neither in the store nor on their page. */
const silent = ({ person, messages, leftAt }: Told): string[] =>
  messages
    .filter(({ from, at }) => leftAt !== null && from !== 'person' && at > leftAt)
    .map(({ text }) => `${person.name} had left, and was told "${text}"`)

interface Against {
  readonly workers: readonly AtDesk[]
  readonly asked: Asked
  readonly clocks: Clocks
  readonly until: Date
}

/** Everything that is wrong with one conversation, in sentences. */
export function compare(told: Told, { workers, asked, clocks, until }: Against): string[] {
  const { person, messages, leftAt } = told
  const ofPerson = wordsOf(messages, 'person')
  return [
    ...stored(told, workers),
    ...person.misread,
    ...reached(person.name, person.came, person.comes(messages), leftAt === null),
    ...workers.flatMap(worker => followed(person, worker, ofPerson)),
    ...owned(told, asked),
    ...timed(told, clocks, until),
    ...silent(told)
  ]
}
