// npm run bench: speed as ratios from one run, because these numbers mean nothing across machines.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRehearsal } from '../src/rehearsal.ts'
import { at, median, memory, ms, print } from './figures.ts'
import { live } from './live.ts'
import { readingCosts } from './reading.ts'
import { type Started, startForBench } from './start.ts'
import { texts } from './texts.ts'
import { judgementTakes } from './triage.ts'
import { AT_ONCE, rawTurns, type Speed, wholeTurns } from './turns.ts'

/** Whole and raw turns, alternately, so that both meet the same noise. The first pair only warms up. */
async function turns(): Promise<void> {
  const product = await openRehearsal()
  const ratios: number[] = []
  let last: Speed | undefined
  for (let round = 0; round < 6; round += 1) {
    const whole = await wholeTurns(product)
    const raw = await rawTurns(product)
    if (round === 0) continue
    ratios.push(whole.perSecond / raw.perSecond)
    last = whole
    print(`round ${round}: whole / raw turns a second`, `${whole.perSecond.toFixed(0)} / ${raw.perSecond.toFixed(0)}`)
  }
  print(`turns, ${AT_ONCE} people at once: whole / raw (median)`, `${median(ratios).toFixed(2)}  (goal 0.70)`)
  if (last) {
    print('one turn under that load: p50, p99', `${ms(at(last, 0.5))}, ${ms(at(last, 0.99))}`)
    judgement(1_000_000 / last.perSecond)
  }
  await product.close()
}

/** Flags, band and services are worked out in every turn: they must be lost in what a turn costs. In microseconds. */
function judgement(turn: number): void {
  const takes = judgementTakes()
  print('flags, band and match of one conversation', `${takes.toFixed(1)} microseconds`)
  print('the same / one turn', `${(takes / turn).toFixed(3)}  (a turn every ${turn.toFixed(0)} microseconds)`)
}

interface First {
  readonly bytes: number
  readonly body: number
}

/** The first question as a phone fetches it: everything is in this one answer (the browser tests prove it). */
function firstQuestion(chat: string): Promise<First> {
  return new Promise((resolve, reject) => {
    const sent = request(`${chat}/`, { headers: { 'accept-encoding': 'br', accept: 'text/html' } }, reply => {
      const chunks: Buffer[] = []
      reply.on('data', chunk => chunks.push(chunk))
      reply.on('end', () => {
        const body = Buffer.concat(chunks)
        const head = reply.rawHeaders.reduce((sum, text) => sum + text.length + 2, 0)
        resolve({ bytes: body.length + head, body: body.length })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

async function start(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-bench-'))
  chmodSync(dataDir, 0o711)
  const first = await startForBench(dataDir)
  await first.stop()
  const warm: number[] = []
  let running: Started | undefined
  for (let round = 0; round < 5; round += 1) {
    await running?.stop()
    running = await startForBench(dataDir)
    warm.push(running.took)
  }
  print('first start (makes the database)', ms(first.took))
  print('warm start (median of 5)', `${ms(median(warm))}  (goal 3000 ms)`)
  print('first start / warm start', (first.took / median(warm)).toFixed(2))
  if (running) {
    const page = await firstQuestion(running.chat)
    print('first question: body, with headers (brotli)', `${page.body} B, ${page.bytes} B in 1 request  (goal 6000 B)`)
    print(
      'first question against the lightest peer (93,907 B)',
      `${(93_907 / page.bytes).toFixed(1)} times fewer bytes  (goal 15)`
    )
    print('memory of the app process', `${memory(running.pid).toFixed(0)} MB  (goal 150 MB)`)
    await running.stop()
  }
  rmSync(dataDir, { recursive: true, force: true })
}

/** The conversation is locked while a message is read. */
async function reading(): Promise<void> {
  for (const { name, takes, ratio } of await readingCosts())
    print(name, `${ms(takes)} of the processor, ${ratio.toFixed(1)} short messages  (goal below 50 ms)`)
}

await start()
await turns()
await reading()
await live()
await texts()
