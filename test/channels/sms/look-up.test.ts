// A text whose answer was lost is looked for at the carrier before it is sent again. Time is turned on by hand here.
import { afterEach, expect, test } from 'vitest'
import type { TextAccount } from '../../../src/channels/sms/deps.ts'
import { TwilioPhone } from '../../../src/channels/sms/twilio-phone.ts'
import { makeLog } from '../../../src/log.ts'
import { sendNext } from '../../../src/store/outbox.ts'
import { PUBLIC_URL, TextLine } from './line.ts'
import { NEUTRAL } from './words.ts'

const HERS = '+447700900123'
const PATIENT = { timeout: 20_000 }

let line: TextLine
afterEach(() => line.close())

/** Somebody has texted, and the answer to the first try at sending is lost. From then on the outbox moves only when told. */
async function lost(change: Partial<TextAccount> = {}) {
  line = await TextLine.open(change)
  const { carrier, product } = line
  carrier.faults.next('reset-after')
  await carrier.text(HERS, 'hi')
  await expect.poll(() => line.rows('select attempts from outbox'), PATIENT).toEqual([{ attempts: 1 }])
  await line.stop()
  const { accountSid, authToken, messagingServiceSid } = carrier.account
  const account: TextAccount = {
    accountSid,
    authToken,
    messagingServiceSid,
    nextAuthToken: null,
    apiBase: carrier.base,
    contentRetention: null,
    addressRetention: null,
    publicUrl: PUBLIC_URL,
    ...change
  }
  const phone = new TwilioPhone(account, makeLog('silent'))
  /** The outbox works once, so many minutes from now. */
  const later = (minutes: number) =>
    sendNext(product.connection, product.vault, phone, () => new Date(Date.now() + minutes * 60_000))
  const state = () => line.rows('select state, record is not null as known from outbox')
  return { carrier, later, state }
}

const arrived = [{ state: 'sent', known: true }]

test('it is found, and not sent again', async () => {
  const { later, state } = await lost()
  await later(1)
  expect(await state()).toEqual(arrived)
  expect(line.heard(HERS)).toEqual([NEUTRAL])
})

test('it is found even when the carrier could not be asked for a long while', async () => {
  const { carrier, later, state } = await lost()
  carrier.faults.on('list', 'broken', 'away', 'reset')
  for (const minutes of [1, 3, 5, 7]) await later(minutes)
  expect(await state()).toEqual(arrived)
  expect(line.heard(HERS)).toEqual([NEUTRAL])
})

test('while the carrier cannot be asked it waits: never twice', async () => {
  const { carrier, later, state } = await lost()
  carrier.faults.atRandom({ seed: 1, share: 1, kinds: ['broken'], on: ['list'] })
  for (const minutes of [1, 3, 5]) await later(minutes)
  expect(await state()).toEqual([{ state: 'pending', known: false }])
  expect(line.heard(HERS)).toEqual([NEUTRAL])
})

test('it is found where the carrier keeps no words', async () => {
  const { later, state } = await lost({ contentRetention: 'discard' })
  await later(1)
  expect(await state()).toEqual(arrived)
  expect(line.heard(HERS)).toEqual([NEUTRAL])
})

test('it is found where the carrier hides numbers', async () => {
  const { later, state } = await lost({ addressRetention: 'obfuscate' })
  await later(1)
  expect(await state()).toEqual(arrived)
  expect(line.heard(HERS)).toEqual([NEUTRAL])
})

test('it is found where the carrier keeps neither', async () => {
  const { later, state } = await lost({ contentRetention: 'discard', addressRetention: 'obfuscate' })
  await later(1)
  expect(await state()).toEqual(arrived)
  expect(line.heard(HERS)).toEqual([NEUTRAL])
})
