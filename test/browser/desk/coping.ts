// What people do when a page does not answer: they wait a moment, load it again, or go to the other address.
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** How long somebody looks at a page that does not answer before they do anything, in ms: at least, and at most so much more. */
const HESITATES = 1_000
const HESITATES_MORE = 1_000
/** Between two tries, in ms, and how long one may take. */
const AGAIN = 400
const PATIENCE = 8_000

interface Coping {
  readonly page: Page
  readonly random: () => number
  /** The same page at the other address. */
  readonly other: () => string
  /** What stands on a page of ours that works. */
  readonly sign: string
}

/** Until a page of ours is there again. A form that ended on the browser's own error page is sent again by loading that page again. */
export async function cope({ page, random, other, sign }: Coping): Promise<void> {
  await pause(HESITATES + random() * HESITATES_MORE)
  for (;;) {
    const how = { waitUntil: 'domcontentloaded', timeout: PATIENCE } as const
    const arrived = await (random() < 0.5 ? page.reload(how) : page.goto(other(), how)).then(
      () => true,
      () => false
    )
    if (arrived && (await page.locator(sign).count()) > 0) return
    await pause(AGAIN)
  }
}
