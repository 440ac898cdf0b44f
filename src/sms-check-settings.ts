// What `npm run sms:check` is told by the environment. All of it is needed, unlike at the start of the product.
import { z } from 'zod'
import { FAULTS, OperatorError } from './errors.ts'

const named = (pattern: RegExp, error: string) => z.string({ error }).regex(pattern, error)
const address = (error: string) => z.url({ protocol: /^https?$/, error })

const environment = z.object({
  TWILIO_ACCOUNT_SID: named(/^AC[0-9a-f]{32}$/i, 'must be the Account SID of the Console: AC and 32 digits'),
  TWILIO_AUTH_TOKEN: z.string({ error: 'must be the Auth Token of the Console' }),
  TWILIO_MESSAGING_SERVICE_SID: named(/^MG[0-9a-f]{32}$/i, 'must be the messaging service: MG and 32 digits'),
  TWILIO_API_BASE: address('must be a whole address such as http://127.0.0.1:4010').optional(),
  PUBLIC_URL: address('must be the address of the chat page as people know it, such as https://example.org')
})

export interface SmsCheckSettings {
  readonly accountSid: string
  readonly authToken: string
  readonly messagingServiceSid: string
  readonly apiBase: string | null
  /** Without a slash at its end. */
  readonly publicUrl: string
}

/** Throws an OperatorError that lists every fault. An empty variable counts as unset. */
export function readSmsCheckSettings(env: NodeJS.ProcessEnv): SmsCheckSettings {
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!read.success) {
    throw new OperatorError(
      FAULTS.settings(read.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}.`))
    )
  }
  return {
    accountSid: read.data.TWILIO_ACCOUNT_SID,
    authToken: read.data.TWILIO_AUTH_TOKEN,
    messagingServiceSid: read.data.TWILIO_MESSAGING_SERVICE_SID,
    apiBase: read.data.TWILIO_API_BASE ?? null,
    publicUrl: read.data.PUBLIC_URL.replace(/\/+$/, '')
  }
}
