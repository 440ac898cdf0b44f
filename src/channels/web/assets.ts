// The page's own style and script, read once and written into the page itself: nothing is fetched, nothing is cached.
import { existsSync, readFileSync } from 'node:fs'

export interface Assets {
  readonly style: string
  readonly script: string
}

export const STYLES: readonly string[] = ['page.css', 'rails.css', 'reading.css', 'log.css']

/** Reads what the build put beside this file. Run from the sources there is no script, and the page works without it. */
export function readAssets(): Assets {
  const script = new URL('client.js', import.meta.url)
  return {
    style: STYLES.map(name => readFileSync(new URL(name, import.meta.url), 'utf8')).join(''),
    script: existsSync(script) ? readFileSync(script, 'utf8') : ''
  }
}
