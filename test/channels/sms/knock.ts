// A request at the carrier's doors, put together by hand: whatever somebody who is not the carrier could send.
import { request } from 'node:http'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { newSid } from '../../carrier/accept.ts'
import { inboundParams } from '../../carrier/params.ts'
import { PUBLIC_URL, type TextLine } from './line.ts'

const HERS = '+447700900123'

export interface Knock {
  readonly method?: string
  /** As it stands in the first line of the request. */
  readonly target?: string
  /** What the seal is over. */
  readonly sealedUrl?: string
  readonly params?: Readonly<Record<string, string>>
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  /** In place of the parameters, as it goes over the wire. */
  readonly body?: string
  /** No seal at all. */
  readonly unsealed?: boolean
}

/** The parameters of a text, as the carrier would write them. */
export const textParams = ({ carrier }: TextLine, change: Record<string, string> = {}): Record<string, string> => ({
  ...(inboundParams(
    { sid: newSid(), from: HERS, body: 'hello', media: [], optOutType: null },
    carrier.account
  ) as Record<string, string>),
  ...change
})

/** The seal over an address and these parameters. */
export const sealOf = (
  { carrier }: TextLine,
  params: Readonly<Record<string, string>>,
  url = `${PUBLIC_URL}/sms/inbound`
): string => getExpectedTwilioSignature(carrier.account.authToken, url, params)

/** Knocks. Returns the status of the answer, and its body. */
export function knock(line: TextLine, knocking: Knock = {}): Promise<{ status: number; body: string }> {
  const { method = 'POST', target = '/sms/inbound', token = line.carrier.account.authToken } = knocking
  const { params = textParams(line), sealedUrl = `${PUBLIC_URL}/sms/inbound`, headers = {} } = knocking
  const seal = knocking.unsealed ? {} : { 'x-twilio-signature': getExpectedTwilioSignature(token, sealedUrl, params) }
  const { hostname, port } = new URL(line.at)
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const options = { method, hostname, port, path: target, agent: false, headers: { ...type, ...seal, ...headers } }
  return new Promise((resolve, reject) => {
    const sent = request(options, response => {
      let body = ''
      response.setEncoding('utf8').on('data', chunk => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    sent.on('error', reject)
    sent.end(['GET', 'HEAD'].includes(method) ? undefined : (knocking.body ?? new URLSearchParams(params).toString()))
  })
}

/** How many texts were ever kept. */
export async function textsKept({ product }: TextLine): Promise<number> {
  const { rows } = await product.connection.pool.query('select count(*)::int as texts from text_in')
  return rows[0].texts
}
