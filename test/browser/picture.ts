// The pictures in docs/: taken from the running product, and only when asked for (WRITE_PICTURES=1).
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'pictures')

export const IS_ASKED_FOR_PICTURES = process.env.WRITE_PICTURES === '1'

/** What is on the screen now, as docs/pictures/<name>.png. `fromTop`: scrolled to its beginning first. */
export async function picture(page: Page, name: 'chat' | 'desk', fromTop = false): Promise<void> {
  if (!IS_ASKED_FOR_PICTURES) return
  if (fromTop) await page.evaluate(() => scrollTo(0, 0))
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
}
