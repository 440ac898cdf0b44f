// The person's session: one cookie that is a secret with a seal. It costs the server no memory and says nothing.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const COOKIE = '__Host-s'
/** Every browser has it from the first page on, so that having it says nothing: with a safe word it leads back. */
export const RETURN_COOKIE = '__Host-r'

export interface Session {
  /** The cookie's value: 32 random bytes and their seal. */
  readonly cookie: string
  /** SHA-256 of the random bytes: what the store knows. */
  readonly access: Buffer
}

const SECRET_BYTES = 32
/** 128 bits: far beyond guessing, and short on the wire. */
const SEAL_BYTES = 16
const NONCE_BYTES = 9

const seal = (key: string | Buffer, purpose: string, content: string | Buffer): Buffer =>
  createHmac('sha256', key).update(purpose).update('\0').update(content).digest().subarray(0, SEAL_BYTES)

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

const sessionOf = (secret: Buffer, cookie: string): Session => ({
  cookie,
  access: createHash('sha256').update(secret).digest()
})

/** A new session. `key` is the server's own. */
export const startSession = (key: Buffer): Session => sessionWith(key, randomBytes(SECRET_BYTES))

/** The new session a form leads to: the same for a double tap, and nobody else's guess. */
export const sessionAfter = (key: Buffer, { cookie }: Session, form: string): Session =>
  sessionWith(key, createHmac('sha256', key).update('next\0').update(cookie).update('\0').update(form).digest())

function sessionWith(key: Buffer, secret: Buffer): Session {
  const cookie = `${secret.toString('base64url')}.${seal(key, 'session', secret).toString('base64url')}`
  return sessionOf(secret, cookie)
}

/** The session of a cookie; null when there is none, or when we never made it. */
export function readSession(key: Buffer, cookie: string | undefined): Session | null {
  const [secretText = '', sealText = ''] = cookie?.split('.') ?? []
  const secret = Buffer.from(secretText, 'base64url')
  if (secret.length !== SECRET_BYTES || !cookie) return null
  const isOurs = isSame(Buffer.from(sealText, 'base64url'), seal(key, 'session', secret))
  return isOurs ? sessionOf(secret, cookie) : null
}

/** A form's token. It is new in every response, so that compression cannot be made to spell it out (BREACH). */
export function formToken({ cookie }: Session): string {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url')
  return `${nonce}.${seal(cookie, 'form', nonce).toString('base64url')}`
}

/** Whether a form was made by us for this session. */
export function isFormToken({ cookie }: Session, token: string | null): boolean {
  const [nonce = '', sealText = ''] = token?.split('.') ?? []
  return isSame(Buffer.from(sealText, 'base64url'), seal(cookie, 'form', nonce))
}

/**
 * Names a message by its form and everything in it: a double tap is one message, and another answer from the same old
 * page is another.
 */
export const messageIdOf = ({ cookie }: Session, content: string): string =>
  seal(cookie, 'message', content).toString('hex')
