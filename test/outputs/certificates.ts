// Certificates made while the tests run: an authority of our own, and servers it vouches for. No key lies in the repository.
import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto'

const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts)
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))
const bits = (bytes: Buffer) => tlv(0x03, Buffer.from([0]), bytes)
const bytes = (content: Buffer) => tlv(0x04, content)
const TRUE = tlv(0x01, Buffer.from([0xff]))
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))
const nameOf = (name: string) => sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(name)))))
const time = (date: Date) => tlv(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
const pem = (der: Buffer) => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

interface Asked {
  readonly name: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly signer: KeyObject
  readonly days: readonly [number, number]
  readonly isAuthority: boolean
}

function certificate({ name, issuer, publicKey, signer, days, isAuthority }: Asked): string {
  const [from, until] = days.map(day => new Date(Date.now() + day * 86_400_000)) as [Date, Date]
  const serial = randomBytes(8)
  serial[0] = 0x01
  const extension = isAuthority
    ? sequence(oid('551d13'), TRUE, bytes(sequence(TRUE)))
    : sequence(oid('551d11'), bytes(sequence(tlv(0x82, Buffer.from(name)))))
  const inner = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, serial),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(time(from), time(until)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(extension))
  )
  return pem(sequence(inner, ECDSA_SHA256, bits(sign('sha256', inner, signer))))
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

export interface Identity {
  readonly key: string
  readonly cert: string
}

/** An authority: whoever trusts `ca` trusts every server it vouches for. */
export class Authority {
  readonly #keys = newKeys()
  readonly #name = `Test authority ${randomBytes(4).toString('hex')}`
  readonly ca: string

  constructor() {
    const { publicKey, privateKey } = this.#keys
    const name = this.#name
    this.ca = certificate({ name, issuer: name, publicKey, signer: privateKey, days: [-2, 30], isAuthority: true })
    if (!new X509Certificate(this.ca).ca) throw new Error('no authority')
  }

  /** A server of this name. `days`: from when until when, counted from today. */
  vouchFor(name: string, days: readonly [number, number] = [-1, 30]): Identity {
    const { publicKey, privateKey } = newKeys()
    const asked = { name, issuer: this.#name, publicKey, signer: this.#keys.privateKey, days, isAuthority: false }
    return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert: certificate(asked) }
  }
}
