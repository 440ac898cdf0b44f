// Whether a request is the carrier's: its seal over our own address and every parameter, and no parameter in disguise.
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import type { TextAccount } from './deps.ts'

export type Params = Readonly<Record<string, string>>

/** The parameters of a form; null when one stands twice, for then the seal says nothing about which of them counts. */
export function paramsOf(form: URLSearchParams): Params | null {
  const names = [...form.keys()]
  return new Set(names).size === names.length ? Object.fromEntries(form) : null
}

/**
 * Whether the request was sealed with one of our tokens. `path` is the request's own, with its query; the rest of the address
 * is from the configuration.
 */
export function isSigned(
  { publicUrl, authToken, nextAuthToken }: TextAccount,
  path: string,
  params: Params,
  signature: string
): boolean {
  const tokens = [authToken, nextAuthToken].filter(token => token !== null)
  return tokens.some(token => validateRequest(token, signature, publicUrl + path, params))
}

/** The names one door reads, and what stands beside them. */
export interface Names {
  readonly read: readonly string[]
  /** Names of the carrier that begin like one of ours. */
  readonly known: RegExp
  /** One of ours with its value, as it would look run into another one: no parameter of the carrier looks so. */
  readonly inside: RegExp
}

/**
 * Whether one of our names could have been pushed out of its place: the seal covers names and values run together, so that
 * `Bodyhelp=X` has the seal of `Body=helpX`, and words that hold a number after `From` could put it in the place of theirs.
 * What it cannot tell: words cut short where the rest could be the name of the next parameter.
 */
export const hidesAName = (params: Params, { read, known, inside }: Names): boolean =>
  Object.entries(params).some(([name, value]) => {
    if (read.includes(name)) return false
    const isPiece = read.some(ours => name.startsWith(ours) || ours.startsWith(name) || ours.endsWith(name))
    return inside.test(name + value) || (isPiece && !known.test(name))
  })
