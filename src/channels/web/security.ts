// What every answer of this origin carries, and who may send us a form.
import type { IncomingHttpHeaders } from 'node:http'

const NOT_USED = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb'
]

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: with it Chromium sends `Origin: null` with our own forms. The exit link carries its own rel.
  'referrer-policy': 'same-origin',
  'permissions-policy': NOT_USED.map(feature => `${feature}=()`).join(', '),
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
} as const

/** Headers for an answer. `nonce` lets the page's own style and script through; `framed` is the frame in our own page. */
export function securityHeaders(nonce: string | null, framed = false): Record<string, string> {
  const own = nonce === null ? "'none'" : `'nonce-${nonce}'`
  const policy = [
    "default-src 'none'",
    `style-src ${own}`,
    `script-src ${own}`,
    "connect-src 'self'",
    'img-src data:',
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types v'
  ]
  return { ...HEADERS, 'content-security-policy': policy.join('; ') }
}

/**
 * Whether a form came from our own page, as far as the browser says. Old browsers say nothing, and some send
 * `Origin: null`: those are let through here, and held by the form's token.
 */
export function isFromOurPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined || origin === 'null') return true
  if (!URL.canParse(origin)) return false
  const { protocol, host: from } = new URL(origin)
  // Read with the origin's own scheme, so that a default port named on one side only is no difference.
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === from
}

/** A browser that only looks ahead: it must not press the exit for the person. */
export const isLookingAhead = (headers: IncomingHttpHeaders): boolean =>
  `${headers['sec-purpose'] ?? ''}${headers.purpose ?? ''}`.includes('prefetch')
