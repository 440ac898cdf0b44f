// The forms that browsers have sent and that are not answered yet: what a kill must meet to have tried anything.
import type { BrowserContext, Request } from 'playwright-core'

/** That somebody types is no word of theirs. */
const SIGN = /\/(w|x|typing)$/

export class UnderWay {
  readonly #sent = new Set<Request>()

  watch(context: BrowserContext): void {
    context.on('request', request => {
      if (request.method() === 'POST' && !SIGN.test(new URL(request.url()).pathname)) this.#sent.add(request)
    })
    context.on('requestfinished', request => this.#sent.delete(request))
    context.on('requestfailed', request => this.#sent.delete(request))
  }

  /** What is on its way to one of these addresses now. */
  to(addresses: readonly string[]): Request[] {
    return [...this.#sent].filter(request => addresses.includes(new URL(request.url()).origin))
  }
}
