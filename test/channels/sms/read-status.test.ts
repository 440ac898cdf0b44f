import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCKING } from '../../../src/channels/sms/blocking.ts'
import { readStatus } from '../../../src/channels/sms/read-status.ts'
import type { Params } from '../../../src/channels/sms/signed.ts'
import type { Message, Status } from '../../carrier/message.ts'
import { statusParams } from '../../carrier/params.ts'
import { account, carrier, moved, swallowed, throughTheSeal } from './sealed.ts'

const PATH = '/sms/status?m=12'
const SID = `SM${'0a'.repeat(16)}`
const MESSAGE: Message = {
  sid: SID,
  direction: 'outbound-api',
  accountSid: carrier.accountSid,
  to: '+447700900123',
  body: 'hello',
  from: '+447700900000',
  messagingServiceSid: carrier.messagingServiceSid,
  statusCallback: null,
  validityPeriod: 600,
  contentRetention: 'discard',
  addressRetention: 'obfuscate',
  status: 'sent',
  errorCode: null,
  createdAt: 0,
  sentAt: null,
  updatedAt: 0
}
const reported = (status: Status, code: number | null = null): Params => statusParams(MESSAGE, status, code) as Params
const read = (params: Params) => readStatus(params, account.accountSid, '12')

const STATUSES: readonly Status[] = ['accepted', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed']
const BLOCKS = ['21610', '21211', '21214', '21217', '21408', '21612', '21614', '30004', '30005', '30006']
const PASSES = [30001, 30002, 30003, 30007, 30008, 30410, 21611, 20003, 2161, 216100]

describe('a report of how far a text got', () => {
  it.each(STATUSES)('%s is read', status => {
    expect(read(reported(status))).toEqual({ record: SID, id: '12', status, blocked: null })
  })

  it.each(BLOCKS)('says with %s that the number takes no texts any more', code => {
    expect(read(reported('undelivered', Number(code)))).toMatchObject({ blocked: code })
  })

  it.each(PASSES)('says with %s nothing about the number: it may pass', code => {
    expect(read(reported('undelivered', code))).toMatchObject({ blocked: null })
  })

  it('blocks for those codes and no other', () => {
    expect([...BLOCKING].sort()).toEqual([...BLOCKS].sort())
  })

  it('has no id of ours where its address had none, and takes names nobody knows', () => {
    expect(
      readStatus({ ...reported('sent'), RawDlrDoneDate: '2607011200', Zone: '' }, account.accountSid, null)
    ).toEqual({
      record: SID,
      id: null,
      status: 'sent',
      blocked: null
    })
  })

  it.each<[string, object]>([
    ['another account', { AccountSid: `AC${'0a'.repeat(16)}` }],
    ['no text of ours', { MessageSid: 'SM1' }],
    ['a status in no words', { MessageStatus: 'sent!' }],
    ['no status', { MessageStatus: '' }],
    ['a name that hides one', { ErrorCode2: '1610' }],
    ['a name that is a piece of one', { Error: 'Code21610' }],
    ['a code inside another value', { ApiVersion: '2010-04-01ErrorCode21610' }]
  ])('is none with %s', (_, changed) => {
    expect(read({ ...reported('sent'), ...changed })).toBeNull()
  })

  it('with its seal and a border moved is refused, or read as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATUSES),
        fc.constantFrom(null, 21610, 30003),
        fc.nat(12),
        (status, code, signs) => {
          const params = reported(status, code)
          for (const pairs of [...moved(params, signs + 1), ...swallowed(params)]) {
            const passed = throughTheSeal(PATH, params, pairs)
            if (passed && read(passed)) expect(read(passed)).toEqual(read(params))
          }
        }
      )
    )
  })
})
