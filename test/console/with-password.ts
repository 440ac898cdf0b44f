// Members who have set a password with a code, and whoever tries to be one of them. Dates stand still until a test moves them.
import { Secret, TOTP } from 'otpauth'
import { expect, vi } from 'vitest'
import { type TestDesk, Worker } from './desk.ts'

export const STEP = 30_000
export const PASSWORD = 'correct horse battery'

export const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

export const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** The secret on the page where a password is set. */
export const secretOn = (body: string): string => /name="secret" value="([A-Z2-7]+)"/.exec(body)?.[1] ?? ''

export class Own {
  readonly #desk: TestDesk
  readonly worker: Worker
  readonly login: string
  secret: string

  private constructor(desk: TestDesk, worker: Worker, login: string, secret: string) {
    this.#desk = desk
    this.worker = worker
    this.login = login
    this.secret = secret
  }

  /** Somebody who has set a password, some time ago. */
  static async member(desk: TestDesk, name: string, login = name.toLowerCase()): Promise<Own> {
    const own = new Own(desk, await desk.signIn(name), login, '')
    await own.setsPassword()
    return own
  }

  /** Sets a password anew, in the browser they have been in from the first. */
  async setsPassword(password = PASSWORD): Promise<void> {
    const { worker, login } = this
    const { body } = await worker.get('/account/password')
    this.secret = secretOn(body)
    const { secret } = this
    const set = await worker.post('/account/password', { login, password, secret, code: this.code() })
    expect([set.statusCode, set.body.includes('Your password is set')]).toEqual([200, true])
    pass(STEP)
  }

  code(): string {
    return codeOf(this.secret)
  }

  /** Another browser, in which somebody tries to be this member. */
  async tries(
    changed: Partial<Record<'login' | 'password' | 'code', string>> = {},
    browser = new Worker(this.#desk.origin)
  ) {
    await browser.get('/sign-in')
    const form = { login: this.login, password: PASSWORD, code: this.code(), ...changed }
    return { answer: await browser.post('/sign-in/password', form), browser }
  }
}
