// Proving who somebody is, when they sign in and when they are asked again.
import type { FastifyRequest } from 'fastify'
import { idIn, type Site, signed, siteOf } from '../staff/passkey.ts'
import { isPassword } from '../staff/password.ts'
import { stepOf } from '../staff/totp.ts'
import type { Dependencies } from './dependencies.ts'

export type Proof =
  | { readonly kind: 'member'; readonly staffId: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }

const WRONG: Proof = { kind: 'wrong' }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** By name, password and code. Which of them was wrong nobody is told, and every try that fails makes the next one slower. */
export async function byPassword(
  { credentials, pace, addressOf }: Pick<Dependencies, 'credentials' | 'pace' | 'addressOf'>,
  request: FastifyRequest
): Promise<Proof> {
  const now = new Date()
  const form = (request.body ?? {}) as Record<string, unknown>
  const login = text(form.login).trim().toLowerCase()
  const address = addressOf(request)
  const wait =
    (await pace.tryNow('address', address, now)) || (login === '' ? 0 : await pace.tryNow('account', login, now))
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1_000) }
  const stored = await credentials.password(login)
  const isRight = await isPassword(text(form.password), stored?.hash ?? null)
  const step = stored && stepOf(stored.totp, text(form.code), now)
  // The code is used up only together with the right password.
  if (!stored || !isRight || step === null || !(await credentials.useStep(stored.staffId, step))) return WRONG
  await Promise.all([pace.succeeded('account', login, now), pace.succeeded('address', address, now)])
  return { kind: 'member', staffId: stored.staffId }
}

/** By passkey: what it signed was given to `holder`, lately, and is used up now. */
export async function byPasskey(
  { credentials, staffUrl }: Pick<Dependencies, 'credentials' | 'staffUrl'>,
  request: FastifyRequest,
  holder: Buffer
): Promise<Proof> {
  const site = siteFor(request, staffUrl)
  const response = answerOf(request)
  const id = idIn(response)
  const key = id && (await credentials.passkey(id))
  if (!site || !key) return WRONG
  const asked = (challenge: string) => credentials.useChallenge(challenge, holder, new Date())
  const counter = await signed(site, response, key, asked)
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
