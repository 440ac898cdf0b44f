// The summary on paper: what Chromium really prints of the page a worker has open.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hub } from '../../src/channels/hub.ts'
import { newSignInLink } from '../../src/console/routes.ts'
import { PocketPhone } from '../../src/pocket-phone.ts'
import { readScenarios } from '../../src/scenario.ts'
import { SimulatedPerson } from '../../src/simulated-person.ts'
import { openTestDesk, type TestDesk } from '../console/desk.ts'
import { launchChromium } from './chromium.ts'
import { bare, printedPages } from './printed.ts'
import { seen, words } from './screen.ts'
import { Worker } from './worker.ts'

/** As long as a sheet is wide, three times over, and nowhere to break it. */
const LONG = 'aaaaaaaaah'.repeat(30)
/** A4 without its margins, in CSS pixels. */
const PAPER = { width: 680, height: 1_009 }
/** What the summary says, in the order of the page; what only leads to a source is not said on paper. */
const SAID = '#banner, main > h1, main > .type, .ten-seconds > h2, #ten-seconds, .detail > h2, #summary'

let desk: TestDesk
let browser: Browser
let worker: Worker
let pages: string[]

beforeAll(async () => {
  desk = await openTestDesk()
  await desk.origin.listen({ port: 0, host: '127.0.0.1' })
  const { product } = desk
  const scenarios = readScenarios(readFileSync(join(import.meta.dirname, '../scenarios.json'), 'utf8'))
  const scenario = scenarios.find(({ id }) => id === 'S01')
  if (!scenario) throw new Error('S01 is gone')
  const hub = new Hub(inbound => product.conversations.receive(inbound))
  const { conversation } = await new SimulatedPerson(scenario, product, hub, new PocketPhone()).play()
  await product.conversations.receive({ conversation, messageId: randomUUID(), event: { type: 'typed', text: LONG } })
  browser = await launchChromium()
  const staff = `http://127.0.0.1:${(desk.origin.server.address() as AddressInfo).port}`
  worker = await Worker.signIn(browser, staff, await newSignInLink(product.staff, staff), 'Robin')
  await worker.openWaiting()
  await worker.take()
  pages = printedPages(await worker.page.pdf({ preferCSSPageSize: true }))
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

it('what is safe comes first, on every sheet: one of them may lie about alone', async () => {
  const banner = bare(await seen(worker.banner))
  expect(banner).toMatch(/^donotcontact/)
  expect(pages.length).toBeGreaterThan(3)
  for (const page of pages) expect(page.slice(0, banner.length)).toBe(banner)
})

it('everything the screen says of them is on paper, in its order, what was not asked and every source too', async () => {
  const banner = bare(await seen(worker.banner))
  const said = await worker.page.locator(SAID).evaluateAll(parts =>
    parts.map(part => {
      const copy = part.cloneNode(true) as Element
      for (const label of copy.querySelectorAll('.point details > summary')) label.remove()
      return copy.textContent
    })
  )
  const printed = banner + pages.map(page => page.slice(banner.length)).join('')
  expect(printed).toBe(bare(said.join('')))
  expect(printed).toContain(LONG)
})

it('nothing that can be pressed is on paper', () => {
  const all = pages.join('')
  for (const key of ['signOut', 'backToQueue', 'exportTitle', 'bandTitle', 'writeMessage'] as const) {
    expect(all).not.toContain(bare(words.staff(key)))
  }
})

it('nothing is wider than the paper', async () => {
  const { page } = worker
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  const wide = await page.locator('main *').evaluateAll((parts, width) => {
    const beyond = parts.filter(
      part => part.getBoundingClientRect().right > width + 0.5 || part.scrollWidth > part.clientWidth + 1
    )
    return beyond
      .filter(part => part.getClientRects().length > 0 && part.clientWidth > 0)
      .map(part => part.className || part.tagName)
  }, PAPER.width)
  expect(wide).toEqual([])
})
