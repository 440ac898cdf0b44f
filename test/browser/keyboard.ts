// Hands that have a keyboard and nothing else.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any page of ours has. */
const PATIENCE = 150

export const hasFocus = (there: Locator): Promise<boolean> =>
  there.evaluate(element => element === document.activeElement)

/** Goes on with the Tab key until it is there. */
export async function tabTo(page: Page, there: Locator): Promise<void> {
  await there.first().waitFor()
  for (let press = 0; press < PATIENCE; press += 1) {
    if (await hasFocus(there)) return
    await page.keyboard.press('Tab')
  }
  expect.fail('it cannot be reached by keyboard')
}

/** Goes there and presses Enter. */
export async function enter(page: Page, there: Locator): Promise<void> {
  await tabTo(page, there)
  await page.keyboard.press('Enter')
}
