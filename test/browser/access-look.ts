// One state of a page on every screen: the rules of WCAG 2.2 AA by axe, and what we ask of ourselves beyond them.
import type { Page } from 'playwright-core'
import { shortOr } from '../long-forms.ts'
import { measure } from './access-measure.ts'
import { SCREENS, type Screen, STAFF_SCREENS, showOn } from './access-views.ts'
import { barriersIn } from './barriers.ts'

export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function byTheRules(page: Page, _title: string, { isSeldom }: Screen): Promise<string[]> {
  if (shortOr<boolean>(isSeldom === true, false)) return []
  return barriersIn(page, { only: { type: 'tag', values: RULES } })
}

type Check = (page: Page, title: string, screen: Screen) => Promise<string[]>

/** Looks at a page in every state a walk brings it to, and remembers what is wrong. */
export class Look {
  readonly faults: string[] = []
  readonly states: string[] = []
  readonly #screens: readonly Screen[]
  readonly #checks: readonly Check[]
  #title: string | undefined

  private constructor(screens: readonly Screen[], checks: readonly Check[]) {
    this.#screens = screens
    this.#checks = checks
  }

  static asPerson(screens: readonly Screen[] = SCREENS): Look {
    return new Look(screens, [byTheRules, measure])
  }

  static asWorker(): Look {
    return new Look(STAFF_SCREENS, [byTheRules])
  }

  async at(state: string, page: Page): Promise<void> {
    this.states.push(state)
    const title = this.#title ?? (await page.title())
    this.#title = title
    for (const screen of this.#screens) {
      await showOn(page, screen)
      // Wherever the last screen left it, something may stand half under the bar: that says nothing about this one.
      await page.evaluate(() => scrollTo(0, 0))
      for (const check of this.#checks) {
        this.faults.push(...(await check(page, title, screen)).map(fault => `${state}, ${screen.name}: ${fault}`))
      }
      await this.#keepPicture(page, state, screen)
    }
  }

  /** For people to look at: only when a folder for them is named. */
  async #keepPicture(page: Page, state: string, screen: Screen): Promise<void> {
    const folder = process.env.SIDEDOOR_PICTURES
    const name = `${state} ${screen.name}`.replaceAll(/[^\w]+/g, '-')
    if (!folder) return
    await page.evaluate(() => document.querySelector('#now')?.scrollIntoView())
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: false })
  }
}
