// A desk on two processes: everybody writes, and everything breaks again and again.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Carrier } from '../../carrier/carrier.ts'
import { seeded } from '../../carrier/seeded.ts'
import { PUBLIC_URL, textSettings } from '../text-settings.ts'
import type { Asked, AtDesk } from './at-desk.ts'
import { DeskAzure } from './azure.ts'
import type { Company, Gather } from './company.ts'
import { compare } from './compare.ts'
import { Pair } from './pair.ts'
import type { DeskPerson } from './person.ts'
import { everythingArrives, type Told, toldOf } from './told.ts'
import { type Cuts, cutAgainAndAgain, killAgainAndAgain, type Scene, type Trouble } from './trouble.ts'
import { Watch } from './watch.ts'

const WORKERS = ['Robin', 'Noor', 'Kit']
/** So short that every clock runs many times; a colleague is given the time that one needs who sits there. */
const timings = (transferWithin: string) =>
  `offerAfter=3s,fallbackAfter=3s,firstWordsWithin=1s,quietAfter=1s,awayAfter=1s,transferWithin=${transferWithin}`
/** In ms. A clock may be late by what it takes to start a process on a busy machine. */
const CLOCKS = { offerAfter: 3_000, patience: 15_000 }
/** Longer than a person may say nothing before the worker reads that they are quiet, and then away, in ms. */
const SILENCE = 3_500
/** A page has what was acknowledged so soon, in ms: sooner than any page looks by itself. A phone too, while nobody is killed. */
const ARRIVES_WITHIN = 10_000
/** After a kill a phone may have to wait until it is known what became of a text, in ms. */
const PHONES_WITHIN = 30_000
/** So many times as many kills as planned, at most, until enough has been tried. */
const PATIENT = 4
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
  readonly cuts: Cuts
  /** How long a colleague has to answer, as a setting. */
  readonly transferWithin: string
  readonly seed: number
  /** Who comes, and by which means. */
  readonly gather: Gather
  /** Other settings of the product. */
  readonly settings?: Readonly<Record<string, string>>
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
  const pair = await Pair.start({
    HANDOVER_TIMINGS: timings(plan.transferWithin),
    ...textSettings(carrier),
    ...plan.settings,
    ...azure?.settings
  })
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
  const company = await plan.gather({ ...plan, names: WORKERS, pair, carrier, random, asked })
  const { people, workers } = company
  try {
    for (const person of people) await person.asks(pair.behind)
    const scene: Scene = { pair, watch, company, random }
    const trouble = await everythingBreaks(plan, scene, asked, azure)
    const until = new Date()
    await everythingArrives(scene, PHONES_WITHIN)
    const waits = await calmWords(scene, people.slice(plan.leave), azure)
    const faults = new Set<string>()
    const look = async (): Promise<Told[]> => {
      const told = await toldOf(people, pair)
      for (const one of told)
        for (const fault of compare(one, { workers, asked, clocks: CLOCKS, until })) faults.add(fault)
      return told
    }
    await look()
    // And as it is read by whoever opens it now.
    await company.opensAnew()
    const told = await look()
    for (const fault of [...watch.faults, ...(azure?.faultsOf(told) ?? [])]) faults.add(fault)
    for (const kind of await watch.overdue(CLOCKS.patience)) faults.add(`the clock ${kind} never ran`)
    if (azure) {
      azure.fails()
      for (const person of people.slice(plan.leave)) await person.leaves(pair.behind)
      for (const fault of await azure.leftovers(pair)) faults.add(fault)
    }
    return { ...trouble, ...countOf(around, company, asked, told), slowest: Math.max(...waits), faults: [...faults] }
  } finally {
    await company.goes()
  }
}

function countOf(
  { watch, carrier, azure }: Around,
  { people, workers }: Company,
  asked: Asked,
  told: readonly Told[]
): Omit<DeskReport, keyof Trouble | 'slowest' | 'faults'> {
  return {
    looks: watch.looks,
    stages: [...watch.stages].sort(),
    ofPeople: sum(people.map(({ wrote }) => wrote.length)),
    quietest: Math.min(...workers.map(saidBy)),
    handedOver: sum([...asked.count.values()]),
    ofWorkers: sum(workers.map(saidBy)),
    refused: sum(workers.map(({ refused }) => refused.length)),
    tooLate: sum(workers.map(worker => worker.tooLate)),
    texts: carrier.sent.length,
    lookUps: carrier.requests.filter(({ method }) => method === 'GET').length,
    posts: azure?.posts ?? 0,
    outside: azure?.cameFrom(told) ?? 0,
    threadsLeft: azure?.threads ?? 0
  }
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
const saidBy = ({ said }: AtDesk): number => sum([...said.values()].map(words => words.length))

/** Everybody has done what is to be tried: each worker wrote, more words went than processes died, a colleague was asked. */
const hasEnough = ({ workers }: Company, { count }: Asked, kills: number): boolean =>
  workers.every(worker => saidBy(worker) > 0) && sum(workers.map(saidBy)) > kills && sum([...count.values()]) > 0

/** Everybody writes and some leave, until so many processes have been killed. */
async function everythingBreaks(plan: DeskPlan, scene: Scene, asked: Asked, azure: DeskAzure | null): Promise<Trouble> {
  const { pair, company, random } = scene
  const { people, workers } = company
  const trouble: Trouble = { kills: 0, inFlight: 0, cuts: 0 }
  let isBroken = false
  // On a busy machine a few kills may leave workers the time for a word or two: it goes on until there is something to look at.
  const isThin = () => trouble.kills < PATIENT * plan.kills && !hasEnough(company, asked, trouble.kills)
  const goesOn = () => (trouble.kills < plan.kills || isThin()) && !isBroken
  // The others stay, however long it goes on.
  const leavesAfter = (at: number) => (at < plan.leave ? ((at + 1) / (plan.leave + 1)) * plan.kills : Infinity)
  const doings = [
    ...people.map((person, at) =>
      person.lives({ goesOn, stays: () => trouble.kills < leavesAfter(at), random, silence: SILENCE }, pair.behind)
    ),
    ...workers.map(worker => worker.work(goesOn, random)),
    cutAgainAndAgain(scene, plan.cuts, trouble, goesOn),
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
  const { workers } = scene.company
  const words = [
    ...workers.flatMap(worker => worker.has.map(reference => () => worker.writes(reference))),
    // What is said while no bell rings is told when it rings again.
    () => scene.watch.cutBells(),
    ...people.map(person => () => person.writes()),
    // Onto pages that nobody has loaded again since.
    ...workers.flatMap(worker => worker.has.slice(-1).map(reference => () => worker.writes(reference)))
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
