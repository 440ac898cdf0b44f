// Holds many conversations while everything is killed again and again; then reads what PostgreSQL has and compares.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeLog } from '../../src/log.ts'
import { openProduct, type Product } from '../../src/product.ts'
import { startEmbedded } from '../../src/store/embedded/index.ts'
import { masterKeyFile } from '../../src/store/master-key.ts'
import { PersonClient } from './person-client.ts'
import { type RunningProduct, startProduct } from './product-process.ts'

export interface KillPlan {
  readonly conversations: number
  readonly atOnce: number
  readonly messagesEach: number
  /** No more kills after this many. */
  readonly killsMax: number
  /** Least and most time between a start and the next kill, in ms. */
  readonly between: readonly [number, number]
}

export interface KillReport {
  kills: number
  /** Kills that came while at least one message was on its way. */
  midTurn: number
  acknowledged: number
  lost: number
  doubled: number
  misordered: number
  /** Messages a living product could not take: two tabs at once must wait for each other, not fail. */
  refused: number
  /** Messages it could not take because the machine was too slow for it. */
  outwaited: number
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

export async function killRun(plan: KillPlan): Promise<KillReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-kill-'))
  chmodSync(dataDir, 0o711)
  const report: KillReport = {
    kills: 0,
    midTurn: 0,
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    misordered: 0,
    refused: 0,
    outwaited: 0
  }
  let product = await startProduct(dataDir)
  const people = Array.from(
    { length: plan.conversations },
    (_, index) => new PersonClient(`person ${index}`, () => product.chat)
  )
  let holding = true
  const killing = killAgainAndAgain(
    plan,
    report,
    () => holding,
    () => people.some(person => person.underWay.all.length > 0),
    () => product,
    async () => {
      product = await startProduct(dataDir)
    }
  )
  await holdAll(people, plan)
  holding = false
  await killing
  await product.kill()
  await compare(dataDir, people, report)
  rmSync(dataDir, { recursive: true, force: true })
  return report
}

/** A few people at a time, so that a kill always finds some of them in the middle of a turn. */
async function holdAll(people: readonly PersonClient[], { atOnce, messagesEach }: KillPlan): Promise<void> {
  const waiting = [...people]
  const one = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) await person.hold(messagesEach)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

async function killAgainAndAgain(
  { killsMax, between: [least, most] }: KillPlan,
  report: KillReport,
  holding: () => boolean,
  inFlight: () => boolean,
  product: () => RunningProduct,
  restart: () => Promise<void>
): Promise<void> {
  while (holding() && report.kills < killsMax) {
    await pause(least + Math.random() * (most - least))
    if (!holding()) return
    report.kills += 1
    if (inFlight()) report.midTurn += 1
    await product().kill()
    await restart()
  }
}

async function compare(dataDir: string, people: readonly PersonClient[], report: KillReport): Promise<void> {
  const server = await startEmbedded({ dataDir, log: () => {} })
  const stored = await openProduct({
    databaseUrl: server.url,
    masterKey: masterKeyFile(dataDir, () => {}),
    openingHours: null,
    log: makeLog('silent')
  })
  for (const person of people) {
    const kept = await wordsOf(stored, person)
    report.acknowledged += person.acknowledged.length
    report.lost += person.acknowledged.filter(words => !kept.includes(words)).length
    report.doubled += kept.length - new Set(kept).size
    report.refused += person.refused
    report.outwaited += person.outwaited
    // The two tabs of one moment may come in either order.
    const order = kept.map(words => Math.floor(person.acknowledged.indexOf(words) / 2)).filter(index => index >= 0)
    report.misordered += order.filter((place, index) => index > 0 && place < (order[index - 1] ?? 0)).length
  }
  await stored.close()
  await server.stop()
}

async function wordsOf({ conversations }: Product, person: PersonClient): Promise<string[]> {
  const id = await conversations.find(person.access)
  const reading = id && (await conversations.read(id))
  if (!reading) return []
  return reading.messages.filter(({ from, kind }) => from === 'person' && kind === 'said').map(({ text }) => text)
}
