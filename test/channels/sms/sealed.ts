// Requests as Twilio seals them, and what somebody on the way could make of one that keeps its seal.
import { isSigned, type Params, paramsOf } from '../../../src/channels/sms/signed.ts'
import { Account } from '../../carrier/account.ts'
import { sign } from '../../carrier/webhook.ts'

export const PUBLIC_URL = 'https://chat.example.org'
export const carrier = new Account(PUBLIC_URL)
export const account = {
  accountSid: carrier.accountSid,
  authToken: carrier.authToken,
  nextAuthToken: null,
  messagingServiceSid: carrier.messagingServiceSid,
  apiBase: null,
  contentRetention: null,
  addressRetention: null,
  publicUrl: PUBLIC_URL
}

type Pair = readonly [name: string, value: string]

/** The parameters as they are when a request with the old seal brings them; null when it is refused. */
export function throughTheSeal(path: string, sealed: Params, brought: readonly Pair[]): Params | null {
  const { signature } = sign(PUBLIC_URL + path, { ...sealed }, carrier.authToken)
  const params = paramsOf(new URLSearchParams(brought.map(pair => [...pair])))
  return params && isSigned(account, path, params, signature) ? params : null
}

/** Every way to move one border between names and values, by so many signs: all of them run together read the same. */
export function moved(params: Params, signs: number): Pair[][] {
  const pairs = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1))
  const flat = pairs.flat()
  const ways: Pair[][] = []
  for (let at = 0; at + 1 < flat.length; at += 1) {
    const [left = '', right = ''] = [flat[at], flat[at + 1]]
    const both = left + right
    for (const cut of [left.length - signs, left.length + signs]) {
      if (cut < 0 || cut > both.length || cut === left.length) continue
      ways.push(paired([...flat.slice(0, at), both.slice(0, cut), both.slice(cut), ...flat.slice(at + 2)]))
    }
  }
  return ways
}

/** Every way to run one parameter into the value of the one before. */
export const swallowed = (params: Params): Pair[][] => {
  const pairs = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1))
  return pairs.slice(1).map(([name, value], index) => {
    const [before = '', its = ''] = pairs[index] ?? []
    return [...pairs.slice(0, index), [before, its + name + value] as const, ...pairs.slice(index + 2)]
  })
}

const paired = (flat: readonly string[]): Pair[] =>
  flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as const] : []))
