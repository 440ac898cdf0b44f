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

/**
 * Whether some name could be one we read with a piece of its value: the seal covers names and values run together, so that
 * `Bodyhelp=X` has the seal of `Body=helpX`. `known`: names of the carrier that begin like one of ours.
 */
export const hidesAName = (params: Params, read: readonly string[], known: RegExp): boolean =>
  Object.keys(params).some(
    name =>
      !read.includes(name) && !known.test(name) && read.some(ours => name.startsWith(ours) || ours.startsWith(name))
  )
