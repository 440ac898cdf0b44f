// The parameters of Twilio's webhooks, by the names and in the order Twilio sends them.
import { segmentsOf } from '../../src/wording/segments.ts'
import type { Form } from './accept.ts'
import type { Account } from './account.ts'
import type { Message, Status } from './message.ts'

export type OptOutType = 'STOP' | 'START' | 'HELP'

export interface TextOf {
  readonly sid: string
  readonly from: string
  readonly body: string
  readonly media: readonly string[]
  readonly optOutType: OptOutType | null
}

/** Of a message that came in. Places are empty for British mobiles. */
export function inboundParams({ sid, from, body, media, optOutType }: TextOf, account: Account): Form {
  return {
    ToCountry: 'GB',
    ToState: '',
    SmsMessageSid: sid,
    NumMedia: String(media.length),
    ToCity: '',
    FromZip: '',
    SmsSid: sid,
    FromState: '',
    SmsStatus: 'received',
    FromCity: '',
    Body: body,
    FromCountry: 'GB',
    To: account.phoneNumbers[0]?.phoneNumber ?? '',
    MessagingServiceSid: account.messagingServiceSid,
    ToZip: '',
    NumSegments: String(segmentsOf(body)),
    MessageSid: sid,
    AccountSid: account.accountSid,
    From: from,
    ApiVersion: '2010-04-01',
    ...(optOutType === null ? {} : { OptOutType: optOutType }),
    ...Object.fromEntries(
      media.flatMap((url, at) => [
        [`MediaContentType${at}`, 'image/jpeg'],
        [`MediaUrl${at}`, url]
      ])
    )
  }
}

/** Of what became of a message that went out. */
export function statusParams(message: Message, status: Status, errorCode: number | null): Form {
  return {
    SmsSid: message.sid,
    SmsStatus: status,
    MessageStatus: status,
    To: message.to,
    ...(message.messagingServiceSid === null ? {} : { MessagingServiceSid: message.messagingServiceSid }),
    MessageSid: message.sid,
    AccountSid: message.accountSid,
    ...(message.from === null ? {} : { From: message.from }),
    ApiVersion: '2010-04-01',
    ...(errorCode === null ? {} : { ErrorCode: String(errorCode) })
  }
}
