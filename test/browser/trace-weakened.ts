// The real product with one of its precautions taken away, to see that the search misses it.
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Pages, serve } from './trace-servers.ts'

export type Precaution = 'autocomplete off' | 'no-store' | 'see other' | 'replace'

/** A door in front of the product at `chat` that lets everything through but one precaution. */
export function serveWithout(precaution: Precaution, chat: string): Promise<Pages> {
  const { port } = new URL(chat)

  /** Asks the product as the browser did, in plain bytes. */
  const pass = (asked: IncomingMessage, method: string, path: string, cookie: string, body: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { ...asked.headers, cookie, 'accept-encoding': 'identity' }
      const sent = request({ host: 'localhost', port, method, path, headers }, resolve)
      sent.on('error', reject)
      sent.end(body)
    })

  return serve(async (asked, reply) => {
    const cookie = asked.headers.cookie ?? ''
    const body = asked.method === 'POST' ? await text(asked) : ''
    const answer = await pass(asked, asked.method ?? 'GET', asked.url ?? '/', cookie, body)
    const goesOn = precaution === 'see other' && answer.statusCode === 303 && answer.headers.location === '/'
    if (!goesOn) return hand(answer, reply, precaution)
    delete asked.headers['content-length']
    delete asked.headers['content-type']
    return hand(await pass(asked, 'GET', '/', cookie, ''), reply, precaution)
  })
}

async function hand(answer: IncomingMessage, reply: ServerResponse, without: Precaution): Promise<void> {
  const { 'content-length': _, ...headers } = answer.headers
  if (without === 'no-store') headers['cache-control'] = 'no-cache'
  reply.writeHead(answer.statusCode ?? 502, headers)
  const isStream = answer.headers['x-accel-buffering'] !== undefined
  reply.on('close', () => answer.destroy())
  if (isStream) answer.pipe(reply)
  else reply.end(weaken(await text(answer), without))
}

function weaken(html: string, without: Precaution): string {
  if (without === 'autocomplete off') return html.replaceAll('autocomplete="off"', '')
  return without === 'replace' ? html.replaceAll('location.replace(', 'location.assign(') : html
}
