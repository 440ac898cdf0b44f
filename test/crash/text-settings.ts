// The settings with which a process of the product texts through the stand-in carrier.
import type { Carrier } from '../carrier/carrier.ts'

/** As people and the carrier know it: no request ever goes there. */
export const PUBLIC_URL = 'https://advice.example'

export const textSettings = ({ account, base }: Carrier): Record<string, string> => ({
  PUBLIC_URL,
  TWILIO_ACCOUNT_SID: account.accountSid,
  TWILIO_AUTH_TOKEN: account.authToken,
  TWILIO_MESSAGING_SERVICE_SID: account.messagingServiceSid,
  TWILIO_API_BASE: base
})
