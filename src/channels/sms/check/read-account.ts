// Asks Twilio for an account's settings. Reads only: nothing is changed, and no message is looked at.
import type { twilioClient } from '../twilio-client.ts'
import type { AccountFacts, PooledNumber } from './account-facts.ts'

type Client = ReturnType<typeof twilioClient>

async function ownWebhook(client: Client, sid: string): Promise<PooledNumber['own']> {
  const number = await client.incomingPhoneNumbers(sid).fetch()
  return {
    url: number.smsUrl,
    method: number.smsMethod ?? 'POST',
    fallbackUrl: number.smsFallbackUrl,
    hasApplication: Boolean(number.smsApplicationSid)
  }
}

/** The account, its messaging service and the pool. Throws what the SDK throws where one of them cannot be read. */
export async function readAccount(client: Client, messagingServiceSid: string): Promise<AccountFacts> {
  const account = await client.api.v2010.accounts(client.accountSid).fetch()
  const pool = client.messaging.v1.services(messagingServiceSid)
  const service = await pool.fetch()
  const [numbers, names, namesByCountry, shortCodes, channelSenders] = await Promise.all([
    pool.phoneNumbers.list(),
    pool.alphaSenders.list(),
    pool.destinationAlphaSenders.list(),
    pool.shortCodes.list(),
    pool.channelSenders.list()
  ])
  const defersToNumbers = service.useInboundWebhookOnNumber
  return {
    isTrial: account.type === 'Trial',
    isActive: account.status === 'active',
    service: {
      inbound: {
        url: service.inboundRequestUrl,
        method: service.inboundMethod ?? 'POST',
        fallbackUrl: service.fallbackUrl
      },
      defersToNumbers,
      statusCallback: service.statusCallback,
      validitySeconds: service.validityPeriod,
      smartEncoding: service.smartEncoding,
      stickySender: service.stickySender,
      areaCodeGeomatch: service.areaCodeGeomatch,
      fallbackToLongCode: service.fallbackToLongCode
    },
    numbers: await Promise.all(
      numbers.map(async ({ sid, phoneNumber }) => ({
        number: phoneNumber,
        own: defersToNumbers ? await ownWebhook(client, sid) : null
      }))
    ),
    alphaSenders: [...new Set([...names, ...namesByCountry].map(({ alphaSender }) => alphaSender))],
    shortCodes: shortCodes.map(({ shortCode }) => shortCode),
    channelSenders: channelSenders.map(({ sender, senderType }) => ({ sender, type: senderType }))
  }
}
