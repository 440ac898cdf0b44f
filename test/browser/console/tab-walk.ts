// A page gone through with the Tab key: what a keyboard reaches, in which order, and whether one can see where one is.
import type { Page } from 'playwright-core'

/** What was met on the way: names of stops in order, and what was wrong at them. */
interface Met {
  readonly stops: readonly string[]
  readonly faults: readonly string[]
}
interface Recorder {
  /** What has to be reached, in the order of the page. */
  expected(): string[]
  start(): void
  startAtEnd(): void
  note(): void
  met(): Met
}
declare global {
  interface Window {
    tabs?: Recorder
  }
}

/** Runs in the page. Looks at what has the focus just before the next press: by then the page has been scrolled to it. */
function install(): void {
  const USABLE = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, iframe, [tabindex="0"]'
  const names = new Map<Element, string>()
  let met = { stops: [] as string[], faults: [] as string[] }

  const isRadio = (one: Element): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'radio'
  /** A group of radio buttons is one stop. */
  const stopOf = (one: Element): Element => {
    if (!isRadio(one)) return one
    return document.querySelector(`form[action="${one.form?.getAttribute('action')}"] input[name="${one.name}"]`) ?? one
  }
  const nameOf = (one: Element): string => {
    const stop = stopOf(one)
    const said = stop.getAttribute('aria-label') ?? stop.getAttribute('name') ?? stop.textContent?.trim().slice(0, 40)
    const name = names.get(stop) ?? `${names.size + 1}. ${stop.tagName.toLowerCase()} ${said}`
    names.set(stop, name)
    return name
  }
  /** What stays in view while the page scrolls, over what has the focus. */
  const coverOf = (one: Element, x: number, y: number): Element | null => {
    for (let over = document.elementFromPoint(x, y); over && !over.contains(one); over = over.parentElement) {
      if (one.contains(over)) return null
      if (/sticky|fixed/.test(getComputedStyle(over).position)) return over
    }
    return null
  }

  window.tabs = {
    expected: () => [
      ...new Set(
        [...document.querySelectorAll(USABLE)]
          .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'))
          .map(nameOf)
      )
    ],
    start() {
      met = { stops: [], faults: [] }
      scrollTo(0, 0)
      document.body.tabIndex = -1
      document.body.focus()
      document.body.removeAttribute('tabindex')
    },
    startAtEnd() {
      met = { stops: [], faults: [] }
      // The screen may have become another one since.
      document.activeElement?.scrollIntoView({ block: 'center' })
    },
    note() {
      const one = document.activeElement
      if (!one || one === document.body) return
      const name = nameOf(one)
      met.stops.push(name)
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) met.faults.push(`${name}: no ring around it`)
      const { left, right, top, bottom } = one.getBoundingClientRect()
      if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) {
        met.faults.push(`${name}: out of view`)
        return
      }
      const [x, y] = [Math.max(left, 0) + 3, Math.max(top, 0) + 3]
      const [endX, endY] = [Math.min(right, innerWidth) - 3, Math.min(bottom, innerHeight) - 3]
      // Of what is larger than the room there is, the end may be all that fits.
      const isLarge = bottom - top > innerHeight / 2
      const covers = [isLarge ? null : coverOf(one, x, y), coverOf(one, endX, endY)].filter(cover => cover !== null)
      for (const cover of covers) met.faults.push(`${name}: under ${cover.id || cover.className || cover.tagName}`)
    },
    met: () => met
  }
  document.addEventListener('keydown', ({ key }) => key === 'Tab' && window.tabs?.note(), true)
}

/** All at once: a press that waits for the one before it to be answered takes ten times as long. */
const press = (page: Page, key: string, times: number): Promise<unknown> =>
  Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)))

const met = (page: Page): Promise<Met> =>
  page.evaluate(() => {
    window.tabs?.note()
    return window.tabs?.met() ?? { stops: [], faults: [] }
  })

const difference = (way: string, expected: readonly string[], { stops, faults }: Met): string[] => {
  const at = expected.findIndex((name, index) => stops[index] !== name)
  const isSame = at === -1 && stops.length === expected.length
  const wrong = isSame ? [] : [`after ${expected[at - 1]} comes ${stops[at]}, not ${expected[at]}`]
  return [...wrong, ...faults].map(fault => `${way}: ${fault}`)
}

/** Opens everything that is folded, by keyboard: every second with Enter, the others with the space bar. */
export async function unfold(page: Page): Promise<string[]> {
  const faults: string[] = []
  const folded = page.locator('details:not([open]) > summary:visible')
  for (let opened = 0; (await folded.count()) > 0; opened += 1) {
    const first = await folded.first().elementHandle()
    await first?.press(opened % 2 === 0 ? 'Enter' : 'Space')
    const isOpen = await first?.evaluate(one => (one.parentElement as HTMLDetailsElement).open)
    if (isOpen) continue
    faults.push(`${await first?.textContent()} does not open`)
    break
  }
  return faults
}

/** From the beginning of the page to its end: every stop once, in the order of the page. */
export async function walkDown(page: Page): Promise<string[]> {
  await page.evaluate(install)
  const expected = await page.evaluate(() => {
    window.tabs?.start()
    return window.tabs?.expected() ?? []
  })
  await press(page, 'Tab', expected.length)
  return difference('Tab', expected, await met(page))
}

/** And back again, after `walkDown`. */
export async function walkUp(page: Page): Promise<string[]> {
  const expected = await page.evaluate(() => {
    window.tabs?.startAtEnd()
    return window.tabs?.expected().toReversed() ?? []
  })
  await press(page, 'Shift+Tab', expected.length - 1)
  return difference('Shift and Tab', expected, await met(page))
}
