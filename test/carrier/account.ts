// One Twilio account: who may ask, and how its messaging service is set up. Plain data that a test may change at any time.
import { randomBytes } from 'node:crypto'

const sid = (kind: string): string => kind + randomBytes(16).toString('hex')

/** The messaging service, in the field names of messaging.twilio.com. */
export interface ServiceSettings {
  inbound_request_url: string | null
  inbound_method: string
  fallback_url: string | null
  fallback_method: string
  status_callback: string | null
  sticky_sender: boolean
  smart_encoding: boolean
  mms_converter: boolean
  fallback_to_long_code: boolean
  area_code_geomatch: boolean
  /** Seconds. */
  validity_period: number
  use_inbound_webhook_on_number: boolean
  usecase: string
}

/** A number of the pool, with its own webhooks: used when the service defers to them. */
export interface PooledNumber {
  readonly sid: string
  readonly phoneNumber: string
  smsUrl: string
  smsMethod: string
  smsFallbackUrl: string
  smsApplicationSid: string
}

/** A sender that is no plain number. */
export interface OtherSender {
  readonly sid: string
  readonly sender: string
}

export interface ChannelSender extends OtherSender {
  /** Such as `rcs`, `whatsapp`, `messenger`. */
  readonly senderType: string
}

export class Account {
  readonly accountSid = sid('AC')
  readonly authToken = randomBytes(16).toString('hex')
  readonly messagingServiceSid = sid('MG')
  /** `Trial` accounts write a sentence of Twilio's before every text. */
  type: 'Full' | 'Trial' = 'Full'
  status: 'active' | 'suspended' | 'closed' = 'active'
  /** Whether message redaction is switched on: no interface of Twilio's tells it. */
  redaction = true
  /** Whether it is so for every message that does not say otherwise, and for what comes in. */
  redactsByDefault = false
  service: ServiceSettings
  phoneNumbers: PooledNumber[]
  alphaSenders: OtherSender[] = []
  /** Names for single countries. */
  destinationAlphaSenders: OtherSender[] = []
  shortCodes: OtherSender[] = []
  channelSenders: ChannelSender[] = []

  /** Set up as the product wants it, when its address is `publicUrl`. */
  constructor(publicUrl: string) {
    this.service = {
      inbound_request_url: `${publicUrl}/sms/inbound`,
      inbound_method: 'POST',
      fallback_url: null,
      fallback_method: 'POST',
      status_callback: `${publicUrl}/sms/status`,
      sticky_sender: true,
      smart_encoding: false,
      mms_converter: false,
      fallback_to_long_code: false,
      area_code_geomatch: false,
      validity_period: 600,
      use_inbound_webhook_on_number: false,
      usecase: 'undeclared'
    }
    this.phoneNumbers = [this.pooled('+447700900000', publicUrl)]
  }

  /** A number as it is bought: with its own webhook at this address. */
  pooled(phoneNumber: string, publicUrl: string): PooledNumber {
    return {
      sid: sid('PN'),
      phoneNumber,
      smsUrl: `${publicUrl}/sms/inbound`,
      smsMethod: 'POST',
      smsFallbackUrl: '',
      smsApplicationSid: ''
    }
  }
}
