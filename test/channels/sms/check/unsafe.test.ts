// Every setting is set in a real account of the stand-in, and read by the real SDK.
import { expect, it } from 'vitest'
import { BY_HAND } from '../../../../src/channels/sms/check/by-hand.ts'
import { readAccount } from '../../../../src/channels/sms/check/read-account.ts'
import { unsafe } from '../../../../src/channels/sms/check/unsafe.ts'
import type { Account } from '../../../carrier/account.ts'
import { seated } from '../../../carrier/seated.ts'

const PUBLIC_URL = 'https://advice.example'
const INBOUND = `${PUBLIC_URL}/sms/inbound`

/** What is said about an account after this was done to it. */
async function saidOf(change: (account: Account) => void, publicUrl = PUBLIC_URL): Promise<string[]> {
  const { carrier, client } = await seated()
  change(carrier.account)
  return unsafe(await readAccount(client, carrier.account.messagingServiceSid), publicUrl)
}

const add = (account: Account, number: string) => account.phoneNumbers.push(account.pooled(number, PUBLIC_URL))

/** The number's own webhook counts, and is this. */
const defer = (own: object) => (account: Account) => {
  account.service.use_inbound_webhook_on_number = true
  for (const number of account.phoneNumbers) Object.assign(number, own)
}

it.each<[string, (account: Account) => void]>([
  ['as it should be', () => undefined],
  ['with several numbers and a sticky sender', account => add(account, '+447700900001')],
  ['with one number and no sticky sender', account => Object.assign(account.service, { sticky_sender: false })],
  ['with our own address as the fallback', account => Object.assign(account.service, { fallback_url: INBOUND })],
  ['with a shorter validity', account => Object.assign(account.service, { validity_period: 60 })],
  ['whose numbers take texts to the right place themselves', defer({})],
  [
    "whose numbers' own webhooks are wrong and do not count",
    account => Object.assign(account.phoneNumbers[0] ?? {}, { smsUrl: '' })
  ],
  [
    "whose service's webhook is wrong and does not count",
    account => {
      defer({})(account)
      account.service.inbound_request_url = 'https://else.example'
    }
  ]
])('an account %s: nothing is said', async (_what, change) => {
  expect(await saidOf(change)).toEqual([])
})

it.each<[string, (account: Account) => void, string]>([
  [
    'a name as sender',
    account => account.alphaSenders.push({ sid: 'AI1', sender: 'AdviceLine' }),
    'the name "AdviceLine"'
  ],
  [
    'a name for one country',
    account => account.destinationAlphaSenders.push({ sid: 'AI1', sender: 'AdviceLine' }),
    'the name "AdviceLine"'
  ],
  [
    'an RCS sender',
    account => account.channelSenders.push({ sid: 'XE1', sender: 'rcs:advice_agent', senderType: 'rcs' }),
    'rcs:advice_agent (rcs)'
  ],
  [
    'a WhatsApp sender',
    account => account.channelSenders.push({ sid: 'XE2', sender: 'whatsapp:+447700900009', senderType: 'whatsapp' }),
    'whatsapp:+447700900009 (whatsapp)'
  ],
  ['a short code', account => account.shortCodes.push({ sid: 'SC1', sender: '60123' }), 'the short code 60123'],
  [
    'no number',
    account => {
      account.phoneNumbers = []
    },
    'no phone number'
  ],
  ['what is no number', account => add(account, '+60123'), '+60123, which is no plain phone number'],
  [
    'several numbers that take turns',
    account => {
      add(account, '+447700900001')
      account.service.sticky_sender = false
    },
    'Sticky sender is off'
  ],
  ['a trial', account => Object.assign(account, { type: 'Trial' }), 'The account is a trial'],
  ['a suspended account', account => Object.assign(account, { status: 'suspended' }), 'suspended or closed'],
  [
    'texts taken elsewhere',
    account => Object.assign(account.service, { inbound_request_url: 'https://else.example/sms/inbound' }),
    'The messaging service takes texts to https://else.example/sms/inbound'
  ],
  [
    'a slash too many',
    account => Object.assign(account.service, { inbound_request_url: `${INBOUND}/` }),
    `set the address to ${INBOUND}, letter by letter`
  ],
  [
    'texts taken nowhere',
    account => Object.assign(account.service, { inbound_request_url: null }),
    'takes texts to nowhere'
  ],
  ['texts by GET', account => Object.assign(account.service, { inbound_method: 'GET' }), 'sends texts by GET'],
  [
    'a fallback address',
    account => Object.assign(account.service, { fallback_url: 'https://else.example' }),
    'has the fallback address https://else.example'
  ],
  [
    "a number's own address, where it counts",
    defer({ smsUrl: 'https://demo.twilio.com/welcome/sms/reply' }),
    'The number +447700900000 takes texts to https://demo.twilio.com/welcome/sms/reply'
  ],
  [
    "a number's own method, where it counts",
    defer({ smsMethod: 'GET' }),
    'The number +447700900000 sends texts by GET'
  ],
  ["a number's own fallback, where it counts", defer({ smsFallbackUrl: 'https://else.example' }), 'fallback address'],
  [
    "a number's own application, where it counts",
    defer({ smsApplicationSid: 'AP1' }),
    'hands its texts to a TwiML application'
  ],
  [
    'no word about what became of a text',
    account => Object.assign(account.service, { status_callback: null }),
    'tells what became of a text to nowhere'
  ],
  [
    'that word told elsewhere',
    account => Object.assign(account.service, { status_callback: 'https://else.example/sms/status' }),
    'tells what became of a text to https://else.example/sms/status'
  ],
  [
    'texts that may be late',
    account => Object.assign(account.service, { validity_period: 601 }),
    'may arrive 601 seconds late, when somebody else may hold the phone: set the validity period to 600.'
  ],
  ['smart encoding', account => Object.assign(account.service, { smart_encoding: true }), 'Smart encoding is on'],
  [
    'area code geomatch',
    account => Object.assign(account.service, { area_code_geomatch: true }),
    'Area code geomatch is on'
  ],
  [
    'fallback to long code',
    account => Object.assign(account.service, { fallback_to_long_code: true }),
    'Fallback to long code is on'
  ]
])('an account with %s: one line says what to do', async (_what, change, line) => {
  const said = await saidOf(change)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(line)
  // After the fault, what to do about it.
  expect(said[0]).toMatch(/[:;] .+\.$/)
})

it('an address of ours that is not encrypted is said', async () => {
  const said = await saidOf(() => undefined, 'http://advice.example')
  expect(said[0]).toContain('PUBLIC_URL is http://advice.example, which is not encrypted')
})

it('everything that is wrong is said at once, also beyond the first page', async () => {
  const said = await saidOf(account => {
    for (let at = 0; at < 60; at++) account.alphaSenders.push({ sid: `AI${at}`, sender: `Name${at}` })
    account.service.validity_period = 36_000
  })
  expect(said).toHaveLength(61)
})

it('what no program can read is said to be looked at by hand, and where', () => {
  expect(BY_HAND).toHaveLength(2)
  expect(BY_HAND.every(line => /^Look by hand: .*In the Console: Messaging, /.test(line))).toBe(true)
  expect(BY_HAND.join()).toMatch(/STOP, START and HELP.*redaction/)
})

it('is read without a change, and without a look at any message', async () => {
  const { carrier, client } = await seated()
  await readAccount(client, carrier.account.messagingServiceSid)
  expect(carrier.requests.length).toBeGreaterThan(5)
  expect(carrier.requests.filter(({ method, path }) => method !== 'GET' || path.includes('Messages'))).toEqual([])
})
