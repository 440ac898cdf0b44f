// A text as the carrier brings it: its parameters, signed by the carrier's own SDK, over a connection that stays open.
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { ACCOUNT, LINE_NUMBER } from './account.ts'

/** Requests under way at the same time. */
const CONNECTIONS = 20

/** Where a line listens. */
export interface Door {
  /** Such as http://127.0.0.1:3000. */
  readonly at: string
  /** Below the public address that is signed. */
  readonly path: string
}

const paramsOf = (from: string, body: string, sid: string): Record<string, string> => ({
  ToCountry: 'GB',
  SmsMessageSid: sid,
  NumMedia: '0',
  SmsSid: sid,
  SmsStatus: 'received',
  Body: body,
  FromCountry: 'GB',
  To: LINE_NUMBER,
  MessagingServiceSid: ACCOUNT.messagingServiceSid,
  NumSegments: '1',
  MessageSid: sid,
  AccountSid: ACCOUNT.accountSid,
  From: from,
  ApiVersion: '2010-04-01'
})

/** Posts one text. Resolves when it is acknowledged, and fails when it is not taken. */
export type Post = (from: string, text: string) => Promise<void>

export function webhooks({ at, path }: Door): { readonly post: Post; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const post: Post = (from, text) => {
    const params = paramsOf(from, text, `SM${randomBytes(16).toString('hex')}`)
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(ACCOUNT.authToken, ACCOUNT.publicUrl + path, params)
    }
    return new Promise((resolve, reject) => {
      const sent = request(at + path, { method: 'POST', agent, headers }, reply => {
        reply.resume()
        reply.on('end', () =>
          reply.statusCode === 200 ? resolve() : reject(new Error(`a text was answered with ${reply.statusCode}`))
        )
      })
      sent.on('error', reject)
      sent.end(new URLSearchParams(params).toString())
    })
  }
  return { post, close: () => agent.destroy() }
}
