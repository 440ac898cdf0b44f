// A request of the carrier that brings a text, read by the names we know and nothing else.
import { isPhoneNumber } from '../../conversation/phone-number.ts'
import type { CameIn } from '../../conversation/ports.ts'
import { hidesAName, type Params } from './signed.ts'

const NAMES = {
  read: ['MessageSid', 'AccountSid', 'From', 'Body', 'NumMedia', 'OptOutType'],
  known: /^From(City|State|Zip|Country)$/,
  inside: /From\+\d|NumMedia\d|OptOutType[A-Z]/
}
const RECORD = /^(SM|MM)[0-9a-f]{32}$/
const COUNT = /^\d{1,2}$/
const ANSWERED = ['STOP', 'START', 'HELP'] as const

/** Why a request is not taken. sender: an address that is no plain phone number. */
export type Unfit = 'account' | 'sender' | 'parameters'

/** The text, or why it is none. Nothing is guessed: a text without its id could not be known again. */
export function readInbound(params: Params, accountSid: string): CameIn | { readonly unfit: Unfit } {
  if (hidesAName(params, NAMES)) return { unfit: 'parameters' }
  const { MessageSid: record = '', AccountSid, From: from = '', Body: text, NumMedia = '0', OptOutType } = params
  if (AccountSid !== accountSid) return { unfit: 'account' }
  if (!isPhoneNumber(from)) return { unfit: 'sender' }
  if (!RECORD.test(record) || text === undefined || !COUNT.test(NumMedia)) return { unfit: 'parameters' }
  const answered = ANSWERED.find(word => word === OptOutType) ?? null
  // A contact card or a place comes without words and without media: it is no more opened than a picture.
  const picture = Number(NumMedia) > 0 || text.trim() === ''
  return { record, from, text, picture, answered }
}
