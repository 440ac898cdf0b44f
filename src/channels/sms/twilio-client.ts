// The one way to Twilio. It forgets what it sent: the SDK would keep the last number and words for as long as it lives.
import RequestClient from 'twilio/lib/base/RequestClient.js'
import Twilio from 'twilio/lib/rest/Twilio.js'

export interface TwilioAccess {
  readonly accountSid: string
  readonly authToken: string
  /** In place of every Twilio host, for tests; null for Twilio itself. */
  readonly apiBase: string | null
}

/** Twilio was not reached, or did not answer in time: whether it took the message is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  /** Such as ECONNABORTED. */
  readonly code: string

  constructor(code: string) {
    super('Twilio did not answer')
    this.code = code
  }
}

class ForgetfulClient extends RequestClient {
  readonly #base: URL | null

  constructor(apiBase: string | null, timeout: number) {
    // The outbox decides about trying again: it must look first whether the message was taken after all.
    super({ timeout, autoRetry: false })
    this.#base = apiBase === null ? null : new URL(apiBase)
  }

  override async request<TData>(options: RequestClient.RequestOptions<TData>) {
    try {
      // At `debug` the SDK prints numbers. It knows no other level, so `off` is none, whatever anybody asks for.
      return await super.request<TData>({ ...options, uri: this.#addressOf(options.uri), logLevel: 'off' })
    } catch (error) {
      // The original holds the whole request: the number, the words and the token.
      throw new NoAnswer(error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
    } finally {
      delete this.lastRequest
      delete this.lastResponse
    }
  }

  #addressOf(uri: string): string {
    if (!this.#base) return uri
    const { pathname, search } = new URL(uri)
    return new URL(pathname + search, this.#base).href
  }
}

/** A client of Twilio's REST API that keeps nothing of what it sends or gets. `timeout`: for one request, in ms. */
export function twilioClient(access: TwilioAccess, { timeout }: { readonly timeout: number }): Twilio {
  const { accountSid, authToken, apiBase } = access
  return new Twilio(accountSid, authToken, { accountSid, httpClient: new ForgetfulClient(apiBase, timeout) })
}
