// Measured in the page itself: what a finger, an enlarged screen or wide letters would meet. Each fault is a sentence.
import type { Page } from 'playwright-core'

/** Smallest side of anything that is pressed, in CSS pixels: a hand may shake (WCAG 2.2, 2.5.5). */
const TARGET = 44
/** Text spacing people may set for themselves (WCAG 2.2, 1.4.12). */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

const PRESSED = 'a[href], button, label.choice, summary, select, input[type="text"], textarea'
/** At a desk nobody's hand need shake: what everybody can ask for (WCAG 2.2, 2.5.8). */
const STAFF_TARGET = 24
const STAFF_PRESSED = 'a[href], button, label:has(input), summary, select, input:not([type="hidden"]), textarea'

/** Too small to be pressed. A number inside a sentence is excused: the same number stands below as a button. */
const smallTargets = (page: Page, pressed = PRESSED, least = TARGET): Promise<string[]> =>
  page.evaluate(
    ([pressed, least]) =>
      [...document.querySelectorAll<HTMLElement>(pressed)]
        // A box to tick is pressed on its words too: those are measured in its place.
        .filter(
          element =>
            element.checkVisibility() && !element.closest('.v, .m p, .skip') && !element.matches('label > input')
        )
        .map(element => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < least || box.height < least)
        .map(({ element, box }) => `${element.textContent || element.tagName} is ${box.width} x ${box.height}`),
    [pressed, least] as const
  )

/** Wider than the screen, or cut where its box ends. */
const cutOff = (page: Page, pressed = PRESSED): Promise<string[]> =>
  page.evaluate(pressed => {
    const scrollsByItself = (box: Element | null): boolean =>
      box !== null &&
      box !== document.body &&
      (getComputedStyle(box).overflowX !== 'visible' || scrollsByItself(box.parentElement))
    const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter(element => {
      const { left, right, width } = element.getBoundingClientRect()
      return (
        width > 1 &&
        !element.closest('.v, .skip') &&
        !scrollsByItself(element.parentElement) &&
        (left < -1 || right > document.documentElement.clientWidth + 1)
      )
    })
    const cut = [...document.querySelectorAll<HTMLElement>(pressed)].filter(
      element =>
        !element.matches('.v, textarea, input, select') &&
        element.clientWidth > 0 &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    )
    return [
      ...wide.map(element => `${element.tagName}.${element.className} is wider than the screen`),
      ...cut.map(element => `${element.textContent} is cut`),
      ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])
    ]
  }, pressed)

/** The exit is whole, and on top, wherever the page is scrolled to. */
const exitOutOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const exit = document.querySelector('[data-exit]')
    const stood = scrollY
    const end = document.documentElement.scrollHeight - innerHeight
    const faults = [0, 0.25, 0.5, 0.75, 1].flatMap(part => {
      scrollTo(0, end * part)
      const box = exit?.getBoundingClientRect()
      const isWhole = box && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
      const corners = box ? [box.left + 9, box.right - 9].map(x => document.elementFromPoint(x, box.top + 9)) : []
      return isWhole && corners.every(found => found === exit) ? [] : [`the exit is out of reach at ${part}`]
    })
    scrollTo(0, stood)
    return faults
  })

/** What must be so in the page whatever is on it. */
const otherFaults = (page: Page, title: string): Promise<string[]> =>
  page.evaluate(neutral => {
    const count = (selector: string) => document.querySelectorAll(selector).length
    const faults = {
      'the title has changed': document.title !== neutral,
      'something moves': document.getAnimations().length > 0,
      'a live region stands inside another':
        count('[role=log] :is([role=status], [role=alert], [aria-live=polite])') > 0,
      'there are two logs, or there is not one status': count('[role=log]') > 1 || count('[role=status]') !== 1,
      'words of a person have no direction of their own':
        count('.m.person p:not([dir=auto]), .m.worker p:not([dir=auto])') > 0,
      'a field has no direction of its own': count('[name=text]:not([dir=auto])') > 0,
      'what is asked stands in the log too':
        document.querySelector('#log .m:last-child.ask p')?.textContent ===
        document.querySelector('#now h1')?.textContent
    }
    return Object.entries(faults).flatMap(([fault, is]) => (is ? [fault] : []))
  }, title)

async function withWideLetters(page: Page): Promise<string[]> {
  await page.evaluate(css => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
  }, SPACING)
  const faults = [...(await cutOff(page)), ...(await exitOutOfReach(page))]
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
  return faults.map(fault => `with wide letters: ${fault}`)
}

/** Every fault of a staff page as it stands. */
export const measureStaff = async (page: Page): Promise<string[]> => [
  ...(await smallTargets(page, STAFF_PRESSED, STAFF_TARGET)),
  ...(await cutOff(page, STAFF_PRESSED))
]

/** Every fault of the person's page as it stands. `title`: what it is called from the first moment on. */
export const measure = async (page: Page, title: string): Promise<string[]> => [
  ...(await smallTargets(page)),
  ...(await cutOff(page)),
  ...(await exitOutOfReach(page)),
  ...(await otherFaults(page, title)),
  ...(await withWideLetters(page))
]
