// Proving who somebody is, when they sign in and when they are asked again.
import type { FastifyRequest } from 'fastify'
import { idIn, type Site, signed, siteOf } from '../staff/passkey.ts'
import { isPassword } from '../staff/password.ts'
import { stepOf } from '../staff/totp.ts'
import type { Place } from '../store/sign-in-pace.ts'
import type { Dependencies } from './dependencies.ts'
import { deviceCookie } from './known-device.ts'

export type Proof =
  | { readonly kind: 'member'; readonly staffId: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }

const WRONG: Proof = { kind: 'wrong' }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

type Proving = Pick<Dependencies, 'credentials' | 'pace' | 'knownDevices' | 'addressOf'>

/**
 * Where a try counts. On a device they have signed in on before a member waits for nobody's tries but those made there: others can make
 * their name, and the address they share, wait for ever.
 */
async function placesOf(
  { knownDevices, addressOf }: Proving,
  request: FastifyRequest,
  login: string
): Promise<(readonly [Place, string])[]> {
  const known = await knownDevices.triesOf(deviceCookie(request), login)
  if (known !== null) return [['device', known]]
  const address = ['address', addressOf(request)] as const
  return login === '' ? [address] : [address, ['account', login]]
}

/** By name, password and code. Which of them was wrong nobody is told, and every try that fails makes the next one slower. */
export async function byPassword(deps: Proving, request: FastifyRequest): Promise<Proof> {
  const { credentials, pace } = deps
  const now = new Date()
  const form = (request.body ?? {}) as Record<string, unknown>
  const login = text(form.login).trim().toLowerCase()
  const places = await placesOf(deps, request, login)
  for (const [kind, what] of places) {
    const wait = await pace.tryNow(kind, what, now)
    if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1_000) }
  }
  const stored = await credentials.password(login)
  const isRight = await isPassword(text(form.password), stored?.hash ?? null)
  const step = stored && stepOf(stored.totp, text(form.code), now)
  // The code is used up only together with the right password.
  if (!stored || !isRight || step === null || !(await credentials.useStep(stored.staffId, step))) return WRONG
  await Promise.all(places.map(([kind, what]) => pace.succeeded(kind, what, now)))
  return { kind: 'member', staffId: stored.staffId }
}

/** By passkey: what it signed was given to `holder`, lately, and is used up now. */
export async function byPasskey(
  { credentials, challenges, staffUrl }: Pick<Dependencies, 'credentials' | 'challenges' | 'staffUrl'>,
  request: FastifyRequest,
  holder: Buffer
): Promise<Proof> {
  const site = siteFor(request, staffUrl)
  const response = answerOf(request)
  const id = idIn(response)
  const key = id && (await credentials.passkey(id))
  if (!site || !key) return WRONG
  const counter = await signed(site, response, key, challenges.askedOf(holder, new Date()))
  if (counter === null) return WRONG
  await credentials.countPasskey(key.id, counter)
  return { kind: 'member', staffId: key.staffId }
}

/** What the browser's script put into the form; null when it is nothing. */
export function answerOf(request: FastifyRequest): unknown {
  try {
    return JSON.parse(text((request.body as Record<string, unknown> | null)?.response))
  } catch {
    return null
  }
}

/** Where this browser stands, for passkeys; null where there can be none. */
export const siteFor = (request: FastifyRequest, staffUrl: string | null | undefined): Site | null =>
  siteOf(staffUrl ?? `${request.protocol}://${request.host}`)
