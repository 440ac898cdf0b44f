// The screens and settings people read with.
import type { Page } from 'playwright-core'
import { DESK, PHONE } from './chromium.ts'

type Media = Parameters<Page['emulateMedia']>[0]

export interface Screen {
  readonly name: string
  readonly size: { readonly width: number; readonly height: number }
  readonly media?: Media
  /** Measured every time, but held against the rules of axe, seconds for each state, only in the soak. */
  readonly isSeldom?: true
}

/** How a page is shown where nothing else is asked for. */
const PLAIN: Media = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' }

export const PHONE_SCREEN: Screen = { name: 'phone', size: PHONE }
/** 1280 by 1024 at 400 %: what somebody with little sight has left of a large screen (WCAG 2.2, 1.4.10). */
export const ZOOMED_SCREEN: Screen = { name: '400 % zoom', size: { width: 320, height: 256 } }

export const SCREENS: readonly Screen[] = [
  { name: 'desk', size: DESK },
  { name: 'dark', size: PHONE, media: { colorScheme: 'dark' } },
  { name: 'forced colours', size: PHONE, media: { forcedColors: 'active' }, isSeldom: true },
  { name: 'less motion', size: PHONE, media: { reducedMotion: 'reduce' }, isSeldom: true },
  ZOOMED_SCREEN,
  PHONE_SCREEN
]

export const STAFF_SCREENS: readonly Screen[] = [
  { name: 'dark', size: DESK, media: { colorScheme: 'dark' } },
  { name: '200 % zoom', size: { width: 640, height: 400 } },
  { name: 'phone', size: { width: 400, height: 800 } },
  { name: 'light', size: DESK }
]

export async function showOn(page: Page, { size, media }: Screen): Promise<void> {
  await page.setViewportSize(size)
  await page.emulateMedia({ ...PLAIN, ...media })
}
