// A worker answers somebody who texts: how far each text got, how many the next will take, and why none may go.
import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeLog } from '../../src/log.ts'
import { openProduct, type Product } from '../../src/product.ts'
import { freeHands } from '../console/free-hands.ts'
import { Texter } from '../console/texter.ts'
import { Look } from './access-look.ts'
import { SOON, seen, words } from './screen.ts'
import { raiseStage, type Stage } from './stage.ts'
import { Worker } from './worker.ts'

/** In ms: every state is looked at on every screen, by every rule. */
const WALK_PATIENCE = 240_000

let stage: Stage
/** On the database of the running product: the texts of people come in here, as they would from another process. */
let behind: Product
let robin: Worker

beforeAll(async () => {
  const masterKey = randomBytes(32)
  stage = await raiseStage({ MASTER_KEY: masterKey.toString('base64') })
  behind = await openProduct({
    databaseUrl: stage.databaseUrl,
    masterKey,
    openingHours: null,
    log: makeLog('silent')
  })
  robin = await Worker.signIn(stage.browser, stage.product.staff, await stage.product.signIn(), 'Robin')
})
afterEach(() => freeHands(behind))
afterAll(async () => {
  await behind?.close()
  await stage?.close()
})

const open = async ({ reference }: Texter) => {
  await robin.page.goto(`${robin.staff}/c/${reference}`)
}
const taken = async () => {
  const texter = await Texter.waits(behind)
  await open(texter)
  await robin.take()
  await texter.send()
  return texter
}
const line = (text: string) => robin.page.locator('.entry', { hasText: text })
const count = () => seen(robin.page.locator('#texts'))

describe('a worker at the desk', () => {
  it('sees a text get further while they write the next one, and loses no word of it', async () => {
    const texter = await taken()
    await robin.write('Hello, I am Robin.')
    await expect.poll(() => seen(line('Hello, I am Robin.')), SOON).toContain(words.staff('delivery-waiting'))
    await robin.field.fill('I am just reading')
    await texter.send()
    await expect.poll(() => seen(line('Hello, I am Robin.')), SOON).toContain(words.staff('delivery-sent'))
    await texter.report('delivered')
    await expect.poll(() => seen(line('Hello, I am Robin.')), SOON).toContain(words.staff('delivery-delivered'))
    expect(await robin.field.inputValue()).toBe('I am just reading')
    expect(await robin.field.evaluate(field => field === document.activeElement)).toBe(true)
    expect(await line('Hello, I am Robin.').count()).toBe(1)
  })

  it('sees how many texts their words will take, and in words when they are too many', async () => {
    await taken()
    const over = robin.page.locator('#texts [role="status"]')
    expect(await count()).toBe('Texts: 0')
    for (const [text, texts] of [
      ['a'.repeat(160), 1],
      ['a'.repeat(161), 2],
      ['a'.repeat(306), 2],
      ['a'.repeat(307), 3],
      [`${'a'.repeat(70)}…`, 2]
    ] as const) {
      await robin.field.fill(text)
      expect(await count()).toContain(`Texts: ${texts}`)
      expect(await over.textContent()).toBe(texts > 2 ? words.staff('textsOver', { max: 2 }) : '')
    }
    await robin.field.fill('a'.repeat(307))
    await robin.page.keyboard.press('Enter')
    await robin.page.locator('#unsent', { hasText: words.staff('refusedTexts', { max: 2 }) }).waitFor()
    expect(await robin.field.inputValue()).toBe('a'.repeat(307))
    await robin.field.fill('Hello')
    await robin.page.keyboard.press('Enter')
    await expect.poll(count, SOON).toBe('Texts: 0')
  })

  it('who reads the banner by keyboard stays in it when it changes', async () => {
    const texter = await taken()
    const banner = robin.banner.locator('section')
    await banner.focus()
    await texter.report('undelivered', '21610')
    await expect.poll(() => seen(robin.banner), SOON).toContain(words.staff('texting-blocked'))
    expect(await banner.evaluate(section => section === document.activeElement)).toBe(true)
  })
})

it('there is no barrier in any of it', { timeout: WALK_PATIENCE }, async () => {
  const look = Look.asWorker()
  const texter = await taken()
  await robin.write('Hello, I am Robin. You are talking to me now.')
  await line('I am Robin').waitFor()
  await texter.send()
  await texter.report('delivered')
  await texter.texts('ok thank you')
  await robin.write('How long are you alone for?')
  await line('How long').waitFor()
  await texter.send()
  await texter.report('undelivered')
  await line('How long').locator('.is-stopped').waitFor()
  await robin.field.fill('word '.repeat(70))
  await robin.page.locator('#texts strong', { hasText: /./ }).waitFor()
  await look.at('staff, texts, too long', robin.page)

  const quiet = await Texter.waits(behind)
  await quiet.silentFor(61)
  await open(quiet)
  await robin.take()
  await robin.write('Are you there?')
  await robin.page.locator('#unsent:not([hidden])').waitFor()
  await look.at('staff, texts, gone quiet', robin.page)

  const blocked = await Texter.isInDanger(behind)
  await blocked.report('undelivered', '21610')
  await open(blocked)
  await look.at('staff, texts, blocked', robin.page)
  await robin.toDesk()
  await look.at('staff, texts, queue', robin.page)

  expect(look.faults).toEqual([])
})
