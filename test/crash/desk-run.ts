// A desk on two processes: people on one, workers on the other, everybody writes, and everything breaks again and again.
import { setTimeout as pause } from 'node:timers/promises'
import { seeded } from '../carrier/seeded.ts'
import { compare, wordsOf } from './desk-compare.ts'
import { Pair } from './desk-pair.ts'
import { DeskPerson } from './desk-person.ts'
import { toldOf } from './desk-told.ts'
import { cutAgainAndAgain, killAgainAndAgain, type Scene, streamsOf, type Trouble } from './desk-trouble.ts'
import { Watch } from './desk-watch.ts'
import { type Asked, DeskWorker } from './desk-worker.ts'

const WORKERS = ['Robin', 'Noor', 'Kit']
/** So short that every clock runs many times. */
const TIMINGS = 'offerAfter=3s,fallbackAfter=3s,firstWordsWithin=1s,quietAfter=1s,awayAfter=1s,transferWithin=2s'
/** In ms. A clock may be late by what it takes to start a process on a busy machine. */
const CLOCKS = { offerAfter: 3_000, patience: 15_000 }
/** Longer than a person may say nothing before the worker reads that they are quiet, and then away, in ms. */
const SILENCE = 3_500
/** Whatever was acknowledged has arrived so soon after the last kill, in ms: sooner than any page looks by itself. */
const ARRIVES_WITHIN = 10_000

export interface DeskPlan {
  readonly people: number
  /** How many of them leave, one after another, while it goes on. */
  readonly leave: number
  readonly kills: number
  /** Least and most time between a start and the next kill, in ms. */
  readonly between: readonly [number, number]
  readonly seed: number
}

export interface DeskReport extends Trouble {
  /** How often all conversations were looked at. */
  looks: number
  /** Stages that were seen on the way: what was never reached was never tried. */
  stages: readonly string[]
  /** Words acknowledged. */
  ofPeople: number
  ofWorkers: number
  /** Words refused, and takes that came second. */
  refused: number
  tooLate: number
  /** Everything that was wrong, in sentences. */
  faults: readonly string[]
}

export async function deskRun(plan: DeskPlan): Promise<DeskReport> {
  const pair = await Pair.start({ HANDOVER_TIMINGS: TIMINGS })
  const watch = await Watch.begin(pair.databaseUrl)
  try {
    return await play(plan, pair, watch)
  } finally {
    await watch.end()
    await pair.end()
  }
}

async function play(plan: DeskPlan, pair: Pair, watch: Watch): Promise<DeskReport> {
  const random = seeded(plan.seed)
  const asked: Asked = { open: new Set(), count: new Map() }
  const workers = await signIn(pair, asked)
  const people = Array.from({ length: plan.people }, (_, at) => new DeskPerson(`person ${at}`, () => pair.at(0).chat))
  for (const person of people) await person.asks(pair.behind)

  const scene: Scene = { pair, watch, people, workers, random }
  const trouble: Trouble = { kills: 0, inFlight: 0, cuts: 0 }
  let isBroken = false
  const goesOn = () => trouble.kills < plan.kills && !isBroken
  const leavesAfter = (at: number) => (at < plan.leave ? ((at + 1) / (plan.leave + 1)) * plan.kills : plan.kills)
  const doings = [
    ...people.map((person, at) =>
      person.lives({ goesOn, stays: () => trouble.kills < leavesAfter(at), random, silence: SILENCE }, pair.behind)
    ),
    ...workers.map(worker => worker.work(goesOn, random)),
    cutAgainAndAgain(scene, trouble, goesOn),
    killAgainAndAgain(scene, plan.between, trouble, goesOn)
  ]
  try {
    await Promise.all(doings)
  } finally {
    isBroken = true
  }
  const until = new Date()
  await everythingArrives(scene)
  // Once more while nothing breaks: a page that comes back reads everything, and would hide that no bell ever rang.
  for (const person of people.slice(plan.leave)) await person.writes()
  for (const worker of workers) await worker.writesToAll()
  await everythingArrives(scene)

  const told = await toldOf(people, pair)
  const faults = [
    ...watch.faults,
    ...told.flatMap(one => compare(one, { workers, asked, clocks: CLOCKS, until })),
    ...(await watch.overdue(CLOCKS.patience)).map(kind => `the clock ${kind} never ran`)
  ]
  for (const stream of streamsOf(scene)) stream.end()
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  return {
    ...trouble,
    looks: watch.looks,
    stages: [...watch.stages].sort(),
    ofPeople: sum(people.map(({ wrote }) => wrote.length)),
    ofWorkers: sum(workers.flatMap(({ said }) => [...said.values()].map(words => words.length))),
    refused: sum(workers.map(({ refused }) => refused.length)),
    tooLate: sum(workers.map(worker => worker.tooLate)),
    faults
  }
}

async function signIn(pair: Pair, asked: Asked): Promise<DeskWorker[]> {
  const workers = WORKERS.map(name => new DeskWorker(name, () => pair.at(1).staff, asked))
  let link = new URL(pair.at(1).signIn).pathname
  for (const worker of workers) {
    await worker.signIn(link)
    link = await worker.invites()
  }
  return workers
}

/** Every page that is open has what was acknowledged, or the time is over: then the comparison says what is missing. */
async function everythingArrives(scene: Scene): Promise<void> {
  const { people, pair } = scene
  for (const until = Date.now() + ARRIVES_WITHIN; Date.now() < until; ) {
    const told = await toldOf(people, pair)
    const isThere = told.every(({ person, messages, leftAt }) => {
      const ofPerson = wordsOf(messages, 'person').length
      const followed = scene.workers.flatMap(worker => worker.streamsOf(person.reference))
      return (
        followed.every(({ isOver, heard }) => isOver || heard.length >= ofPerson) &&
        (leftAt !== null || person.stream.heard.length >= wordsOf(messages, 'worker').length)
      )
    })
    if (isThere) return
    await pause(100)
  }
}
