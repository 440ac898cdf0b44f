// Somebody at a page of ours without a browser: a cookie, forms, and a page that stays open.
import { Agent, type ClientRequest, get, request } from 'node:http'

const agent = new Agent({ keepAlive: true })

export class Visitor {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()
  readonly #open: ClientRequest[] = []

  constructor(origin: string) {
    this.#origin = origin
  }

  get(path: string): Promise<string> {
    return this.#ask(path, 'GET')
  }

  post(path: string, fields: Record<string, string>): Promise<string> {
    return this.#ask(path, 'POST', new URLSearchParams(fields).toString())
  }

  /** Keeps the page open. Resolves when its first words are there; `heard` gets everything that comes. */
  follow(path: string, heard: (text: string) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = get(`${this.#origin}${path}`, { agent: false, headers: { cookie: this.#cookie } }, reply => {
        if (reply.statusCode !== 200) return reject(new Error(`${path} answered ${reply.statusCode}`))
        reply.setEncoding('utf8')
        reply.on('data', heard)
        reply.once('data', () => resolve())
        reply.on('error', () => {})
      })
      sent.on('error', () => {})
      this.#open.push(sent)
    })
  }

  goes(): void {
    for (const open of this.#open) open.destroy()
  }

  get #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #ask(path: string, method: string, body?: string): Promise<string> {
    const headers = {
      cookie: this.#cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin })
    }
    return new Promise((resolve, reject) => {
      const sent = request(`${this.#origin}${path}`, { agent, method, headers }, reply => {
        for (const line of reply.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          this.#cookies.set(name, value)
        }
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', chunk => {
          text += chunk
        })
        reply.on('end', () =>
          (reply.statusCode ?? 500) < 400 ? resolve(text) : reject(new Error(`${path} answered ${reply.statusCode}`))
        )
        reply.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
}
