// What a passkey has to sign. It carries its own time and seal, so nothing waits here for an answer: there is nothing that an attacker who asks for
// more and more could fill, or push a worker's out of. Kept is only which were answered rightly, until their time is over.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { CHALLENGE_VALID } from '../limits.ts'
import type { Asked } from '../staff/passkey.ts'
import type { Database } from './schema.ts'

const NONCE_BYTES = 16
const TIME_BYTES = 6
const SEAL_BYTES = 32

export class Challenges {
  readonly #db: Kysely<Database>
  readonly #key: Buffer

  constructor(db: Kysely<Database>, key: Buffer) {
    this.#db = db
    this.#key = key
  }

  /** A new one, for the holder of one secret. */
  next(holder: Buffer, now: Date): Buffer {
    const time = Buffer.alloc(TIME_BYTES)
    time.writeUIntBE(now.getTime() + CHALLENGE_VALID, 0, TIME_BYTES)
    const content = Buffer.concat([randomBytes(NONCE_BYTES), time])
    return Buffer.concat([content, this.#seal(content, holder)])
  }

  /** How an answer of this holder is held against what they were given. */
  askedOf(holder: Buffer, now: Date): Asked {
    return {
      wasAsked: given => {
        const { content, seal, expiresAt } = read(given)
        const wanted = this.#seal(content, holder)
        return seal.length === SEAL_BYTES && timingSafeEqual(seal, wanted) && expiresAt > now.getTime()
      },
      useUp: given => this.#useUp(given, holder, now)
    }
  }

  /** False: it was answered before. Of two at once, one is the first. */
  async #useUp(given: string, holder: Buffer, now: Date): Promise<boolean> {
    await this.#db.deleteFrom('challenge').where('expires_at', '<=', now).execute()
    const { value, expiresAt } = read(given)
    const used = await this.#db
      .insertInto('challenge')
      .values({ value, holder, expires_at: new Date(expiresAt) })
      .onConflict(conflict => conflict.doNothing())
      .returning('value')
      .executeTakeFirst()
    return used !== undefined
  }

  #seal(content: Buffer, holder: Buffer): Buffer {
    return createHmac('sha256', this.#key).update(content).update(holder).digest()
  }
}

function read(given: string) {
  const bytes = Buffer.from(given, 'base64url')
  const content = bytes.subarray(0, NONCE_BYTES + TIME_BYTES)
  const isWhole = content.length === NONCE_BYTES + TIME_BYTES
  return {
    content,
    seal: bytes.subarray(content.length),
    expiresAt: isWhole ? content.readUIntBE(NONCE_BYTES, TIME_BYTES) : 0,
    // The same bytes are the same challenge, however they are spelled.
    value: bytes.toString('base64url')
  }
}
