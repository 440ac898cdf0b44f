// npm run sms:check: what is unsafe about the Twilio account. Ends with 0: nothing; 1: something; 2: it could not be asked.
import { BY_HAND } from './channels/sms/check/by-hand.ts'
import { readAccount } from './channels/sms/check/read-account.ts'
import { unsafe } from './channels/sms/check/unsafe.ts'
import { NoAnswer, twilioClient } from './channels/sms/twilio-client.ts'
import { readConfig } from './config.ts'
import { FAULTS, OperatorError } from './errors.ts'
import { SMS_CHECK_PATIENCE } from './limits.ts'

/** Why it could not be asked. Twilio's own words are not repeated: they may quote what they were given. */
function asFault(error: unknown): unknown {
  if (error instanceof NoAnswer) return new OperatorError(FAULTS.noTwilio())
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 401 || status === 403) return new OperatorError(FAULTS.twilioRefuses())
  if (status === 404) return new OperatorError(FAULTS.noMessagingService())
  return typeof status === 'number' ? new OperatorError(FAULTS.twilioFails(status)) : error
}

async function main(): Promise<number> {
  const { twilio } = readConfig(process.env)
  if (!twilio) throw new OperatorError(FAULTS.noTexts())
  const { messagingServiceSid, publicUrl, ...access } = twilio
  const client = twilioClient(access, { timeout: SMS_CHECK_PATIENCE })
  const facts = await readAccount(client, messagingServiceSid).catch(error => {
    throw asFault(error)
  })
  const found = unsafe(facts, publicUrl)
  for (const line of [...found.map(line => `Unsafe: ${line}`), ...BY_HAND]) process.stdout.write(`${line}\n`)
  return found.length > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
