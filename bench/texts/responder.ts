// The least of a carrier's REST API: it takes every text at once, keeps nothing, and tells whoever waits that it is there.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Responder {
  readonly base: string
  /** Resolves when the next text to this number is handed over. One at a time for each number. */
  replyTo(number: string): Promise<void>
  close(): void
}

/** What both SDKs read of an answer. */
const created = (form: URLSearchParams) =>
  JSON.stringify({
    sid: `SM${randomBytes(16).toString('hex')}`,
    status: 'queued',
    to: form.get('To'),
    body: form.get('Body'),
    date_created: new Date().toUTCString()
  })

export async function startResponder(): Promise<Responder> {
  const waiting = new Map<string, () => void>()
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      if (request.method === 'DELETE') return reply.writeHead(204).end()
      if (request.method === 'GET') {
        return reply.writeHead(200, { 'content-type': 'application/json' }).end('{"messages":[]}')
      }
      const form = new URLSearchParams(Buffer.concat(chunks).toString())
      const number = form.get('To') ?? ''
      waiting.get(number)?.()
      waiting.delete(number)
      return reply.writeHead(201, { 'content-type': 'application/json' }).end(created(form))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    replyTo: number => new Promise(resolve => waiting.set(number, resolve)),
    close() {
      server.close()
      server.closeAllConnections()
    }
  }
}
