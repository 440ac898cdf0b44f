// Every way in which Azure fails, to be put in a request's way.

export type Failing =
  /** It says no, and does nothing. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** The line breaks before it hears anything. */
  | { readonly kind: 'dropped' }
  /** It does it, and the line breaks before it can say so. */
  | { readonly kind: 'replyLost' }
  /** It does it, and says so after so many ms. */
  | { readonly kind: 'slowReply'; readonly ms: number }
  /** It takes so many ms until it does it. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** It hears, does nothing, and says nothing for so many ms. */
  | { readonly kind: 'hangs'; readonly ms: number }
  /** It does it, and answers with something else. */
  | { readonly kind: 'malformed'; readonly body: string }
  /** It answers as it was before the last so many messages. */
  | { readonly kind: 'stale'; readonly lacks: number }

interface Planned {
  readonly match: RegExp
  readonly failing: Failing
  times: number
  readonly meanwhile: () => unknown
}

export class Faults {
  #planned: Planned[] = []
  #chance: () => Failing | null = () => null

  /** The next `times` requests that match ("POST /chat/threads/...") fail like this, and something happens meanwhile. */
  plan(match: RegExp, failing: Failing, times = 1, meanwhile: () => unknown = () => {}): void {
    this.#planned.push({ match, failing, times, meanwhile })
  }

  /** From now on this share of all requests fails, by chance; what is planned comes first. */
  atRandom(draw: () => number, share: number, kinds: readonly Failing[]): void {
    this.#chance = () => (draw() < share ? (kinds[Math.floor(draw() * kinds.length)] ?? null) : null)
  }

  async of(request: string): Promise<Failing | null> {
    const found = this.#planned.find(({ match, times }) => times > 0 && match.test(request))
    if (!found) return this.#chance()
    found.times -= 1
    await found.meanwhile()
    return found.failing
  }
}
