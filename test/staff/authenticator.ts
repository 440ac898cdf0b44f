// An authenticator made of software: makes passkeys and signs with them, as a device does, and can be told to lie.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** User present, user verified, and (for a new key) that the key is in it. */
const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

interface Asked {
  readonly challenge: string
  readonly origin: string
  readonly host: string
  /** The person showed a finger or a PIN. */
  readonly verified?: boolean
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

export class Authenticator {
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #id = randomBytes(32)
  #counter = 0

  get id(): string {
    return base64url(this.#id)
  }

  #data(host: string, flags: number, key: Buffer = Buffer.alloc(0)): Buffer {
    this.#counter += 1
    const head = Buffer.alloc(37)
    createHash('sha256').update(host).digest().copy(head)
    head[32] = flags
    head.writeUInt32BE(this.#counter, 33)
    return Buffer.concat([head, key])
  }

  #client(type: string, { challenge, origin }: Asked): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  makes(asked: Asked) {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' })
    const point = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
    const key = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point(x)],
        [-3, point(y)]
      ])
    )
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.#id.length)
    const held = Buffer.concat([Buffer.alloc(16), length, this.#id, key])
    const flags = PRESENT | WITH_KEY | (asked.verified === false ? 0 : VERIFIED)
    const attested = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(this.#data(asked.host, flags, held))]
      ]) as Parameters<typeof isoCBOR.encode>[0]
    )
    return this.#answer({
      clientDataJSON: base64url(this.#client('webauthn.create', asked)),
      attestationObject: base64url(attested),
      transports: ['internal']
    })
  }

  signs(asked: Asked) {
    const client = this.#client('webauthn.get', asked)
    const data = this.#data(asked.host, PRESENT | (asked.verified === false ? 0 : VERIFIED))
    const hash = createHash('sha256').update(client).digest()
    const signature = sign('sha256', Buffer.concat([data, hash]), this.#pair.privateKey)
    return this.#answer({
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(signature)
    })
  }

  #answer(response: object) {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response }
  }
}
