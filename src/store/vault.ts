// Sealing: AES-256-GCM, one key per conversation, wrapped by a key derived from the master key. Law 9 rests on this file.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes
} from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
/** First byte of everything sealed, so that a later format can be told apart. */
const FORMAT = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Seals bytes. `place` is bound in: a sealed value moved to another row or column does not open. */
export function seal(key: KeyObject, plain: Buffer, place: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([FORMAT]), iv, sealed, cipher.getAuthTag()])
}

/** Opens what `seal` made. Throws when the key, the place or a single bit is not the one it was sealed with. */
export function unseal(key: KeyObject, sealed: Buffer, place: string): Buffer {
  if (sealed[0] !== FORMAT) throw new Error('sealed in a format this version cannot read')
  const iv = sealed.subarray(1, 1 + IV_BYTES)
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES, -TAG_BYTES)), decipher.final()])
}

/** What the codes of `npm run staff:confirm` come from. */
export const CONFIRM_CODES = 'role changes'

/** The keys that come from the master key. Each purpose has its own, so that none can be turned to another use. */
export class Vault {
  readonly #wrapping: KeyObject
  readonly #index: Buffer
  readonly #master: Buffer

  constructor(master: Buffer) {
    if (master.length !== KEY_BYTES) throw new Error('the master key must be 32 bytes')
    this.#master = master
    this.#wrapping = createSecretKey(this.derive('conversation keys'))
    this.#index = this.derive('blind index')
  }

  /** A sub-key for one purpose, 32 bytes. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#master, 'sidedoor', purpose, KEY_BYTES))
  }

  /** A new conversation's key, and the form of it that may be stored. */
  newKey(conversation: string): { key: KeyObject; wrapped: Buffer } {
    const bytes = randomBytes(KEY_BYTES)
    return { key: createSecretKey(bytes), wrapped: seal(this.#wrapping, bytes, `${conversation}|key`) }
  }

  unwrap(conversation: string, wrapped: Buffer): KeyObject {
    return createSecretKey(unseal(this.#wrapping, wrapped, `${conversation}|key`))
  }

  /** A secret of our own in the form that may be stored. */
  close(secret: Buffer, place: string): Buffer {
    return seal(this.#wrapping, secret, place)
  }

  open(closed: Buffer, place: string): Buffer {
    return unseal(this.#wrapping, closed, place)
  }

  /** A value that can be looked up without being stored: a phone number becomes this. */
  blindIndex(value: string): Buffer {
    return createHmac('sha256', this.#index).update(value).digest()
  }

  /** Proves, without revealing it, that two master keys are the same. */
  fingerprint(): Buffer {
    return this.derive('fingerprint')
  }
}
