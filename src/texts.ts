// The text channel and its work, wired: part of main, which alone knows everybody.
import type { FastifyInstance } from 'fastify'
import type { Hub } from './channels/hub.ts'
import type { TextAccount } from './channels/sms/deps.ts'
import { addSms } from './channels/sms/routes.ts'
import { takeUp } from './channels/sms/take-up.ts'
import { TwilioPhone } from './channels/sms/twilio-phone.ts'
import { SENDERS, TAKERS } from './limits.ts'
import type { Log } from './log.ts'
import type { Product } from './product.ts'
import { forgetNext } from './store/carrier-records.ts'
import { deliveriesOf } from './store/deliveries.ts'
import { type Job, type Loop, runJobs } from './store/jobs.ts'
import { sendNext } from './store/outbox.ts'
import { TextStore } from './store/texts-in.ts'

interface Texts {
  /** Opens the carrier's doors on the person's origin. */
  addTo(app: FastifyInstance): void
  stop(): Promise<void>
}

/** Takes up what comes in, and sends what waits: loops of their own, so that a slow carrier holds up nobody's page. */
export function startTexts(product: Product, hub: Hub, account: TextAccount, log: Log): Texts {
  const { connection, vault, conversations, bell } = product
  const phone = new TwilioPhone(account, log)
  const texts = new TextStore(connection, vault)
  const loop = (...jobs: Job[]): Loop =>
    runJobs(jobs, (job, error) => log.error({ job, error }, 'a job failed and will be tried again'))

  const senders = Array.from({ length: SENDERS }, () =>
    loop({ name: 'texts out', run: () => sendNext(connection, vault, phone, () => new Date()) })
  )
  const send = () => {
    for (const sender of senders) sender.wake()
  }
  // Several at once: each waits mostly for the disk, and a number's texts stay in order whoever takes them up.
  const takers = Array.from({ length: TAKERS }, () =>
    loop({
      name: 'texts in',
      async run() {
        const found = await texts.next(text => takeUp(text, { conversations, hub }), new Date())
        if (found) send()
        return found
      }
    })
  )
  const take = () => {
    for (const taker of takers) taker.wake()
  }
  const keeper = loop(
    { name: 'records at the carrier', run: () => forgetNext(connection, phone, new Date()) },
    { name: 'old ids of texts', run: async () => (await texts.forgetOld(new Date())) > 0 }
  )
  // A worker's words, on this process or another.
  const stopListening = bell.listen('queue', send)
  const deps = { account, conversations, hub, texts, deliveries: deliveriesOf(connection), wake: take, log }
  return {
    addTo: app => addSms(app, deps),
    async stop() {
      stopListening()
      await Promise.all([...takers, keeper, ...senders].map(each => each.stop()))
    }
  }
}
