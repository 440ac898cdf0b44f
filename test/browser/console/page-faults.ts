// One state of a staff page, on every screen and by keyboard: what is wrong with it, each as a sentence.
import type { Page } from 'playwright-core'
import { shortOr } from '../../long-forms.ts'
import { RULES } from '../access-look.ts'
import { measureStaff } from '../access-measure.ts'
import { type Screen, showOn } from '../access-views.ts'
import { barriersIn } from '../barriers.ts'
import { DESK } from '../chromium.ts'
import type { PageState } from './page-state.ts'
import { unfold, walkDown, walkUp } from './tab-walk.ts'

const LIGHT: Screen = { name: 'light', size: DESK }
const DARK: Screen = { name: 'dark', size: DESK, media: { colorScheme: 'dark' } }
/** A desk at 200 %, and the width that is left of one at 400 % (WCAG 2.2, 1.4.10). */
const TWICE: Screen = { name: '200 % zoom', size: { width: 640, height: 400 } }
const NARROW: Screen = { name: 'narrow', size: { width: 320, height: 640 } }
const PHONE_DARK: Screen = { name: 'phone dark', size: { width: 360, height: 640 }, media: { colorScheme: 'dark' } }

/** What the rest of the page looks like decides the other rules: in the dark only the colours are others. */
const COLOURS = ['color-contrast']

/** The summary is the same on every page of a conversation, and most of what there is to look at. */
const SUMMARY = '.detail'

const byTheRules = (
  page: Page,
  only: readonly string[] | null,
  isWhole: boolean,
  without: readonly string[]
): Promise<string[]> =>
  barriersIn(page, {
    only: only ? { type: 'rule', values: only } : { type: 'tag', values: RULES },
    // axe does not switch off what it is told to look at alone.
    without: only ? [] : without,
    except: isWhole ? undefined : SUMMARY
  })

/** Everything that is wrong with a page as it stands, with all of it unfolded. */
export async function faultsOf(
  page: Page,
  { state, isFull = false, without = [] }: Pick<PageState, 'state' | 'isFull' | 'without'>
): Promise<string[]> {
  const faults: string[] = []
  const on = async (screen: Screen, ...checks: readonly (() => Promise<string[]>)[]) => {
    await showOn(page, screen)
    for (const check of checks) faults.push(...(await check()).map(fault => `${state}, ${screen.name}: ${fault}`))
    await keepPicture(page, `${state} ${screen.name}`)
  }
  const isWhole = shortOr<boolean>(isFull, true)
  const all = () => byTheRules(page, null, isWhole, without)
  const colours = async () => (isWhole ? byTheRules(page, shortOr(COLOURS, null), true, without) : [])
  const again = shortOr(async () => [], all)
  await on(
    LIGHT,
    () => unfold(page),
    all,
    () => walkDown(page)
  )
  await on(DARK, colours)
  await on(
    TWICE,
    again,
    () => measureStaff(page),
    async () => (isWhole ? walkUp(page) : [])
  )
  await on(NARROW, again, () => measureStaff(page))
  if (process.env.SIDEDOOR_PICTURES) await on(PHONE_DARK)
  return faults
}

/** For people to look at: only when a folder for them is named. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SIDEDOOR_PICTURES
  if (!folder) return
  await page.evaluate(() => {
    const places = ['[autofocus]', '#mail form', '#call-back form', 'body']
    places
      .map(place => document.querySelector(place))
      .find(Boolean)
      ?.scrollIntoView()
  })
  await page.screenshot({ path: `${folder}/${name.replaceAll(/[^\w]+/g, '-')}.png` })
}
