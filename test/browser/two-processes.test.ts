// Two processes on one database are one desk: as people and workers on either see it in their browsers.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningProduct, startProduct } from '../crash/product-process.ts'
import { Person } from './person.ts'
import { SOON, seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

let stage: Stage
let folder: string
let first: RunningProduct
let second: RunningProduct
/** On the first process, and on the second. */
let robin: Worker
let noor: Worker
let person: Person
let database: pg.Client
let settings: Record<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidedoor-two-'))
  chmodSync(folder, 0o711)
  const MASTER_KEY = randomBytes(32).toString('base64')
  stage = await raiseStage({ MASTER_KEY })
  first = stage.product
  settings = { MASTER_KEY, DATABASE_URL: stage.databaseUrl, EXIT_URL: stage.elsewhere.url }
  second = await startProduct(folder, settings)
  noor = await Worker.signIn(stage.browser, second.staff, await second.signIn(), 'Noor')
  const link = new URL(await noor.invite(first.codeFor)).pathname
  robin = await Worker.signIn(stage.browser, first.staff, `${first.staff}${link}`, 'Robin')
  database = new pg.Client({ connectionString: stage.databaseUrl })
  await database.connect()
})
afterAll(async () => {
  await database?.end()
  await second?.kill()
  await stage?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const line = (worker: Worker, text: string) => worker.page.locator('.entry', { hasText: text })
/** It stands on the page that is open, once, without its being loaded again. */
const hears = (worker: Worker, text: string) => expect.poll(() => line(worker, text).count(), SOON).toBe(1)
const reads = (person: Person, text: string) =>
  expect.poll(() => person.log.getByText(text, { exact: true }).count(), SOON).toBe(1)
const lost = ({ page }: Worker) => seen(page.locator('#lost'))

it('of two workers who press Take at once, each on a process of their own, one has the person; the other reads who', async () => {
  const { chat } = second
  person = await Person.at(stage.browser, chat, stage.elsewhere.url)
  await person.open()
  await person.isAsked('channelOk')
  await person.press('person')
  await person.page.locator('[data-now="waiting"]').waitFor()
  // It comes to the list of the other process by itself.
  await robin.page.locator('form[action$="/take"]').waitFor()
  const reference = await robin.openWaiting()
  await noor.page.goto(`${noor.staff}/c/${reference}`)
  await Promise.all([robin, noor].map(({ page }) => page.locator('form[action$="/take"] button').click()))
  const winners = async () => {
    const owns = await Promise.all([robin, noor].map(({ page }) => page.locator('form[action$="/release"]').count()))
    return owns[0] === owns[1] ? null : owns[0] === 1 ? robin : noor
  }
  await expect.poll(winners, SOON).not.toBeNull()
  const winner = await winners()
  const [name, other] = winner === robin ? ['Robin', noor] : ['Noor', robin]
  await expect.poll(() => other.words(), SOON).toContain(name)
  await reads(person, words.message('workerJoined', { name }))
  if (winner === robin) return
  // From here on the person is on one process and their worker on the other.
  await noor.page.locator('form[action$="/release"] button').click()
  await robin.page.goto(`${robin.staff}/c/${reference}`)
  await robin.take()
})

it('what a person and a worker on two processes write comes to the page the other has open', async () => {
  await robin.write('Hello, you are talking to me now.')
  await reads(person, 'Hello, you are talking to me now.')
  await person.say('Is it you?')
  await hears(robin, 'Is it you?')
})

it('words still come after every process was cut off from the bell', async () => {
  const { rowCount } = await database.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sidedoor bell' and datname = current_database()"
  )
  expect(rowCount).toBe(2)
  await robin.write('I am still here.')
  await person.say('So am I.')
  await reads(person, 'I am still here.')
  await hears(robin, 'So am I.')
})

it('a worker whose process dies is told that the connection is lost, and goes on at the other address', async () => {
  const { pathname } = new URL(robin.page.url())
  await robin.field.fill('This was not sent yet.')
  await first.kill()
  await expect.poll(() => lost(robin), SOON).toBe(words.staff('connectionLost'))
  expect(await robin.field.inputValue()).toBe('This was not sent yet.')
  await person.say('Are you there?')
  await robin.page.goto(`${second.staff}${pathname}`)
  await hears(robin, 'Are you there?')
  await robin.write('Yes, I am.')
  await reads(person, 'Yes, I am.')
})

it('a person whose process dies goes on at the other address', async () => {
  const { pathname } = new URL(robin.page.url())
  const third = await startProduct(folder, settings)
  await second.kill()
  await person.page.goto(third.chat, { waitUntil: 'domcontentloaded' })
  await reads(person, 'Yes, I am.')
  await robin.page.goto(`${third.staff}${pathname}`)
  await person.say('I am here too.')
  await hears(robin, 'I am here too.')
  await third.kill()
})
