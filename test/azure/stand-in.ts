// A stand-in for Azure Communication Services: identities and chat over HTTP on this machine, driven by the real libraries.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import type { Identity } from '../outputs/certificates.ts'
import { type Answer, fault } from './answer.ts'
import { Faults } from './faults.ts'
import { identityRoute } from './identities.ts'
import { Memory } from './memory.ts'
import { threadRoute } from './threads.ts'
import { bearerOf, isSigned } from './tokens.ts'

export interface StandIn {
  readonly memory: Memory
  readonly faults: Faults
  readonly connectionString: string
  /** Brings what is meant for the real address here; what is signed stays as it is. */
  readonly httpClient: HttpClient
  /** The same for somebody's own app, for whom nothing fails. */
  readonly theirClient: HttpClient
  /** Comes back when nothing is being done any more, given up or not. */
  idle(): Promise<void>
  close(): Promise<void>
}

const OUTSIDE = 'x-outside'
const NAME = 'sidedoor-test.uk.communication.azure.com'

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function answerTo(memory: Memory, request: IncomingMessage, raw: Buffer, lacks: number): Answer {
  const url = new URL(request.url ?? '/', `https://${NAME}`)
  if (!url.searchParams.get('api-version')) return fault(400, 'BadRequest')
  const isIdentity = url.pathname.startsWith('/identities')
  if (isIdentity && !isSigned(memory, request, raw)) return fault(401, 'Denied')
  const call = {
    memory,
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: raw.length > 0 ? JSON.parse(raw.toString()) : undefined,
    me: bearerOf(memory, request.headers.authorization),
    lacks
  }
  return isIdentity ? identityRoute(call) : threadRoute(call)
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
}

/** `identity`: of localhost, by which a process that trusts whoever vouches for it reaches this as it would reach Azure. */
export async function openStandIn(identity: Identity | null = null): Promise<StandIn> {
  const memory = new Memory()
  const faults = new Faults()
  let busy = 0
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const raw = await bodyOf(request)
    const path = (request.url ?? '').replace(/\?.*/, '')
    memory.asked.push({ method: request.method ?? '', path, body: raw.toString(), at: memory.now() })
    const failing = request.headers[OUTSIDE] ? null : await faults.of(`${request.method} ${path}`)
    if (failing?.kind === 'hangs') await pause(failing.ms)
    if (failing?.kind === 'dropped' || failing?.kind === 'hangs') return request.socket.destroy()
    if (failing?.kind === 'status') {
      const after = failing.retryAfter === undefined ? {} : { 'retry-after': String(failing.retryAfter) }
      return send(response, fault(failing.status, 'Injected', after))
    }
    if (failing?.kind === 'slow') await pause(failing.ms)
    const answer = answerTo(memory, request, raw, failing?.kind === 'stale' ? failing.lacks : 0)
    if (failing?.kind === 'replyLost') return request.socket.destroy()
    if (failing?.kind === 'slowReply') await pause(failing.ms)
    return send(response, failing?.kind === 'malformed' ? { ...answer, body: failing.body } : answer)
  }
  const hear = (request: IncomingMessage, response: ServerResponse) => {
    busy += 1
    void serve(request, response)
      .catch((error: unknown) => {
        // Whoever was killed before they had asked is no fault of ours.
        if (request.complete) throw error
      })
      .finally(() => {
        busy -= 1
      })
  }
  const server = identity ? createTlsServer(identity, hear) : createServer(hear)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const real = createDefaultHttpClient()
  const clientOf = (headers: Readonly<Record<string, string>>): HttpClient => ({
    async sendRequest(request) {
      const meant = request.url
      const url = new URL(meant)
      // The name it was signed for goes along.
      request.headers.set('host', url.host)
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
      request.url = `http://127.0.0.1:${port}${url.pathname}${url.search}`
      request.allowInsecureConnection = true
      try {
        return await real.sendRequest(request)
      } finally {
        // Whoever tries again by itself tries the address that was meant.
        request.url = meant
      }
    }
  })
  return {
    memory,
    faults,
    connectionString: `endpoint=https://${identity ? `localhost:${port}` : NAME}/;accesskey=${memory.accessKey.toString('base64')}`,
    httpClient: clientOf({}),
    theirClient: clientOf({ [OUTSIDE]: 'yes' }),
    async idle() {
      while (busy > 0) await pause(10)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
}
