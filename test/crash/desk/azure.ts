// Azure beside a desk: it fails at random, hangs, and some workers write there. What it does must not be felt here.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Failing } from '../../azure/faults.ts'
import type { StoredThread } from '../../azure/memory.ts'
import { openStandIn, type StandIn } from '../../azure/stand-in.ts'
import { doubled } from '../../azure/words-in.ts'
import { seeded } from '../../carrier/seeded.ts'
import { Authority } from '../../outputs/certificates.ts'
import type { Pair } from './pair.ts'
import type { Told } from './told.ts'
import { OUTSIDE } from './words.ts'

const SHARE = 0.3
const FAILINGS: readonly Failing[] = [
  ...[401, 500, 503].map(status => ({ kind: 'status', status }) as const),
  { kind: 'status', status: 429, retryAfter: 1 },
  { kind: 'dropped' },
  { kind: 'replyLost' },
  { kind: 'slow', ms: 600 },
  { kind: 'slowReply', ms: 600 },
  { kind: 'malformed', body: '{}' }
]
/** Longer than anybody here has patience for, in ms. */
const HANGS = 8_000
/** Between two words written in Azure, at most, in ms: few enough that its own limits are not what is looked at. */
const WRITES_EVERY = 1_500
/** A killed process had a thread for so long at most, and a fault puts it off, in ms. */
const NOTICED_WITHIN = 90_000

export class DeskAzure {
  readonly settings: Readonly<Record<string, string>>
  readonly #standIn: StandIn
  readonly #workers: ReadonlyMap<string, string>
  readonly #random: () => number
  #written = 0

  private constructor(standIn: StandIn, workers: ReadonlyMap<string, string>, ca: string, random: () => number) {
    this.#standIn = standIn
    this.#workers = workers
    this.#random = random
    this.settings = {
      // The product trusts one authority more, and checks as ever.
      NODE_EXTRA_CA_CERTS: ca,
      ACS_CONNECTION_STRING: standIn.connectionString,
      ACS_WORKERS: [...workers].map(([user, name]) => `${name}=${user}`).join(','),
      ACS_INCLUDE_SUMMARY: 'yes'
    }
  }

  /** `folder`: where the authority's certificate may lie. */
  static async open(folder: string, names: readonly string[], seed: number): Promise<DeskAzure> {
    const authority = new Authority()
    const ca = join(folder, 'authority.pem')
    writeFileSync(ca, authority.ca)
    const standIn = await openStandIn(authority.vouchFor('localhost'))
    const workers = new Map(names.map(name => [standIn.memory.newUser(), name]))
    const azure = new DeskAzure(standIn, workers, ca, seeded(seed))
    azure.fails()
    return azure
  }

  fails(): void {
    this.#standIn.faults.atRandom(this.#random, SHARE, FAILINGS)
  }

  hangs(): void {
    this.#standIn.faults.atRandom(this.#random, 1, [{ kind: 'hangs', ms: HANGS }])
  }

  /** How many posts stand, or stood, in its threads. */
  get posts(): number {
    const { memory } = this.#standIn
    return memory.everyThread.flatMap(({ id }) => memory.posts(id)).length
  }

  /** Workers write in the threads themselves, with an app of their own. */
  async write(goesOn: () => boolean): Promise<void> {
    const { memory } = this.#standIn
    while (goesOn()) {
      await pause(this.#random() * WRITES_EVERY)
      const threads = [...memory.threads.values()]
      const thread = threads[Math.floor(this.#random() * threads.length)]
      const user = thread && [...this.#workers.keys()].find(one => thread.participants.has(one))
      if (!thread || !user) continue
      this.#written += 1
      const content = `outside ${this.#written} by ${this.#workers.get(user)}`
      memory.add(thread, { type: 'text', sender: user, content })
    }
  }

  /** Words written in Azure that came here. */
  cameFrom(told: readonly Told[]): number {
    return told.flatMap(({ messages }) => messages.filter(({ text }) => OUTSIDE.test(text))).length
  }

  /** What they wrote came here once at most, in order, as theirs; and nothing of ours stands twice in a thread of theirs. */
  faultsOf(told: readonly Told[]): string[] {
    const counts = new Map<string, number>()
    const late: string[] = []
    for (const { person, messages } of told) {
      const outside = messages.filter(({ text, from }) => from === 'worker' && OUTSIDE.test(text))
      for (const { text } of outside) counts.set(text, (counts.get(text) ?? 0) + 1)
      for (const thread of this.#standIn.memory.everyThread) {
        const posted = this.#standIn.memory
          .posts(thread.id)
          .filter(({ sender }) => this.#workers.has(sender))
          .map(({ content }) => content)
        const came = outside.map(({ text }) => text).filter(text => posted.includes(text))
        const inOrder = posted.filter(text => came.includes(text))
        if (came.join() !== inOrder.join()) late.push(`${person.name}: ${came.join()} came; written: ${inOrder.join()}`)
      }
    }
    const twice = [...counts].filter(([, count]) => count > 1).map(([text]) => `${text} came twice from Azure`)
    return [...late, ...twice, ...doubled(this.#standIn).map(key => `${key} stands twice in a thread`)]
  }

  /** Everybody has gone: whatever is left in Azure is known here, and is being deleted. */
  async leftovers(pair: Pair): Promise<string[]> {
    for (const until = Date.now() + NOTICED_WITHIN; ; await pause(250)) {
      const found = await this.#leftIn(pair)
      if (found.length === 0 || Date.now() > until) return found
    }
  }

  /** How many threads there are. */
  get threads(): number {
    return this.#standIn.memory.threads.size
  }

  async #leftIn({ behind }: Pair): Promise<string[]> {
    const { rows } = await behind.connection.pool.query<{ id: string; state: string; thread: string | null }>(
      'select id, state, thread from azure_thread'
    )
    const { memory } = this.#standIn
    const isKnown = ({ id: thread }: StoredThread) =>
      rows.some(row => row.thread === thread || [...memory.idempotent].some(isAskedFor(row.id, thread)))
    return [
      ...rows.filter(({ state }) => state !== 'closing').map(({ id, state }) => `${id} is ${state}`),
      ...[...memory.threads.values()].filter(thread => !isKnown(thread)).map(({ id }) => `nobody knows of ${id}`)
    ]
  }

  close(): Promise<void> {
    return this.#standIn.close()
  }
}

/** A thread whose id never reached us is asked for again under our own. */
const isAskedFor =
  (ours: string, thread: string) =>
  ([key, made]: readonly [string, string]): boolean =>
    made === thread && key.endsWith(` ${ours}`)
