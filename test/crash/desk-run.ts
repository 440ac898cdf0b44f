// A desk on two processes: people on one, workers on the other, everybody writes, and everything breaks again and again.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Carrier } from '../carrier/carrier.ts'
import { seeded } from '../carrier/seeded.ts'
import { DeskAzure } from './desk-azure.ts'
import { compare } from './desk-compare.ts'
import { PagePerson } from './desk-page-person.ts'
import { Pair } from './desk-pair.ts'
import type { DeskPerson } from './desk-person.ts'
import { PhonePerson } from './desk-phone-person.ts'
import { everythingArrives, toldOf } from './desk-told.ts'
import { cutAgainAndAgain, killAgainAndAgain, type Scene, streamsOf, type Trouble } from './desk-trouble.ts'
import { Watch } from './desk-watch.ts'
import { type Asked, DeskWorker } from './desk-worker.ts'
import { PUBLIC_URL, textSettings } from './text-settings.ts'

const WORKERS = ['Robin', 'Noor', 'Kit']
/** So short that every clock runs many times. */
const TIMINGS = 'offerAfter=3s,fallbackAfter=3s,firstWordsWithin=1s,quietAfter=1s,awayAfter=1s,transferWithin=2s'
/** In ms. A clock may be late by what it takes to start a process on a busy machine. */
const CLOCKS = { offerAfter: 3_000, patience: 15_000 }
/** Longer than a person may say nothing before the worker reads that they are quiet, and then away, in ms. */
const SILENCE = 3_500
/** A page has what was acknowledged so soon, in ms: sooner than any page looks by itself. A phone too, while nobody is killed. */
const ARRIVES_WITHIN = 10_000
/** After a kill a phone may have to wait until it is known what became of a text, in ms. */
const PHONES_WITHIN = 30_000
/** It has taken a text a while before it says so: that is where a kill hurts most. */
const SLOW_CARRIER = { share: 0.8, kinds: [{ kind: 'slow', ms: 120 }] } as const

export interface DeskPlan {
  readonly people: number
  /** One in three of them texts. */
  readonly byText: number
  /** How many of them leave, one after another, while it goes on. */
  readonly leave: number
  readonly kills: number
  /** Least and most time between a start and the next kill, in ms. */
  readonly between: readonly [number, number]
  readonly seed: number
  /** Some workers are in Azure too, which fails again and again. */
  readonly azure?: boolean
}

export interface DeskReport extends Trouble {
  /** How often all conversations were looked at. */
  looks: number
  /** Stages that were seen on the way: what was never reached was never tried. */
  stages: readonly string[]
  /** Words acknowledged. */
  ofPeople: number
  ofWorkers: number
  /** The fewest that any worker wrote, and how often one asked for somebody to take over. */
  quietest: number
  handedOver: number
  /** Words refused, and takes that came second. */
  refused: number
  tooLate: number
  /** Texts that reached a phone, and how often it had to be looked up whether one had. */
  texts: number
  lookUps: number
  /** Posts in Azure, words written there that came here, and its threads when everybody had gone. */
  posts: number
  outside: number
  threadsLeft: number
  /** The longest that anybody waited for one word to be acknowledged while Azure hung and nobody was killed, in ms. */
  slowest: number
  /** Everything that was wrong, in sentences. */
  faults: readonly string[]
}

interface Around {
  readonly pair: Pair
  readonly watch: Watch
  readonly carrier: Carrier
  readonly azure: DeskAzure | null
}

export async function deskRun(plan: DeskPlan): Promise<DeskReport> {
  const folder = mkdtempSync(join(tmpdir(), 'sidedoor-desk-'))
  chmodSync(folder, 0o711)
  const carrier = await Carrier.start({ publicUrl: PUBLIC_URL })
  carrier.faults.atRandom({ seed: plan.seed, ...SLOW_CARRIER })
  carrier.reporting = true
  const azure = plan.azure ? await DeskAzure.open(folder, WORKERS, plan.seed) : null
  const pair = await Pair.start({ HANDOVER_TIMINGS: TIMINGS, ...textSettings(carrier), ...azure?.settings })
  carrier.serves(pair.at(0).chat)
  const watch = await Watch.begin(pair.databaseUrl)
  try {
    return await play(plan, { pair, watch, carrier, azure })
  } finally {
    await watch.end()
    await pair.end()
    await Promise.all([carrier.close(), azure?.close()])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function play(plan: DeskPlan, around: Around): Promise<DeskReport> {
  const { pair, watch, carrier, azure } = around
  const random = seeded(plan.seed)
  const asked: Asked = { open: new Set(), count: new Map() }
  const workers = await signIn(pair, asked)
  const people = Array.from({ length: plan.people }, (_, at): DeskPerson => {
    const texts = at % 3 === 1 && at < 3 * plan.byText
    if (texts) return new PhonePerson(`text ${at}`, `+447700900${100 + at}`, carrier, random)
    return new PagePerson(`person ${at}`, () => pair.at(0).chat)
  })
  for (const person of people) await person.asks(pair.behind)

  const scene: Scene = { pair, watch, people, workers, random }
  const trouble = await everythingBreaks(plan, scene, azure)
  const until = new Date()
  await everythingArrives(scene, PHONES_WITHIN)
  const stayed = people.slice(plan.leave)
  const waits = await calmWords(scene, stayed, azure)
  const told = await toldOf(people, pair)
  const faults = [
    ...watch.faults,
    ...told.flatMap(one => compare(one, { workers, asked, clocks: CLOCKS, until })),
    ...(await watch.overdue(CLOCKS.patience)).map(kind => `the clock ${kind} never ran`),
    ...(azure?.faultsOf(told) ?? [])
  ]
  for (const stream of streamsOf(scene)) stream.end()
  if (azure) {
    azure.fails()
    for (const person of stayed) await person.leaves(pair.behind)
    faults.push(...(await azure.leftovers(pair)))
  }
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  return {
    ...trouble,
    looks: watch.looks,
    stages: [...watch.stages].sort(),
    ofPeople: sum(people.map(({ wrote }) => wrote.length)),
    quietest: Math.min(...workers.map(({ said }) => sum([...said.values()].map(words => words.length)))),
    handedOver: sum([...asked.count.values()]),
    ofWorkers: sum(workers.flatMap(({ said }) => [...said.values()].map(words => words.length))),
    refused: sum(workers.map(({ refused }) => refused.length)),
    tooLate: sum(workers.map(worker => worker.tooLate)),
    texts: carrier.sent.length,
    lookUps: carrier.requests.filter(({ method }) => method === 'GET').length,
    posts: azure?.posts ?? 0,
    outside: azure?.cameFrom(told) ?? 0,
    threadsLeft: azure?.threads ?? 0,
    slowest: Math.max(...waits),
    faults
  }
}

/** Everybody writes and some leave, until so many processes have been killed. */
async function everythingBreaks(plan: DeskPlan, scene: Scene, azure: DeskAzure | null): Promise<Trouble> {
  const { pair, people, workers, random } = scene
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
    killAgainAndAgain(scene, plan.between, trouble, goesOn),
    azure?.write(goesOn)
  ]
  try {
    await Promise.all(doings)
  } finally {
    isBroken = true
  }
  return trouble
}

/**
 * Once more while nothing breaks but Azure, which hangs: a page that comes back reads everything, and would hide that no bell ever
 * rang. Returns how long each word waited to be acknowledged, in ms.
 */
async function calmWords(scene: Scene, people: readonly DeskPerson[], azure: DeskAzure | null): Promise<number[]> {
  azure?.hangs()
  const words = [
    ...people.map(person => () => person.writes()),
    ...scene.workers.flatMap(worker => worker.has.map(reference => () => worker.writes(reference)))
  ]
  const waits: number[] = []
  for (const write of words) {
    const from = Date.now()
    await write()
    waits.push(Date.now() - from)
  }
  await everythingArrives(scene, ARRIVES_WITHIN)
  return waits
}

/** The first by the link that was printed, the others by links of the first's. */
async function signIn(pair: Pair, asked: Asked): Promise<DeskWorker[]> {
  const [first, ...others] = WORKERS.map(name => new DeskWorker(name, () => pair.at(1).staff, asked))
  if (!first) throw new Error('nobody is at the desk')
  await first.signIn(new URL(pair.signIn).pathname)
  for (const other of others) await other.signIn(await first.invites())
  return [first, ...others]
}
