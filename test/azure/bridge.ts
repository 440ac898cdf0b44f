// A real product with the bridge in front of the stand-in, a person and two workers, and a clock that can be put forward.
import { randomBytes, randomUUID } from 'node:crypto'
import { ChatClient } from '@azure/communication-chat'
import { AzureCommunicationTokenCredential } from '@azure/communication-common'
import { sql } from 'kysely'
import { bridgeOf, deskRules } from '../../src/azure.ts'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { Worker } from '../../src/conversation/worker-turn.ts'
import type { AzureAccount } from '../../src/handover/azure/account.ts'
import { AzureTransport } from '../../src/handover/azure/azure-transport.ts'
import { Bridge } from '../../src/handover/azure/bridge.ts'
import { makeLog } from '../../src/log.ts'
import { AzureThreads } from '../../src/store/azure-threads.ts'
import { AzureUser } from '../../src/store/azure-user.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { mortal } from './mortal.ts'
import { openStandIn, type StandIn } from './stand-in.ts'
import { tokenFor } from './tokens.ts'

export const PATIENCE = 250
const SECOND = 1_000

export interface Outside extends Worker {
  /** Their user in Azure. */
  readonly user: string
  /** Writes in a thread with their own app. */
  writes(thread: string, text: string, type?: 'text' | 'html'): Promise<string>
}

export interface Scene {
  readonly product: TestProduct
  readonly azure: StandIn
  readonly anna: Outside
  readonly bert: Worker
  readonly threads: AzureThreads
  bridge: Bridge
  /** A process that is killed at its so many-th act, before it is done or before it is noted; afterwards it does nothing. */
  mortal(killedAt: number, isDoneFirst: boolean): Bridge
  /** Another process, over the same database. */
  another(changed?: Partial<AzureAccount>): Bridge
  later(ms: number): void
  now(): Date
  /** A conversation that this worker has taken. */
  taken(worker: Worker, channel?: 'web' | 'sms'): Promise<Talk>
  /** Steps until nothing is due, or it is as it should be, putting the clock forward where something waits: so many seconds at most. */
  settle(seconds?: number, until?: () => boolean): Promise<void>
  /** What is left of ours. */
  rows(): Promise<number>
  close(): Promise<void>
}

export class Talk {
  readonly id: string
  readonly #product: TestProduct

  constructor(product: TestProduct, id: string) {
    this.#product = product
    this.id = id
  }

  does(event: PersonEvent) {
    return this.#product.conversations.receive({ conversation: this.id, messageId: randomUUID(), event })
  }

  says(text: string) {
    return this.does({ type: 'typed', text })
  }

  async messages() {
    return (await this.#product.conversations.read(this.id))?.messages ?? []
  }
}

export async function openScene(changed: Partial<AzureAccount> = {}, patience = PATIENCE): Promise<Scene> {
  const [product, azure] = await Promise.all([openTestProduct(), openStandIn()])
  let offset = 0
  const now = () => new Date(Date.now() + offset)
  azure.memory.now = now
  const staffed = async (name: string): Promise<Worker> => {
    const { rows } = await sql<{
      id: string
    }>`insert into staff (id, name) values (gen_random_uuid(), ${name}) returning id`.execute(product.connection.db)
    return { id: rows[0]?.id ?? '', name }
  }
  const [annaHere, bert] = [await staffed('Anna'), await staffed('Bert')]
  const user = azure.memory.newUser()
  const { token } = tokenFor(azure.memory, user, ['chat.join.limited'])
  const endpoint = /endpoint=([^;]+)/.exec(azure.connectionString)?.[1] ?? ''
  const chat = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), { httpClient: azure.theirClient })
  const anna: Outside = {
    ...annaHere,
    user,
    async writes(thread, text, type = 'text') {
      const sent = await chat.getChatThreadClient(thread).sendMessage({ content: text }, { type })
      return sent.id
    }
  }
  const account: AzureAccount = {
    connectionString: azure.connectionString,
    workers: [{ who: 'anna', user }],
    includesWords: true,
    eventSecrets: [],
    staffUrl: 'https://desk.example.org/',
    ...changed
  }
  const options = { httpClient: azure.httpClient, patience }
  const made = (more: Partial<AzureAccount> = {}) =>
    bridgeOf(product, { ...account, ...more }, makeLog('silent'), options, now)
  const { bridge, threads } = made()
  const nextAt = async (): Promise<Date | null> => {
    const { rows } = await sql<{ at: Date | null }>`select min(next_at) as at from azure_thread`.execute(
      product.connection.db
    )
    return rows[0]?.at ?? null
  }
  const scene: Scene = {
    product,
    azure,
    anna,
    bert,
    threads,
    bridge,
    another: more => made(more).bridge,
    mortal(killedAt, isDoneFirst) {
      const life = mortal(killedAt, isDoneFirst)
      const transport = new AzureTransport(
        account.connectionString,
        new AzureUser(product.connection, new URL(endpoint).host),
        options
      )
      return new Bridge({
        account,
        transport: life(transport),
        threads: life(new AzureThreads(product.connection)),
        conversations: life(product.conversations),
        desk: deskRules(product),
        words: product.wordbook.in('en'),
        log: makeLog('silent'),
        now
      })
    },
    later(ms) {
      offset += ms
    },
    now,
    async taken(worker, channel = 'web') {
      const { conversations } = product
      const id = await conversations.begin({ channel, locale: 'en', access: randomBytes(32), peer: null })
      const talk = new Talk(product, id)
      await talk.does({ type: 'person' })
      await conversations.join(id, worker, randomUUID())
      return talk
    },
    async settle(seconds = 20, until = () => false) {
      const end = now().getTime() + seconds * SECOND
      while (!until()) {
        const begun = await scene.bridge.begin()
        while (await scene.bridge.step());
        const next = await nextAt()
        if (!next && !begun && !(await scene.bridge.begin())) return
        const wait = (next ?? now()).getTime() - now().getTime()
        if (now().getTime() + wait > end) return
        // In so long a time everything under way would have ended.
        if (wait > SECOND) await azure.idle()
        offset += Math.max(1, wait)
      }
    },
    async rows() {
      const { rows } = await sql`select 1 from azure_thread`.execute(product.connection.db)
      return rows.length
    },
    async close() {
      await product.close()
      await azure.close()
    }
  }
  return scene
}
