// The Chromium the tests look through: the one in CHROME_PATH, or Debian's.
import { type Browser, chromium } from 'playwright-core'

export const CHROMIUM_PATH = process.env.CHROME_PATH ?? '/usr/bin/chromium'

/** Quiet, and good for root: the tests show it only our own pages. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** Playwright switches the back/forward cache off; a person's browser has it on, and it decides what Back shows. */
const AS_PEOPLE_HAVE_IT = ['--disable-back-forward-cache']

/** A phone of the smallest size people still use, in CSS pixels. */
export const PHONE = { width: 360, height: 640 } as const
export const DESK = { width: 1280, height: 800 } as const

/** Starts a headless Chromium. Whoever starts it closes it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS, ignoreDefaultArgs: AS_PEOPLE_HAVE_IT })
