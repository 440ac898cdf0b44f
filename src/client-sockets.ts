// How many connections a server holds, and whose gives way to a new one. Nobody is refused because others hold too many: `maxConnections`
// would turn away whoever comes next, and that may be the person who needs help.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type AddressOf, isProxy } from './client-address.ts'
import { clientPart } from './client-part.ts'
import {
  CLIENT_SOCKETS_FEW,
  CLIENT_SOCKETS_MAX,
  CONNECTIONS_CHECKED,
  HEADERS_MAX,
  HEADERS_WITHIN,
  KEPT_ALIVE,
  REQUEST_COMES,
  REQUEST_WITHIN,
  SOCKETS_MAX
} from './limits.ts'

/** What a server is made with, so that nobody holds a connection by sending slowly. */
export const PATIENCE = {
  requestTimeout: REQUEST_WITHIN,
  keepAliveTimeout: KEPT_ALIVE,
  http: { headersTimeout: HEADERS_WITHIN, connectionsCheckingInterval: CONNECTIONS_CHECKED }
} as const

interface Held {
  /** Of whoever is connected; null where that says nothing of who asks. */
  readonly own: string | null
  /** Of whoever asks at present. */
  client: string | null
  /** When it was opened, or last answered, in ms since the epoch. */
  since: number
  /** More than one where a browser does not wait for an answer; the first is the one that is answered. */
  readonly exchanges: Set<{ readonly request: IncomingMessage; readonly response: ServerResponse }>
}

/** What a connection is there for, from what is missed least: nothing, a stream that can be opened again, a request that is coming, an answer. */
const IDLE = 0
const STREAM = 1
const COMING = 2
const BUSY = 3

function useOf({ exchanges, since }: Held, now: number): number {
  const [first] = exchanges
  // Half a request is what slow senders hold connections with; on one just opened, the other half is on its way.
  if (!first?.request.complete) return now - since < REQUEST_COMES ? COMING : IDLE
  return first.response.headersSent && !first.response.writableEnded ? STREAM : BUSY
}

export interface SocketCaps {
  readonly most: number
  readonly each: number
  /** Clients with no more than so many are not told from each other. */
  readonly few: number
}

const CAPS: SocketCaps = { most: SOCKETS_MAX, each: CLIENT_SOCKETS_MAX, few: CLIENT_SOCKETS_FEW }

class Sockets {
  readonly #caps: SocketCaps
  /** Oldest first. */
  readonly #open = new Map<Socket, Held>()
  readonly #counts = new Map<string, number>()

  constructor(caps: SocketCaps) {
    this.#caps = caps
  }

  add(socket: Socket, own: string | null): Held {
    const held: Held = { own, client: null, since: Date.now(), exchanges: new Set() }
    this.#open.set(socket, held)
    this.belongs(socket, held, own)
    if (this.#open.size > this.#caps.most) this.#makeRoom(socket, () => true)
    return held
  }

  /** A connection serves this client from now on. */
  belongs(socket: Socket, held: Held, client: string | null): void {
    if (held.client === client || !this.#open.has(socket)) return
    this.#count(held.client, -1)
    held.client = client
    this.#count(client, 1)
    if (this.#countOf(client) > this.#caps.each) this.#makeRoom(socket, other => other.client === client)
  }

  remove(socket: Socket): void {
    const held = this.#open.get(socket)
    if (!held) return
    this.#open.delete(socket)
    this.#count(held.client, -1)
  }

  /** Of whoever has most, what is least missed, and of that the oldest. */
  #makeRoom(newest: Socket, among: (held: Held) => boolean): void {
    let goes: Socket | null = null
    let worst = -1
    const now = Date.now()
    for (const [socket, held] of this.#open) {
      if (socket === newest || !among(held)) continue
      const missed = (BUSY + 1) * Math.max(this.#countOf(held.client), this.#caps.few) + BUSY - useOf(held, now)
      if (missed <= worst) continue
      goes = socket
      worst = missed
    }
    if (!goes) return
    this.remove(goes)
    goes.destroy()
  }

  #countOf(client: string | null): number {
    return client === null ? 0 : (this.#counts.get(client) ?? 0)
  }

  #count(client: string | null, by: number): void {
    if (client === null) return
    const count = this.#countOf(client) + by
    if (count > 0) this.#counts.set(client, count)
    else this.#counts.delete(client)
  }
}

/** Bounds what a server holds, over all and for each client. An address is kept as a keyed hash, and no longer than its connection. */
export function capSockets(server: Server, addressOf: AddressOf, caps = CAPS): void {
  const sockets = new Sockets(caps)
  const key = randomBytes(32)
  server.maxHeadersCount = HEADERS_MAX
  const helds = new WeakMap<Socket, Held>()
  server.on('connection', (socket: Socket) => {
    const ip = socket.remoteAddress ?? ''
    // A proxy holds connections for others, and says for whom only with each request.
    helds.set(
      socket,
      sockets.add(socket, isProxy(addressOf, ip) ? null : clientPart(key, addressOf({ ip, headers: {} })))
    )
    socket.on('close', () => sockets.remove(socket))
  })
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    const held = helds.get(socket)
    if (!held) return
    const exchange = { request, response }
    held.exchanges.add(exchange)
    sockets.belongs(
      socket,
      held,
      clientPart(key, addressOf({ ip: socket.remoteAddress ?? '', headers: request.headers }))
    )
    response.on('close', () => {
      held.exchanges.delete(exchange)
      held.since = Date.now()
      if (held.exchanges.size === 0) sockets.belongs(socket, held, held.own)
    })
  })
}
