import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a POST comes from our own pages, as far as the browser says. A browser that says nothing is let through to
 * the form token, which no other site can know.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, staffUrl: string | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = headers
  // A browser without script may send "null"; the token decides then.
  if (origin === undefined || origin === 'null') return true
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === headers.host || (staffUrl !== null && origin === new URL(staffUrl).origin)
}
