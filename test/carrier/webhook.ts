// A request from Twilio to the product: signed over the address people know, delivered to where the product listens.
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import type { Form } from './accept.ts'

export interface Product {
  /** PUBLIC_URL: what the product is known as, and what is signed. */
  readonly publicUrl: string
  /** Where it really listens, such as http://127.0.0.1:3000. */
  readonly at: string
}

export interface Webhook {
  readonly url: string
  readonly params: Form
  readonly signature: string
}

/** What the product answered. Status 0: the connection failed, or nothing came within Twilio's 15 seconds. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** Twilio gives up after this long, in ms. */
const PATIENCE = 15_000

export function sign(url: string, params: Form, authToken: string): Webhook {
  return { url, params, signature: getExpectedTwilioSignature(authToken, url, params as Record<string, string>) }
}

function encoded(params: Form): string {
  const body = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(key, one)
  }
  return body.toString()
}

async function post({ url, params, signature }: Webhook, { publicUrl, at }: Product): Promise<Answer> {
  if (!url.startsWith(publicUrl)) throw new Error(`${url} is not below ${publicUrl}`)
  try {
    const response = await fetch(at + url.slice(publicUrl.length), {
      method: 'POST',
      headers: {
        // A product that was started anew must not be met on the old one's connection.
        connection: 'close',
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'user-agent': 'TwilioProxy/1.1',
        'x-twilio-signature': signature
      },
      body: encoded(params),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE)
    })
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: await response.text()
    }
  } catch {
    return { status: 0, contentType: '', body: '' }
  }
}

/** The same request so many times: one after another, or all at once. */
export async function postCopies(
  webhook: Webhook,
  product: Product,
  { copies = 1, atOnce = 1 }: { readonly copies?: number; readonly atOnce?: number }
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let copy = 0; copy < copies; copy++) {
    answers.push(...(await Promise.all(Array.from({ length: atOnce }, () => post(webhook, product)))))
  }
  return answers
}
