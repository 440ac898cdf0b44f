// One webhook: ids, a reference and a link. Only a plain yes within WEBHOOK_PATIENCE counts as taken.
import { request } from 'node:https'
import { WEBHOOK_PATIENCE } from '../limits.ts'
import { errorFacts, type Log } from '../log.ts'
import { SUMMARY_VERSION } from '../summary/schema.ts'
import { deskLink, recordLink } from './desk-link.ts'
import { fingerprintIn } from './fingerprint.ts'
import { hostOf, pinnedTo, type Resolve, reachable, resolveByDns } from './reach.ts'
import type { WebhookSettings } from './settings.ts'
import { signedHeaders } from './sign.ts'

export interface Happened {
  /** Of the delivery: the same however often it comes. */
  readonly id: string
  readonly kind: string
  readonly conversation: string
  readonly reference: string
  readonly at: Date
}

export interface Receiver extends WebhookSettings {
  readonly staffUrl: string
  readonly log: Log
  /** Whom the receiver's certificate is checked against; those the system trusts unless it is given. */
  readonly ca?: string
  readonly resolve?: Resolve
  readonly patience?: number
}

export type Taken =
  | { readonly kind: 'sent'; readonly said: 'webhook' }
  | { readonly kind: 'again' }
  | { readonly kind: 'gone'; readonly address: string }

const GONE = 410

const bodyOf = ({ kind, conversation, reference, at }: Happened, staffUrl: string): string => {
  const record = fingerprintIn(kind, reference)
  const data = record
    ? { ...record, url: recordLink(staffUrl) }
    : { id: conversation, version: SUMMARY_VERSION, reference, url: deskLink(staffUrl, reference) }
  return JSON.stringify({ type: kind, timestamp: at.toISOString(), data })
}

/** The status it was answered with. What stands in the answer is never read, and a redirect is an answer like any other. */
async function post(receiver: Receiver, id: string, body: string): Promise<number> {
  const { url, secrets, allowPrivate, ca, resolve = resolveByDns, patience = WEBHOOK_PATIENCE } = receiver
  const signal = AbortSignal.timeout(patience)
  const at = new URL(url)
  const tooLate = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
  const addresses = await Promise.race([reachable(hostOf(at), allowPrivate, resolve), tooLate])
  const answered = new Promise<number>((resolved, reject) => {
    const sending = request(
      at,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Sidedoor',
          ...signedHeaders(id, body, secrets, new Date())
        },
        lookup: pinnedTo(addresses),
        // A connection of its own: one that was kept open has been looked up by somebody else.
        agent: false,
        rejectUnauthorized: true,
        signal,
        ...(ca ? { ca } : {})
      },
      response => {
        resolved(response.statusCode ?? 0)
        response.destroy()
      }
    )
    sending.on('error', reject)
    sending.end(body)
  })
  return Promise.race([answered, tooLate])
}

/** Sends a webhook once. Never throws: what went wrong is an outcome. */
export async function sendWebhook(receiver: Receiver, happened: Happened): Promise<Taken> {
  const { url, staffUrl, log } = receiver
  try {
    const status = await post(receiver, happened.id, bodyOf(happened, staffUrl))
    if (status >= 200 && status < 300) return { kind: 'sent', said: 'webhook' }
    if (status === GONE) {
      log.error({ status }, 'the receiver of webhooks says it is gone: nothing more is sent there')
      return { kind: 'gone', address: url }
    }
    log.warn({ status }, 'a webhook was not taken and will be tried again')
  } catch (error) {
    log.warn(errorFacts(error), 'a webhook was not taken and will be tried again')
  }
  return { kind: 'again' }
}
