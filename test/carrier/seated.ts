// A carrier for the tests of a file, and the real SDK talking to it.
import { afterEach } from 'vitest'
import { twilioClient } from '../../src/channels/sms/twilio-client.ts'
import { Carrier } from './carrier.ts'

const open: Carrier[] = []
afterEach(async () => {
  for (const carrier of open.splice(0)) await carrier.close()
})

/** A carrier that is closed after the test, and a client with so much patience, in ms. */
export async function seated({ timeout = 2_000, now = Date.now }: { timeout?: number; now?: () => number } = {}) {
  const carrier = await Carrier.start({ now })
  open.push(carrier)
  const { accountSid, authToken, messagingServiceSid } = carrier.account
  const client = twilioClient({ accountSid, authToken, apiBase: carrier.base }, { timeout })
  const send = (to: string, body: string, more: object = {}) =>
    client.messages.create({ to, body, messagingServiceSid, ...more })
  return { carrier, client, send }
}

/** The code of what a promise is rejected with. */
export const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'nothing went wrong',
    (error: { code?: unknown; status?: unknown }) => error.code
  )
