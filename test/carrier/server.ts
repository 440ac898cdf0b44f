// The HTTP server: reads a request, lets it fail as told, and answers as Twilio does.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Form } from './accept.ts'
import type { Account } from './account.ts'
import type { Fault, FaultKind, Faults } from './faults.ts'
import { Refusal, type RefusalName } from './refusal.ts'
import type { Answered, Asked, Route } from './routes.ts'

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://twilio.invalid')
  const sent = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
  const form: Form = Object.fromEntries(
    [...new Set(sent.keys())].map(key => {
      const values = sent.getAll(key)
      return [key, values.length === 1 ? (values[0] as string) : values]
    })
  )
  return { method: request.method ?? '', path: decodeURIComponent(pathname), query: searchParams, form }
}

function isAuthorised(request: IncomingMessage, { accountSid, authToken }: Account): boolean {
  const expected = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
  return request.headers.authorization === `Basic ${expected}`
}

const WITHOUT_REFUSAL: readonly FaultKind[] = ['pass', 'slow', 'reset', 'reset-after', 'timeout']

/** What goes wrong before anything is taken. True when the request is over. */
function failsFirst({ kind }: Fault, response: ServerResponse): boolean {
  if (!WITHOUT_REFUSAL.includes(kind)) throw new Refusal(kind as RefusalName)
  if (kind === 'reset') response.destroy()
  return kind === 'reset'
}

/** What goes wrong after the message was taken. True when nothing may be answered. */
async function failsThen({ kind, ms = 0 }: Fault, response: ServerResponse): Promise<boolean> {
  if (kind === 'slow') await sleep(ms)
  if (kind === 'reset-after') response.destroy()
  return kind === 'reset-after' || kind === 'timeout'
}

function send(response: ServerResponse, { status, body }: Answered): void {
  response.writeHead(status, { 'content-type': 'application/json', 'twilio-concurrent-requests': '1' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

export interface Served {
  readonly account: Account
  readonly faults: Faults
  /** Null: there is no such address. */
  readonly route: (asked: Asked) => Route | null
  /** Told of every request, before it may fail. */
  readonly heard: (asked: Asked) => void
}

async function answer({ account, faults, route, heard }: Served, request: IncomingMessage, response: ServerResponse) {
  try {
    const asked = await read(request)
    heard(asked)
    if (!isAuthorised(request, account)) throw new Refusal('unauthorised')
    const found = route(asked)
    if (!found) throw new Refusal('notFound')
    const fault = faults.take(found.operation)
    if (failsFirst(fault, response)) return
    const answered = found.answer()
    if (!(await failsThen(fault, response))) send(response, answered)
  } catch (error) {
    if (error instanceof Refusal) return send(response, error)
    // Whoever hung up before they had asked is no fault of ours.
    if (!request.complete) return
    throw error
  }
}

/** Starts it on a free port of this machine. */
export async function serve(served: Served): Promise<{ server: Server; base: string }> {
  const server = createServer((request, response) => void answer(served, request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
