// Several people text at once while everything is killed again and again; then the phones are held against what is stored.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeLog } from '../../src/log.ts'
import { openProduct, type Product } from '../../src/product.ts'
import { startEmbedded } from '../../src/store/embedded/index.ts'
import { masterKeyFile } from '../../src/store/master-key.ts'
import { Carrier } from '../carrier/carrier.ts'
import { seeded } from '../carrier/seeded.ts'
import { freePorts } from './free-port.ts'
import { startProduct } from './product-process.ts'
import { TextPerson } from './text-person.ts'
import { PUBLIC_URL, textSettings } from './text-settings.ts'

/** After so long without a text nothing is on its way any more, in ms. */
const QUIET = 3_000

export interface TextPlan {
  readonly people: number
  readonly kills: number
  /** Least and most time between a start and the next kill, in ms. */
  readonly between: readonly [number, number]
  readonly seed: number
}

export interface TextReport {
  kills: number
  /** Kills that came while somebody's text was being delivered, or not answered yet. */
  inFlight: number
  /** Look-ups at the carrier: a send was cut off before we knew what became of it. */
  lookUps: number
  texts: number
  sent: number
  /** What a person wrote is stored not once, or in another order. */
  misread: string[]
  /** What a phone got is not what was said to it, word by word, each once and in order. */
  misheard: string[]
}

export async function textRun(plan: TextPlan): Promise<TextReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-texts-'))
  chmodSync(dataDir, 0o711)
  const carrier = await Carrier.start({ publicUrl: PUBLIC_URL })
  const random = seeded(plan.seed)
  // It has taken the text a while before it says so: that is where a kill hurts most.
  carrier.faults.atRandom({ seed: plan.seed, share: 0.6, kinds: [{ kind: 'slow', ms: 60 }] })
  carrier.reporting = true
  const [port = 0] = await freePorts(1)
  carrier.serves(`http://localhost:${port}`)
  const settings = { PORT: String(port), ...textSettings(carrier) }
  const report: TextReport = { kills: 0, inFlight: 0, lookUps: 0, texts: 0, sent: 0, misread: [], misheard: [] }
  const people = Array.from(
    { length: plan.people },
    (_, at) => new TextPerson(`+447700900${100 + at}`, carrier, random)
  )
  let product = await startProduct(dataDir, settings)
  try {
    let failed = false
    const writing = Promise.all(people.map(person => person.write(() => report.kills < plan.kills))).catch(error => {
      failed = true
      throw error
    })
    const killing = (async () => {
      const [least, most] = plan.between
      while (report.kills < plan.kills && !failed) {
        await pause(least + random() * (most - least))
        if (people.some(({ busy }) => busy)) report.inFlight += 1
        await product.kill()
        product = await startProduct(dataDir, settings)
        report.kills += 1
      }
    })()
    // Whatever failed, nothing is started any more when this is over.
    await Promise.allSettled([writing, killing])
    await writing
    await quiet(carrier)
  } finally {
    await product.kill()
  }
  report.lookUps = carrier.requests.filter(({ method }) => method === 'GET').length
  report.sent = carrier.sent.length
  await compare(dataDir, people, report)
  await carrier.close()
  rmSync(dataDir, { recursive: true, force: true })
  return report
}

async function quiet(carrier: Carrier): Promise<void> {
  for (let before = -1; before !== carrier.requests.length; ) {
    before = carrier.requests.length
    await pause(QUIET)
  }
}

async function compare(dataDir: string, people: readonly TextPerson[], report: TextReport): Promise<void> {
  const server = await startEmbedded({ dataDir, log: () => {} })
  const stored = await openProduct({
    databaseUrl: server.url,
    masterKey: masterKeyFile(dataDir, () => {}),
    openingHours: null,
    log: makeLog('silent')
  })
  for (const person of people) {
    const { wrote, said } = await talkOf(stored, person)
    report.texts += person.wrote.length
    // An answer is kept by the label of its option: their own words show the order, the count that nothing is missing.
    const own = (texts: readonly string[]) => texts.filter(text => text.includes('kettle'))
    const isRead = wrote.length === person.wrote.length && own(wrote).join('\n') === own(person.wrote).join('\n')
    if (!isRead) report.misread.push(`${person.number} wrote ${person.wrote.join(' / ')}; stored: ${wrote.join(' / ')}`)
    if (said.join('\n') !== person.got.join('\n')) {
      report.misheard.push(`to ${person.number}: ${said.join(' / ')}; got: ${person.got.join(' / ')}`)
    }
  }
  await stored.close()
  await server.stop()
}

async function talkOf({ conversations, vault }: Product, { number }: TextPerson) {
  const id = await conversations.ofPhone(vault.blindIndex(number))
  const messages = (id === null ? null : await conversations.read(id))?.messages ?? []
  return {
    wrote: messages.filter(({ from }) => from === 'person').map(({ text }) => text),
    said: messages.filter(({ from }) => from === 'assistant').map(({ text }) => text)
  }
}
