// A desk in browsers: people at their phones and workers at their consoles, spread over two processes, while everything breaks.
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { seeded } from '../../carrier/seeded.ts'
import { compare, wordsOf } from '../../crash/desk-compare.ts'
import { Pair } from '../../crash/desk-pair.ts'
import { toldOf } from '../../crash/desk-told.ts'
import type { Trouble } from '../../crash/desk-trouble.ts'
import { Watch } from '../../crash/desk-watch.ts'
import { launchChromium } from '../chromium.ts'
import { openElsewhere } from '../elsewhere.ts'
import { Worker } from '../worker.ts'
import { Addresses } from './addresses.ts'
import { PagePerson } from './page-person.ts'
import { PageWorker } from './page-worker.ts'
import { cutAgainAndAgain, killAgainAndAgain, type Place } from './trouble.ts'
import { UnderWay } from './under-way.ts'

const NAMES = ['Robin', 'Noor', 'Kit']
/** So short that every clock runs many times; only a colleague at a browser is given time to answer. */
const TIMINGS = 'offerAfter=3s,fallbackAfter=3s,firstWordsWithin=1s,quietAfter=1s,awayAfter=1s,transferWithin=10s'
/** In ms. A clock may be late by what it takes to start a process on a busy machine. */
const CLOCKS = { offerAfter: 3_000, patience: 15_000 }
/** What was said is on every open page so soon, in ms, when nothing breaks any more: sooner than a page without its stream asks again. */
const ARRIVES_WITHIN = 10_000

export interface Plan {
  readonly workers: number
  readonly withScript: number
  readonly withoutScript: number
  readonly kills: number
  /** Least and most time between a start and the next kill, in ms. */
  readonly between: readonly [number, number]
  readonly seed: number
}

export interface Report extends Trouble {
  readonly looks: number
  readonly ofPeople: number
  readonly ofWorkers: number
  readonly refused: number
  readonly handedOn: number
  /** Everything that was wrong, in sentences. */
  readonly faults: readonly string[]
}

export async function runDesk(plan: Plan): Promise<Report> {
  const elsewhere = await openElsewhere()
  const pair = await Pair.start({ HANDOVER_TIMINGS: TIMINGS, EXIT_URL: elsewhere.url })
  const watch = await Watch.begin(pair.databaseUrl)
  const addresses = await Addresses.to(pair)
  const browser = await launchChromium()
  try {
    return await play(plan, { pair, browser, before: elsewhere.url, watch, addresses })
  } finally {
    await browser.close()
    await addresses.takeDown()
    await watch.end()
    await pair.end()
    await elsewhere.close()
  }
}

interface Stage extends Pick<Place, 'watch' | 'addresses'> {
  readonly pair: Pair
  readonly browser: Browser
  readonly before: string
}

async function play(plan: Plan, stage: Stage): Promise<Report> {
  const { pair, watch, addresses } = stage
  const place: Place = { addresses, watch, underWay: new UnderWay(), random: seeded(plan.seed) }
  const asks = new Map<string, number>()
  const people = await arrive(plan, stage, place)
  const workers = await signIn(plan, stage, place, asks, people)

  const trouble: Trouble = { kills: 0, inFlight: 0, cuts: 0 }
  let isBroken = false
  const goesOn = () => trouble.kills < plan.kills && !isBroken
  try {
    await Promise.all([
      ...people.map(person => person.lives(goesOn)),
      ...workers.map(worker => worker.work(goesOn)),
      cutAgainAndAgain(place, trouble, goesOn),
      killAgainAndAgain(place, plan.between, trouble, goesOn)
    ])
  } finally {
    isBroken = true
  }
  const until = new Date()
  const faults = new Set<string>()
  const holdsAgainst = async () => {
    for (const told of await toldOf(people, pair))
      for (const fault of compare(told, { workers, asked: { count: asks }, clocks: CLOCKS, until })) faults.add(fault)
    for (const { name, own, wrote } of people)
      if (own.join() !== wrote.join()) faults.add(`${name} wrote ${wrote.join(' | ')} and reads ${own.join(' | ')}`)
  }
  // Once more while nothing breaks, on pages that nobody loads again: what comes there comes by itself.
  for (const worker of workers) await worker.writesToAll()
  for (const person of people) await person.writes()
  for (const worker of workers) await worker.writesOnce()
  await everythingArrives(people, workers, pair)
  await holdsAgainst()
  // And as somebody reads it who opens it now.
  for (const person of people) await person.loadsAgain()
  for (const worker of workers) await worker.looksAtAll()
  for (const person of people) await person.looks()
  await holdsAgainst()

  for (const kind of await watch.overdue(CLOCKS.patience)) faults.add(`the clock ${kind} never ran`)
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  const messages = (await toldOf(people, pair)).flatMap(told => told.messages)
  return {
    ...trouble,
    looks: watch.looks,
    ofPeople: sum(people.map(({ wrote }) => wrote.length)),
    ofWorkers: sum(workers.flatMap(({ said }) => [...said.values()].map(words => words.length))),
    refused: sum(workers.map(({ refused }) => refused.length)),
    handedOn: messages.filter(({ key }) => key === 'transferred' || key === 'workerLeft').length,
    faults: [...watch.faults, ...faults]
  }
}

/** One after another, every other one at the other process. */
async function arrive(plan: Plan, { pair, browser, before }: Stage, place: Place): Promise<PagePerson[]> {
  const people: PagePerson[] = []
  for (let at = 0; at < plan.withScript + plan.withoutScript; at += 1) {
    const hasScript = at < plan.withScript
    const person = await PagePerson.at(at % 2 === 0 ? 0 : 1, `person ${at}`, hasScript, { ...place, browser, before })
    await person.asks(pair.behind)
    people.push(person)
  }
  return people
}

async function signIn(
  plan: Plan,
  { pair, browser }: Stage,
  place: Place,
  asks: Map<string, number>,
  people: readonly PagePerson[]
): Promise<PageWorker[]> {
  const isStored = async (reference: string, text: string) => {
    const person = people.filter(one => one.reference === reference)
    const told = await toldOf(person, pair)
    return told.some(({ messages }) => wordsOf(messages, 'worker').some(word => word.text === text))
  }
  const workers: PageWorker[] = []
  const { staff, signIn: first } = pair.at(1)
  let invites: Worker | null = null
  for (const [at, name] of NAMES.slice(0, plan.workers).entries()) {
    const worker: Worker = await Worker.signIn(browser, staff, invites ? await invites.invite() : first, name)
    invites ??= worker
    workers.push(new PageWorker(name, worker, at % 2 === 0 ? 0 : 1, { ...place, asks, isStored }))
  }
  return workers
}

/** Every page that is open has what is stored, or the time is over: then the comparison says what is missing. */
async function everythingArrives(
  people: readonly PagePerson[],
  workers: readonly PageWorker[],
  pair: Pair
): Promise<void> {
  for (const until = Date.now() + ARRIVES_WITHIN; Date.now() < until; await pause(200)) {
    for (const one of [...people, ...workers]) await one.looks()
    const told = await toldOf(people, pair)
    const isThere = told.every(({ person, messages }) => {
      const ofPerson = wordsOf(messages, 'person').length
      const followed = workers.flatMap(worker => worker.streamsOf(person.reference))
      return (
        person.stream.heard.length >= wordsOf(messages, 'worker').length &&
        followed.every(({ heard }) => heard.length >= ofPerson)
      )
    })
    if (isThere) return
  }
}
