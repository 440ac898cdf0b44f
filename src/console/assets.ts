// The stylesheet and script of the console: small enough to travel inside each page.
import { existsSync, readFileSync } from 'node:fs'

const beside = (name: string): string => {
  const file = new URL(name, import.meta.url)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

export const STYLE = ['console', 'conversation', 'record', 'flows', 'staff-pages']
  .map(name => beside(`${name}.css`))
  .join('')
/** Bundled by the build; empty when run from source, and every page works without it. */
export const SCRIPT = beside('client.js')
/** The same, for pages that ask for a passkey: without it they offer a password. */
export const PASSKEY_SCRIPT = beside('passkeys/client.js')
