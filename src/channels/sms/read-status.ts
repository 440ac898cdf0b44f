// A request of the carrier that reports how far a text got.
import type { Report } from '../../conversation/ports.ts'
import { BLOCKING } from './blocking.ts'
import { hidesAName, type Params } from './signed.ts'

/** No name of the carrier's begins like one of ours. */
const NAMES = {
  read: ['MessageSid', 'MessageStatus', 'AccountSid', 'ErrorCode'],
  known: /^$/,
  inside: /ErrorCode\d/
}
const RECORD = /^(SM|MM)[0-9a-f]{32}$/
const WORD = /^[a-z_]{1,20}$/
const CODE = /^\d{0,6}$/

/** The report; null when it is none. `id`: our own, from the address it came to. */
export function readStatus(params: Params, accountSid: string, id: string | null): Report | null {
  if (hidesAName(params, NAMES)) return null
  const { MessageSid: record = '', MessageStatus: status = '', AccountSid, ErrorCode = '' } = params
  if (AccountSid !== accountSid || !RECORD.test(record) || !WORD.test(status) || !CODE.test(ErrorCode)) return null
  return { record, id, status, blocked: BLOCKING.has(ErrorCode) ? ErrorCode : null }
}
