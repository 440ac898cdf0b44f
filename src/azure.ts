// The bridge to Azure and its work, wired: part of main, which alone knows everybody. Loaded only where it is configured.
import type { FastifyInstance } from 'fastify'
import { REFUSALS } from './console/refusals.ts'
import { summaryOf } from './console/summary-of.ts'
import { readText } from './console/typed-text.ts'
import { visibleMessages } from './console/visible-messages.ts'
import type { Reading } from './conversation/ports.ts'
import type { AzureAccount } from './handover/azure/account.ts'
import { AzureTransport } from './handover/azure/azure-transport.ts'
import { Bridge } from './handover/azure/bridge.ts'
import type { ClientOptions } from './handover/azure/clients.ts'
import type { DeskRules } from './handover/azure/deps.ts'
import { addEvents } from './handover/azure/events.ts'
import type { Unspoken } from './handover/azure/thread.ts'
import { AZURE_BRIDGES, SMS_SEGMENTS_MAX, TEXT_MAX } from './limits.ts'
import type { Log } from './log.ts'
import type { Product } from './product.ts'
import { AzureThreads } from './store/azure-threads.ts'
import { AzureUser } from './store/azure-user.ts'
import { type Job, type Loop, runJobs } from './store/jobs.ts'
import { bannerText } from './summary/banner-text.ts'
import { languageName } from './summary/language-name.ts'
import type { StaffKey } from './wording/keys.ts'

export interface Azure {
  /** Opens Event Grid's door on the person's origin, where a secret is set for it. */
  addTo(app: FastifyInstance): void
  /** Whether a conversation's chat in Azure lacks something of ours now. */
  isBehind(conversation: string): Promise<boolean>
  stop(): Promise<void>
}

const REFUSED = {
  ...REFUSALS,
  notOptedIn: 'azureStaysHere',
  notPlain: 'azureNotPlain',
  empty: 'refusedEmpty',
  long: 'refusedLong'
} as const satisfies Record<Unspoken, StaffKey>

/** The rules of the desk for those who write from Azure. */
export function deskRules(product: Product): DeskRules {
  const words = product.wordbook.in('en')
  return {
    clean: readText,
    visible: visibleMessages,
    whyNot: refused => words.staff(REFUSED[refused], { max: refused === 'long' ? TEXT_MAX : SMS_SEGMENTS_MAX }),
    async firstLines(reading: Reading) {
      const { reference, channel, locale } = reading.conversation
      const now = new Date()
      const listed = await product.staff.byReference(reference, now)
      if (!listed) throw new Error('a conversation has a worker and was never handed over')
      const { safeContact } = await summaryOf(product, words, listed, reading, now)
      const band = words.staff(`referralBand-${listed.workerBand ?? listed.band}`)
      const reached = { channel: words.staff(`referralChannel-${channel}`), language: languageName(locale) }
      return [
        words.staff('azureReference', { reference, ...reached }),
        words.staff('azureBand', { band }),
        ...bannerText(safeContact, words)
      ]
    }
  }
}

/** The bridge over the product's own store. `options`: how Azure is reached, for tests. */
export function bridgeOf(
  product: Product,
  account: AzureAccount,
  log: Log,
  options: ClientOptions = {},
  now = () => new Date()
) {
  const { connection, conversations, wordbook } = product
  const threads = new AzureThreads(connection)
  const { host } = new URL(/endpoint=([^;]+)/i.exec(account.connectionString)?.[1] ?? 'https://unknown')
  const transport = new AzureTransport(account.connectionString, new AzureUser(connection, host), options)
  const desk = deskRules(product)
  const bridge = new Bridge({ account, transport, threads, conversations, desk, words: wordbook.in('en'), log, now })
  return { bridge, threads }
}

/** Mirrors what workers in Azure have taken: loops of their own, for which nobody waits. */
export function startAzure(product: Product, account: AzureAccount, log: Log, options: ClientOptions = {}): Azure {
  const { bridge, threads } = bridgeOf(product, account, log, options)
  const loop = (...jobs: Job[]): Loop =>
    runJobs(jobs, (job, error) => log.error({ job, error }, 'a job failed and will be tried again'))
  const step = { name: 'chats in Azure', run: () => bridge.step() }
  const loops = [
    loop({ name: 'new chats in Azure', run: () => bridge.begin() }, step),
    ...Array.from({ length: AZURE_BRIDGES - 1 }, () => loop(step))
  ]
  const wake = () => {
    for (const each of loops) each.wake()
  }
  const stopListening = product.bell.listen('queue', wake)
  const ring = async (rung: readonly string[]) => {
    await threads.ring(rung, new Date())
    wake()
  }
  return {
    addTo(app) {
      if (account.eventSecrets.length > 0) addEvents(app, { secrets: account.eventSecrets, ring, log })
    },
    isBehind: conversation => threads.isBehind(conversation),
    async stop() {
      stopListening()
      await Promise.all(loops.map(each => each.stop()))
    }
  }
}
