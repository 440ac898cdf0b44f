// What Azure's libraries throw, as a transport's fault: did it surely nothing, or does nobody know?
import { TransportFault } from '../transport.ts'

/** Answers that say that nothing was done. */
const NOTHING_DONE = [400, 401, 403, 409, 413, 429]
/** The request did not get as far as Azure. */
const NOT_THERE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']
const SECOND = 1_000

interface Thrown {
  readonly statusCode?: unknown
  readonly code?: unknown
  readonly response?: { readonly headers?: { get(name: string): string | undefined } }
}

/** Retry-After in ms: seconds, or a date. */
function waitOf({ response }: Thrown): number {
  const header = response?.headers?.get('retry-after')
  if (!header) return 0
  const wait = /^\d+$/.test(header) ? Number(header) * SECOND : Date.parse(header) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : 0
}

export function faultOf(error: unknown): TransportFault {
  if (error instanceof TransportFault) return error
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as Thrown
  const status = typeof thrown.statusCode === 'number' ? thrown.statusCode : null
  if (typeof thrown.code === 'string' && NOT_THERE.includes(thrown.code)) return new TransportFault('again')
  // An answer that cannot be read is none, whatever its status.
  if (status === null || thrown.code === 'PARSE_ERROR') return new TransportFault('unclear', status)
  if (status === 404) return new TransportFault('gone', status)
  return new TransportFault(NOTHING_DONE.includes(status) ? 'again' : 'unclear', status, waitOf(thrown))
}
