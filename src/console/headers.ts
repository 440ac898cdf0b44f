// Headers of every answer of the staff origin, and the policy of what its pages may do.
import { randomBytes } from 'node:crypto'

export const newNonce = (): string => randomBytes(16).toString('base64')

/** What the browser may do with a page. `framed`: it is the log inside our own page. */
export const contentPolicy = (nonce: string, framed = false): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types console'
  ].join('; ')

export const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  // A link may not carry the address of a sign-in link or a reference away; our own forms still say where they come from.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow'
}

/** A year, in SECONDS, as browsers are asked for. */
const ONLY_BY_HTTPS = 31_536_000

/** Where staff come by https they are never to come by anything else. Names below it are somebody else's to decide. */
export const onlyByHttps = (staffUrl: string | null): Readonly<Record<string, string>> =>
  staffUrl?.startsWith('https:') ? { 'strict-transport-security': `max-age=${ONLY_BY_HTTPS}` } : {}
