// The parts of the account that `npm run sms:check` reads: the messaging service, its pool, and the numbers in it.
import type { Account, PooledNumber } from './account.ts'
import { Refusal } from './refusal.ts'
import type { Asked, Route } from './routes.ts'

const HOST = 'https://messaging.twilio.com'

/** A page of messaging.twilio.com. Pages have absolute addresses there. */
function page(key: string, all: readonly object[], { path, query }: Asked): object {
  const size = Number(query.get('PageSize') ?? 50)
  const at = Number(query.get('Page') ?? 0)
  const url = (number: number) => `${HOST}${path}?PageSize=${size}&Page=${number}`
  return {
    [key]: all.slice(at * size, (at + 1) * size),
    meta: {
      first_page_url: url(0),
      key,
      next_page_url: (at + 1) * size < all.length ? url(at + 1) : null,
      page: at,
      page_size: size,
      previous_page_url: at > 0 ? url(at - 1) : null,
      url: url(at)
    }
  }
}

function pool(account: Account): Record<string, readonly [key: string, all: readonly object[]]> {
  return {
    PhoneNumbers: [
      'phone_numbers',
      account.phoneNumbers.map(({ sid, phoneNumber }) => ({ sid, phone_number: phoneNumber, country_code: 'GB' }))
    ],
    AlphaSenders: ['alpha_senders', account.alphaSenders.map(({ sid, sender }) => ({ sid, alpha_sender: sender }))],
    DestinationAlphaSenders: [
      'alpha_senders',
      account.destinationAlphaSenders.map(({ sid, sender }) => ({ sid, alpha_sender: sender }))
    ],
    ShortCodes: ['short_codes', account.shortCodes.map(({ sid, sender }) => ({ sid, short_code: sender }))],
    ChannelSenders: [
      'senders',
      account.channelSenders.map(({ sid, sender, senderType }) => ({ sid, sender, sender_type: senderType }))
    ]
  }
}

/** IncomingPhoneNumber, of api.twilio.com. */
const ownNumber = ({
  sid,
  phoneNumber,
  smsUrl,
  smsMethod,
  smsFallbackUrl,
  smsApplicationSid
}: PooledNumber): object => ({
  sid,
  phone_number: phoneNumber,
  sms_url: smsUrl,
  sms_method: smsMethod,
  sms_fallback_url: smsFallbackUrl,
  sms_application_sid: smsApplicationSid
})

function found(asked: Asked, account: Account): object {
  const { path } = asked
  if (path === `/2010-04-01/Accounts/${account.accountSid}.json`) {
    return { sid: account.accountSid, status: account.status, type: account.type }
  }
  const number = account.phoneNumbers.find(({ sid }) => path.endsWith(`/IncomingPhoneNumbers/${sid}.json`))
  if (number) return ownNumber(number)
  const service = `/v1/Services/${account.messagingServiceSid}`
  if (path === service) return { sid: account.messagingServiceSid, ...account.service }
  const [key, all] = pool(account)[path.startsWith(`${service}/`) ? path.slice(service.length + 1) : ''] ?? []
  if (key === undefined || all === undefined) throw new Refusal('notFound')
  return page(key, all, asked)
}

/** Null when the address is none of these. */
export function configurationRoute(asked: Asked, account: Account): Route | null {
  const isConfiguration = /^\/v1\/Services\/|\/IncomingPhoneNumbers\/|\/Accounts\/\w+\.json$/.test(asked.path)
  if (asked.method !== 'GET' || !isConfiguration) return null
  return { operation: 'configuration', answer: () => ({ status: 200, body: found(asked, account) }) }
}
