// How soon a worker's words are on the person's page, and what a live conversation costs in memory: many of them on one process.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CONVERSATIONS_AT_ONCE } from '../src/limits.ts'
import { at, memory, ms, print } from './figures.ts'
import { Person, Worker } from './live/chat.ts'
import { startForBench } from './start.ts'
import { speedOf } from './turns.ts'

/** Conversations that are live at once, each with the person's page and the worker's open. */
const LIVE = 200
/** Words that are timed. The first ones only warm up. */
const WORDS = 400
const WARM_UP = 100
/** In ms: for what is left over from an act to be let go. */
const SETTLES = 1_000
/** The process collects its garbage when told to, so that what is weighed is what is held. */
const COLLECTS = ['--expose-gc', '--import', 'data:text/javascript,process.on("SIGUSR2",()=>gc())']

interface Chat {
  readonly person: Person
  readonly worker: Worker
  readonly reference: string
}

async function weighed(pid: number): Promise<number> {
  await pause(SETTLES)
  process.kill(pid, 'SIGUSR2')
  await pause(SETTLES)
  return memory(pid)
}

/** One after another, as people come: whoever has just asked is the only one in the queue. */
async function begin(chat: string, worker: Worker): Promise<Chat> {
  const person = new Person(chat)
  await person.asks()
  const reference = await worker.takesFirst()
  await person.listens()
  await worker.follows(reference)
  return { person, worker, reference }
}

/** Milliseconds from the worker's sending to the event on the person's open page. */
async function takes({ person, worker, reference }: Chat, text: string): Promise<number> {
  const heard = person.hears(text)
  const sent = performance.now()
  await worker.does(`/c/${reference}/say`, { text })
  return (await heard) - sent
}

export async function live(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-bench-'))
  chmodSync(dataDir, 0o711)
  const product = await startForBench(dataDir, COLLECTS)
  const first = await Worker.signIn(product.staff, await product.signIn())
  let worker = first
  // What loading and compiling takes is no conversation's.
  const chats = [await begin(product.chat, worker)]
  for (let word = 0; word < WARM_UP; word += 1) for (const chat of chats) await takes(chat, `warming up, word ${word}.`)
  const before = await weighed(product.pid)
  while (chats.length <= LIVE) {
    if (chats.length % CONVERSATIONS_AT_ONCE === 0) worker = await Worker.signIn(product.staff, await first.invites())
    chats.push(await begin(product.chat, worker))
  }
  const after = await weighed(product.pid)
  const each: number[] = []
  const started = performance.now()
  for (let word = 0; word < WORDS; word += 1) {
    const chat = chats[(word * 7) % chats.length]
    if (chat) each.push(await takes(chat, `word ${word} of many`))
  }
  const speed = speedOf(each, started)
  print(`a worker's words to the page, ${LIVE} live: p50, p99`, `${ms(at(speed, 0.5))}, ${ms(at(speed, 0.99))}`)
  print('memory of a live conversation, two pages open', `${(((after - before) * 1024) / LIVE).toFixed(0)} kB`)
  for (const { person, worker: theirs } of chats) {
    person.goes()
    theirs.goes()
  }
  await product.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
