// A person at the page, without a browser: gets the form, posts it, and posts the very same form again until it is acknowledged.
import { createHash } from 'node:crypto'
import { PAGE_PATIENCE } from '../../src/limits.ts'
import { type Answer, ask } from './ask.ts'
import { UnderWay } from './under-way.ts'

interface Form {
  readonly question: string | null
  readonly token: string
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

export class PersonClient {
  /** What was sent and acknowledged, in order. */
  readonly acknowledged: string[] = []
  /** Messages on their way: sent, and not answered yet. */
  readonly underWay = new UnderWay()
  /** How often the product, while it was there, would not take a message. */
  refused = 0
  /** How often its database was so slow that the product did not wait for it: that is a slow machine's, and no rule's. */
  outwaited = 0
  #cookie = ''
  readonly #chat: () => string
  readonly #name: string

  /** `chat`: where the product is now; it changes with every restart. */
  constructor(name: string, chat: () => string) {
    this.#name = name
    this.#chat = chat
  }

  get cookie(): string {
    return this.#cookie
  }

  /** SHA-256 of the secret in this person's cookie. */
  get access(): Buffer {
    const [secret = ''] = this.#cookie.replace('__Host-s=', '').split('.')
    return createHash('sha256').update(Buffer.from(secret, 'base64url')).digest()
  }

  /** `count` times: one thing tapped twice, and at the same moment another from a second tab; whatever is killed meanwhile. */
  async hold(count: number): Promise<void> {
    await this.#post(await this.#form(), { answer: 'yes' })
    for (let index = 0; index < count; index += 1) {
      const form = await this.#form()
      const say = (tab: string) => this.#post(form, { text: `${this.#name} said ${index} ${tab}`, by: 'text' })
      await Promise.all([say('here'), say('here'), say('there')])
      this.acknowledged.push(`${this.#name} said ${index} here`, `${this.#name} said ${index} there`)
    }
  }

  /** One form of the page as it stands now, sent until it is taken. */
  async sends(fields: Record<string, string>): Promise<void> {
    await this.#post(await this.#form(), fields)
  }

  /** Presses the exit until it is known that they have gone. */
  async leaves(isGone: () => Promise<boolean>): Promise<void> {
    do await this.#fetch('POST', '', '/x').catch(() => pause(20))
    while (!(await isGone()))
  }

  async #form(): Promise<Form> {
    for (;;) {
      const page = await this.#fetch('GET').catch(() => null)
      const token = page && /name="k" value="([^"]+)"/.exec(page.body)?.[1]
      if (token) return { token, question: /data-question="(\w+)"/.exec(page.body)?.[1] ?? null }
      await pause(20)
    }
  }

  /** Acknowledged means: the product answered with a redirect. Until then the same form is sent again. */
  async #post(form: Form, fields: Record<string, string>): Promise<void> {
    const body = new URLSearchParams({
      k: form.token,
      ...(form.question ? { question: form.question } : {}),
      ...fields
    })
    for (;;) {
      const sentAt = performance.now()
      const reply = await this.underWay.of(() => this.#fetch('POST', body.toString())).catch(() => null)
      if (reply?.status === 303) return
      const isOutwaited = reply?.status === 503 && performance.now() - sentAt >= PAGE_PATIENCE
      if (isOutwaited) this.outwaited += 1
      else if (reply) this.refused += 1
      if (reply && reply.status !== 503) throw new Error(`the page answered ${reply.status} to ${[...body.keys()]}`)
      await pause(20)
    }
  }

  async #fetch(method: 'GET' | 'POST', body?: string, path = '/'): Promise<Answer> {
    const answer = await ask(`${this.#chat()}${path}`, {
      method,
      headers: {
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: this.#chat() })
      },
      body
    })
    this.#cookie = answer.cookies.find(line => line.startsWith('__Host-s=') && line !== '__Host-s=') ?? this.#cookie
    return answer
  }
}
