// Starts the product and stops it: the only file that knows everybody.
import type { FastifyInstance } from 'fastify'
import { Hub } from './channels/hub.ts'
import { INBOUND_PATH } from './channels/sms/deps.ts'
import { webChannel } from './channels/web/routes.ts'
import { addressReader } from './client-address.ts'
import { type Config, readConfig } from './config.ts'
import { staffOrigin } from './console/routes.ts'
import { databaseServer } from './database-server.ts'
import { FAULTS, OperatorError } from './errors.ts'
import { firstSignIn } from './first-sign-in.ts'
import { addHealth } from './health.ts'
import { type Log, makeLog } from './log.ts'
import { openProduct, type Product } from './product.ts'
import { moveWaiting } from './store/dataset-waiting.ts'
import { forgetDelivered } from './store/deliveries-out.ts'
import { AlreadyRunning, CannotStart } from './store/embedded/index.ts'
import { type Hearers, layOut } from './store/events.ts'
import { runDueClock, type Tick, tellOpening, tellPresence } from './store/handover-clocks.ts'
import { runJobs } from './store/jobs.ts'
import { purgeExpired } from './store/purge.ts'
import { keepRecord } from './store/record-days.ts'
import { runDueTimer } from './store/timers.ts'
import { toDo, toDoLines } from './triage/directory/to-do.ts'
import { answerLines } from './wording/answers.ts'
import { draftLines } from './wording/review.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Opens a door and returns its address. Throws an OperatorError when the port is taken. */
async function listen(server: FastifyInstance, what: string, port: number, host: string): Promise<number> {
  try {
    await server.listen({ port, host })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new OperatorError(FAULTS.portTaken(what, port))
    }
    throw error
  }
  const address = server.server.address()
  return typeof address === 'object' && address ? address.port : port
}

const hearersOf = ({ outputs }: Config): Hearers => ({
  webhook: outputs?.webhook?.url ?? null,
  onCall: Boolean(outputs?.mail?.onCall)
})

const jobsOf = (product: Product, config: Config, log: Log) => {
  const { connection, owner, vault, keyed, conversations, desk } = product
  const hearers = hearersOf(config)
  const keeping = {
    connection,
    owner,
    record: keyed.record,
    retention: config.retentionOfRecord,
    webhook: hearers.webhook,
    auditors: Boolean(config.outputs?.mail?.auditors),
    broken: (row: number) =>
      log.error(
        { row },
        'the record does not hold from this row on: change nothing in the database, and tell an auditor'
      )
  }
  const tick: Tick = (conversation, event, id) => conversations.tick(conversation, event, id)
  return runJobs(
    [
      // Where nobody is to hear them, events are deleted.
      { name: 'events', run: () => layOut(connection, hearers, new Date()) },
      { name: 'old deliveries', run: () => forgetDelivered(connection, new Date()) },
      { name: 'timers', run: () => runDueTimer(connection, new Date()) },
      { name: 'clocks', run: () => runDueClock(connection, tick, new Date()) },
      { name: 'presence', run: () => tellPresence(connection, tick, new Date()) },
      {
        name: 'opening',
        async run() {
          const now = new Date()
          const { open } = await desk.availability(now)
          return tellOpening(connection, tick, open, now)
        }
      },
      { name: 'record', run: () => keepRecord(keeping, new Date()) },
      { name: 'purge', run: async () => (await purgeExpired(connection, vault, new Date())) > 0 },
      { name: 'dataset', run: () => moveWaiting(owner, vault, new Date()) }
    ],
    (job, error) => log.error({ job, error }, 'a job failed and will be tried again')
  )
}

async function start(config: Config, log: Log): Promise<() => Promise<void>> {
  const database = await databaseServer(config, log)
  const closers: (() => Promise<unknown>)[] = [() => database.stop()]
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const product = await openProduct({
      ...config,
      databaseUrl: database.url,
      ownerUrl: database.ownerUrl,
      masterKey: database.masterKey,
      log
    })
    closers.push(() => product.close())
    const jobs = jobsOf(product, config, log)
    closers.push(() => jobs.stop())

    const hub = new Hub(inbound => product.conversations.receive(inbound))
    const addressOf = addressReader(config.trustedProxy)
    const key = product.vault.derive('web sessions')
    const web = webChannel({ ...product, hub, key, exitUrl: config.exitUrl, log, addressOf })
    // Loaded only where there are texts: the carrier's library costs a third of a second and 20 MB.
    const texts = config.twilio && (await import('./texts.ts')).startTexts(product, hub, config.twilio, log)
    if (texts) {
      texts.addTo(web)
      closers.push(() => texts.stop())
    }
    const outputs = config.outputs && (await import('./outputs.ts')).startOutputs(product, config.outputs, log)
    if (outputs) closers.push(() => outputs.stop())
    // Loaded only where there is an Azure: its libraries cost a third of a second and 40 MB.
    const azure = config.azure && (await import('./azure.ts')).startAzure(product, config.azure, log)
    if (azure) {
      azure.addTo(web)
      closers.push(() => azure.stop())
    }
    // Loaded only where staff sign in elsewhere.
    const identityProvider =
      config.identity && (await import('./staff/identity-provider.ts')).identityProvider(config.identity)
    const staff = staffOrigin({
      ...product,
      key: product.vault.derive('staff sessions'),
      log,
      addressOf,
      staffUrl: config.staffUrl,
      mail: outputs?.mail ?? null,
      onCall: hearersOf(config).onCall,
      mirror: azure,
      identityProvider
    })
    for (const origin of [web, staff]) addHealth(origin, product.connection)
    closers.push(
      () => web.close(),
      () => staff.close()
    )

    const staffPort = await listen(staff, 'the staff page', config.staffPort, config.host ?? '127.0.0.1')
    const staffUrl = config.staffUrl ?? `http://127.0.0.1:${staffPort}`
    const port = await listen(web, 'the chat page', config.port, config.host ?? 'localhost')
    say('Sidedoor is ready.')
    say(`  Chat page:            ${config.publicUrl ?? `http://localhost:${port}`}`)
    if (config.twilio) say(`  Texts come in at:     ${config.twilio.publicUrl}${INBOUND_PATH}`)
    say(`  Staff page:           ${staffUrl}`)
    for (const line of await firstSignIn(product.staff, staffUrl, process.stdout.isTTY === true)) say(line)
    const day = new Date().toISOString().slice(0, 10)
    const answers = product.wordbook.in('en').answers
    const directory = toDo(product.directory, day)
    const open = [...draftLines(product.wordbook.drafts), ...answerLines(answers, day), ...toDoLines(directory)]
    if (open.length > 0) say('Before people use this:')
    for (const line of open) say(`  - ${line}`)
  } catch (error) {
    await close()
    throw error
  }
  return close
}

/** Prints what the operator must do, or, for what nobody foresaw, where it happened. Never anybody's words. */
function explain(error: unknown, log: Log): void {
  if (error instanceof OperatorError || error instanceof AlreadyRunning || error instanceof CannotStart) {
    process.stderr.write(`${error.message}\n`)
  } else {
    log.fatal({ error }, 'Sidedoor could not start: report this line')
  }
}

async function main(): Promise<void> {
  let log = makeLog('info')
  try {
    if (process.env.DEBUG) throw new OperatorError(FAULTS.debugSet())
    const config = readConfig(process.env)
    log = makeLog(config.logLevel)
    const close = await start(config, log)
    let closing = false
    const stop = async () => {
      if (closing) return
      closing = true
      await close()
      process.exit(0)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  } catch (error) {
    explain(error, log)
    process.exit(1)
  }
}

await main()
