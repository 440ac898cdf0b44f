// A mail server that speaks as real ones do, and can be told to misbehave.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Smtp } from '../../src/outputs/settings.ts'
import type { Identity } from './certificates.ts'

export interface Mail {
  readonly to: readonly string[]
  readonly from: string
  readonly raw: string
  readonly isSecure: boolean
  readonly user: string
}

interface Kind {
  /** Without it, no TLS is offered. */
  readonly identity: Identity | null
  /** TLS from the first byte. */
  readonly secure?: boolean
  readonly maxVersion?: 'TLSv1.1'
}

type Step = 'rcpt' | 'data' | 'auth'

export class TestMailServer {
  readonly mails: Mail[] = []
  /** Codes it answers, at which step; taken from the front. */
  answers: { readonly at: Step; readonly code: number }[] = []
  /** Done when a letter has been taken, before that is said. */
  before: () => Promise<void> = async () => {}
  /** Whatever came before TLS, so that a test sees that no word did. */
  readonly #server: SMTPServer

  private constructor({ identity, secure = false, maxVersion }: Kind) {
    this.#server = new SMTPServer({
      ...(identity ?? { disabledCommands: ['STARTTLS'] }),
      ...(maxVersion ? { maxVersion, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
      secure,
      logger: false,
      allowInsecureAuth: true,
      closeTimeout: 100,
      onAuth: (auth, _session, done) => {
        const fault = this.#faultAt('auth')
        if (fault) return done(fault)
        if (auth.username !== 'desk' || auth.password !== 'p@ss word') return done(new Error('no'))
        done(null, { user: auth.username })
      },
      onRcptTo: (_address, _session, done) => done(this.#faultAt('rcpt')),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', chunk => chunks.push(chunk))
        stream.on('end', async () => {
          const fault = this.#faultAt('data')
          if (fault) return done(fault)
          const { mailFrom, rcptTo } = session.envelope
          this.mails.push({
            to: rcptTo.map(({ address }) => address),
            from: mailFrom ? mailFrom.address : '',
            raw: Buffer.concat(chunks).toString(),
            isSecure: session.secure,
            user: String(session.user ?? '')
          })
          await this.before()
          done()
        })
      }
    })
    this.#server.on('error', () => {})
  }

  #faultAt(step: Step): Error | null {
    if (this.answers[0]?.at !== step) return null
    const { code } = this.answers.shift() as { code: number }
    return Object.assign(new Error('not now'), { responseCode: code })
  }

  static async open(kind: Kind): Promise<TestMailServer> {
    const server = new TestMailServer(kind)
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', () => resolve())
    })
    return server
  }

  /** How it is reached. Its certificate is for `localhost`. */
  smtp(changed: Partial<Smtp> = {}): Smtp {
    const { port } = this.#server.server.address() as AddressInfo
    return { host: 'localhost', port, secure: false, auth: { user: 'desk', pass: 'p@ss word' }, ...changed }
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve())
    })
  }
}

/** A header of a mail, unfolded. */
export const headerOf = ({ raw }: Mail, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, 'mi').exec((raw.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' '))?.[1]

/** Everything a mail says, whatever it was packed in. */
export function textOf({ raw }: Mail): string {
  const packed = raw.split('\r\n\r\n').map(part => {
    const flat = part.split('\r\n--')[0] ?? ''
    return /^[A-Za-z0-9+/=\r\n]{60,}$/.test(flat) ? Buffer.from(flat, 'base64').toString('utf8') : ''
  })
  const soft = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
  return [raw, soft, ...packed].join('\n')
}
