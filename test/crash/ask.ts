// One request to the product, on a connection of its own, and without patience for a process that has been killed.
import { Agent, request } from 'node:http'

const SHORT = 10_000
const agent = new Agent({ keepAlive: false })

export interface Answer {
  readonly status: number
  readonly body: string
  /** Name and value of each cookie that came with it. */
  readonly cookies: readonly string[]
}

interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: string | undefined
}

/** Rejects when nothing, or only the beginning of an answer, comes. */
export function ask(url: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, timeout: SHORT, headers }, reply => {
      const cookies = (reply.headers['set-cookie'] ?? []).map(line => line.split(';')[0] ?? '')
      let text = ''
      reply.setEncoding('utf8')
      reply.on('data', chunk => {
        text += chunk
      })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: text, cookies }))
      reply.on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', reject)
    sent.end(body)
  })
}
