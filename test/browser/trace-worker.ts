// A worker without a browser: signs in by the link, finds the person by their words, and answers them.
import type { RunningProduct } from '../crash/product-process.ts'

const TOKEN = /name="token" value="([^"]+)"/
const ONCE = /action="[^"]*\/NAME"[^>]*>.*?name="once" value="([^"]+)"/

export class TraceWorker {
  readonly #staff: string
  #cookie = ''

  private constructor(staff: string) {
    this.#staff = staff
  }

  /** Uses a one-time link of the product's up. */
  static async signIn({ staff, signIn }: RunningProduct, name: string): Promise<TraceWorker> {
    const worker = new TraceWorker(staff)
    const path = new URL(await signIn()).pathname
    await worker.#post(path, { token: tokenIn(await worker.#get(path)), name })
    return worker
  }

  /** Takes the conversation in which these words were said, and says something in it. Throws when nobody said them. */
  async answer(words: string, text: string): Promise<void> {
    const queue = await this.#get('/')
    const references = new Set([...queue.matchAll(/href="(\/c\/[^"/]+)"/g)].map(([, address = '']) => address))
    for (const address of references) {
      const page = await this.#get(address)
      if (!page.includes(words)) continue
      await this.#post(`${address}/take`, { token: tokenIn(page), once: onceOf(page, 'take') })
      const taken = await this.#get(address)
      await this.#post(`${address}/say`, { token: tokenIn(taken), once: onceOf(taken, 'say'), text })
      return
    }
    throw new Error(`none of ${references.size} conversations has these words in it`)
  }

  async #get(path: string): Promise<string> {
    const answer = await fetch(`${this.#staff}${path}`, { headers: { cookie: this.#cookie } })
    return answer.text()
  }

  async #post(path: string, fields: Record<string, string>): Promise<void> {
    const answer = await fetch(`${this.#staff}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.#cookie, origin: this.#staff },
      body: new URLSearchParams(fields)
    })
    if (answer.status !== 303) throw new Error(`the staff page answered ${answer.status}`)
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie
  }
}

const tokenIn = (page: string): string => TOKEN.exec(page)?.[1] ?? ''
const onceOf = (page: string, act: string): string => new RegExp(ONCE.source.replace('NAME', act)).exec(page)?.[1] ?? ''
