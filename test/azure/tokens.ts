// Who asks: the resource's key over the whole request (identities), or a user's token (chat).
import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Memory } from './memory.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HEADER = /^HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=(.+)$/

/** Whether the request is signed with the resource's key, over its method, address, moment, host and body. */
export function isSigned({ accessKey }: Memory, request: IncomingMessage, body: Buffer): boolean {
  const [, signature = ''] = HEADER.exec(request.headers.authorization ?? '') ?? []
  const date = String(request.headers['x-ms-date'])
  const hash = createHash('sha256').update(body).digest('base64')
  if (hash !== request.headers['x-ms-content-sha256'] || Math.abs(Date.now() - Date.parse(date)) > 15 * MINUTE)
    return false
  const toSign = `${request.method}\n${request.url}\n${date};${request.headers.host};${hash}`
  const wanted = createHmac('sha256', accessKey).update(toSign).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const sign = ({ accessKey }: Memory, text: string): string =>
  createHmac('sha256', accessKey).update(text).digest('base64url')

/** A token as Azure makes one: a JWT with the user, the scopes and an end. */
export function tokenFor(memory: Memory, user: string, scopes: readonly string[], minutes = 1440) {
  const now = Date.now()
  const expires = now + minutes * MINUTE
  const claims = {
    skypeid: user.replace(/^8:/, ''),
    acsScope: scopes.join(','),
    iat: now,
    exp: Math.floor(expires / SECOND),
    jti: randomUUID()
  }
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  memory.scopesOf.set(user, [...(memory.scopesOf.get(user) ?? []), ...scopes])
  return { token: `${text}.${sign(memory, text)}`, expiresOn: new Date(expires).toISOString() }
}

export interface Bearer {
  readonly user: string
  readonly scopes: readonly string[]
}

/** Whose token it is; null for one that is forged, over, taken back, or of a user who is gone. */
export function bearerOf(memory: Memory, header = ''): Bearer | null {
  const [head, body, signature] = header.replace(/^Bearer /, '').split('.')
  if (!body || sign(memory, `${head}.${body}`) !== signature) return null
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
  const user = `8:${claims.skypeid}`
  if (claims.exp * SECOND < Date.now() || !memory.users.has(user)) return null
  if ((memory.revokedAt.get(user) ?? 0) >= claims.iat) return null
  return { user, scopes: claims.acsScope.split(',') }
}
