// A visitor without a browser: every header is theirs to choose, as it is for whoever wants to break in.
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

interface Sent {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** One request, and its whole answer. */
export function plain(address: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: new Agent() }, reply => {
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', chunk => {
        text += chunk
      })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }))
      reply.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const FORM = 'application/x-www-form-urlencoded'

/** Somebody with the cookie of a session and the token of the last form they were given. */
export class Visitor {
  readonly chat: string
  cookie = ''
  token = ''

  constructor(chat: string, cookie = '') {
    this.chat = chat
    this.cookie = cookie
  }

  /** Comes to the page for the first time. */
  static async arrive(chat: string): Promise<Visitor> {
    const visitor = new Visitor(chat)
    await visitor.get('/')
    return visitor
  }

  /** Somebody who has answered the first question with yes: the second is open. */
  static async withOneAnswer(chat: string): Promise<Visitor> {
    const visitor = await Visitor.arrive(chat)
    await visitor.post({ question: 'channelOk', answer: 'yes' })
    await visitor.get('/')
    return visitor
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.#send(path, { headers })
  }

  /** Posts a form of the page as it stands. `headers` and `fields` may lie about anything. */
  post(
    fields: Record<string, string> | readonly [string, string][],
    headers: Record<string, string> = {}
  ): Promise<Reply> {
    const body = new URLSearchParams([['k', this.token], ...(Array.isArray(fields) ? fields : Object.entries(fields))])
    return this.#send('/', {
      method: 'POST',
      headers: { 'content-type': FORM, origin: this.chat, ...headers },
      body: body.toString()
    })
  }

  async #send(path: string, sent: Sent): Promise<Reply> {
    const cookie = this.cookie === '' ? {} : { cookie: this.cookie }
    const reply = await plain(`${this.chat}${path}`, { ...sent, headers: { ...cookie, ...sent.headers } })
    const given = reply.headers['set-cookie']?.find(line => line.startsWith('__Host-s='))?.split(';')[0]
    if (given) this.cookie = given
    this.token = /name="k" value="([^"]+)"/.exec(reply.text)?.[1] ?? this.token
    return reply
  }
}
