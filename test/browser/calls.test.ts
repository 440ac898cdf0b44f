// Somebody waits: what a worker hears and sees of it while they look elsewhere, and what they do not until they switch it on.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeLog } from '../../src/log.ts'
import { openProduct, type Product } from '../../src/product.ts'
import { Person } from '../console/desk.ts'
import type { TestProduct } from '../open-test-product.ts'
import { answer } from '../opening.ts'
import { hasFocus } from './keyboard.ts'
import { words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

let stage: Stage
/** On the database of the running product: people come in here, as they would in another process. */
let behind: Product
let robin: Worker

beforeAll(async () => {
  const masterKey = randomBytes(32)
  stage = await raiseStage({ MASTER_KEY: masterKey.toString('base64') })
  behind = await openProduct({ databaseUrl: stage.databaseUrl, masterKey, openingHours: null, log: makeLog('silent') })
  robin = await Worker.signIn(stage.browser, stage.product.staff, await stage.product.signIn(), 'Robin')
  // What would be heard and shown outside the page is counted in its place.
  await robin.context.addInitScript(() => {
    const counted = { tones: 0, shown: [] as string[] }
    Object.assign(window, { counted })
    const make = AudioContext.prototype.createOscillator
    AudioContext.prototype.createOscillator = function () {
      counted.tones += 1
      return make.call(this)
    }
    class Shown {
      static permission = 'granted'
      static requestPermission = async () => 'granted'
      constructor(text: string, more: object) {
        counted.shown.push(`${text} ${Object.keys(more).sort().join(' ')}`)
      }
    }
    Object.assign(window, { Notification: Shown })
  })
})
afterAll(async () => {
  await behind?.close()
  await stage?.close()
})

const asks = (...events: Parameters<Person['does']>[0][]) => Person.asks(behind as TestProduct, events)
const counted = () =>
  robin.page.evaluate(() => (window as unknown as { counted: { tones: number; shown: string[] } }).counted)
const titled = (start: string) => expect.poll(() => robin.page.title(), { timeout: 20_000 }).toBe(start)
const desk = words.staff('deskTitle')
const announced = () => robin.page.locator('#announce').textContent()

it('the title counts who waits and a line says so, and nothing sounds or shows until it is switched on', async () => {
  await robin.toDesk()
  await robin.page.locator('#calls span').waitFor({ state: 'attached' })
  expect(await robin.page.title()).toBe(desk)
  await asks()
  await titled(`(1) ${desk}`)
  await expect.poll(announced).toBe(words.staff('waitingCount', { people: 1 }))
  expect(await counted()).toEqual({ tones: 0, shown: [] })
}, 60_000)

it('switched on by keyboard, a tone and a fixed sentence come, and at most once in ten seconds', async () => {
  const { page } = robin
  await page.goto(`${robin.staff}/settings`)
  for (const name of ['sound', 'notify'] as const) {
    const box = page.locator(`input[name=${name}]`)
    expect(await box.isChecked()).toBe(false)
    await box.focus()
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText(words.staff('settingsSaved')).waitFor()
  expect(await page.locator('input[name=sound]').isChecked()).toBe(true)

  await robin.toDesk()
  await titled(`(1) ${desk}`)
  await asks()
  await titled(`(2) ${desk}`)
  await expect.poll(async () => (await counted()).tones).toBe(1)
  await asks(answer('channelOk', 'yes'), { type: 'typed', text: 'the blue door' })
  await titled(`(3) ${desk}`)
  // Not yet: ten seconds have not passed.
  expect((await counted()).tones).toBe(1)
  await expect.poll(async () => (await counted()).tones, { timeout: 15_000 }).toBe(2)
  expect((await counted()).shown).toEqual(Array(2).fill('Someone is waiting silent tag'))
}, 90_000)

it('a conversation and everything live count too', async () => {
  const { page } = robin
  for (const path of ['/live', `/c/${(await asks()).reference}`]) {
    await page.goto(`${robin.staff}${path}`)
    await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/^\(4\) /)
  }
}, 60_000)

it('a link of everything live that somebody is at is not lost when the list is rendered anew', async () => {
  const { page } = robin
  await page.goto(`${robin.staff}/live`)
  await page.locator('#calls span').waitFor({ state: 'attached' })
  const link = page.locator('#live a').first()
  await link.focus()
  await asks()
  await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/^\(5\) /)
  expect(await hasFocus(link)).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/c\//)
}, 60_000)
