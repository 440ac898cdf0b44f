// From the event to the receiver, with everything going wrong on the way: what is due leaves, once or again, and is never lost.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { HANDED_OVER_KEPT, OUTPUT_JITTER, OUTPUT_PAUSES } from '../../src/limits.ts'
import { secretOf } from '../../src/outputs/sign.ts'
import { sendersOf } from '../../src/outputs.ts'
import { deliverNext, forgetDelivered, type Sender } from '../../src/store/deliveries-out.ts'
import { type Hearers, layOut, type Noted } from '../../src/store/events.ts'
import { keepRecord } from '../../src/store/record-days.ts'
import { type CapturedLog, captureLog } from '../captured-log.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'
import { OPENING } from '../opening.ts'
import { anEvent, note } from '../store/noted.ts'
import { Authority } from './certificates.ts'
import { headerOf, TestMailServer, textOf } from './mail-server.ts'
import { TestReceiver } from './receiver.ts'

const secret = `whsec_${randomBytes(24).toString('base64')}`
const authority = new Authority()

let product: TestProduct
let receiver: TestReceiver
let mails: TestMailServer
let log: CapturedLog
let senders: Sender[]
let hearers: Hearers
beforeAll(async () => {
  product = await openTestProduct()
  receiver = await TestReceiver.open(authority.vouchFor('localhost'), secret)
  mails = await TestMailServer.open({ identity: authority.vouchFor('localhost') })
})
afterAll(async () => {
  await mails.close()
  await receiver.close()
  await product.close()
})
beforeEach(() => {
  log = captureLog()
  receiver.came.length = 0
  receiver.answers = []
  mails.mails.length = 0
  const url = `https://localhost:${receiver.port}/${randomUUID()}`
  const mail = {
    smtp: mails.smtp(),
    from: 'desk@line.example.org',
    contentDomains: [],
    onCall: 'call@line.example.org',
    auditors: 'audit@line.example.org'
  }
  const webhook = { url, secrets: [secretOf(secret) as Buffer], allowPrivate: ['localhost'] }
  const settings = { staffUrl: 'https://desk.example.org', webhook, mail }
  senders = sendersOf(product, settings, log.log, { ca: authority.ca, patience: 1_000 })
  hearers = { webhook: url, onCall: true }
})
afterEach(async () => {
  receiver.before = async () => {}
  mails.before = async () => {}
  await product.connection.pool.query('truncate event, delivery')
})

/** Everything that is due at this moment leaves, or is tried. */
async function run(at = new Date()): Promise<void> {
  while (await layOut(product.connection, hearers, at));
  for (const sender of senders) while (await deliverNext(product.connection, product.vault, sender, () => at));
}
const rows = () => product.connection.db.selectFrom('delivery').selectAll().orderBy('at').execute()
const happens = (...events: Partial<Noted>[]) => note(product, events.map(anEvent))

describe('a webhook that is not taken', () => {
  test('comes again under the same id, later each time, and is given up with a line', async () => {
    receiver.answers = [500, { to: 'https://localhost:1/' }, 503, 404, 500, 500, 500, 500]
    await happens({})
    let at = new Date()
    for (const pause of OUTPUT_PAUSES) {
      await run(at)
      const [row] = await rows()
      const waits = (row?.next_at.getTime() ?? 0) - at.getTime()
      expect(row?.state).toBe('pending')
      expect(waits).toBeGreaterThanOrEqual(pause)
      expect(waits).toBeLessThanOrEqual(pause * (1 + OUTPUT_JITTER))
      // Not a moment before.
      const tries = receiver.came.length
      await run(new Date((row?.next_at.getTime() ?? 0) - 1))
      expect(receiver.came).toHaveLength(tries)
      at = row?.next_at ?? at
    }
    expect(log.text()).not.toContain('given up')
    await run(at)
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: OUTPUT_PAUSES.length + 1 }])
    expect(log.text()).toContain('a webhook was given up')
    expect(receiver.came).toHaveLength(8)
    expect(new Set(receiver.came.map(({ id }) => id)).size).toBe(1)
    expect(new Set(receiver.came.map(({ body }) => body)).size).toBe(1)
    expect(receiver.came.every(({ verified }) => verified)).toBe(true)
  })

  test('by a receiver that redirects, then hangs, then answers 500, is taken when it answers 200', async () => {
    receiver.answers = [{ to: 'https://localhost:1/' }, 'hangs', 500]
    await happens({})
    for (let tries = 0; tries < 4; tries += 1) await run((await rows())[0]?.next_at)
    expect(receiver.came).toHaveLength(4)
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 4 }])
  })

  test('pauses that failed together do not end together', async () => {
    receiver.answers = Array.from({ length: 12 }, () => 500)
    await happens(...Array.from({ length: 12 }, () => ({})))
    await run()
    expect(new Set((await rows()).map(row => row.next_at.getTime())).size).toBeGreaterThan(6)
  })

  test('by one that says 410 is the last: what waits is dropped, and nothing is laid out for it any more', async () => {
    receiver.answers = [410]
    await happens({}, {}, {})
    await run()
    await happens({})
    await run()
    expect(receiver.came).toHaveLength(1)
    expect((await rows()).map(({ state, said }) => [state, said])).toEqual(Array(3).fill(['dropped', 'gone']))
  })
})

describe('a process that dies', () => {
  /** What PostgreSQL sees of a killed process: its connections break off in the middle. */
  const dies = async () => {
    const server = product.connection.pool
    await server.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and state = 'idle in transaction'`
    )
  }

  test('between sending a webhook and noting it sends it again under the same id, and then no more', async () => {
    receiver.before = dies
    await happens({})
    await expect(run()).rejects.toThrow()
    receiver.before = async () => {}
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 0 }])
    await run()
    await run()
    expect(receiver.came).toHaveLength(2)
    expect(new Set(receiver.came.map(({ id }) => id)).size).toBe(1)
    expect(await rows()).toMatchObject([{ state: 'sent' }])
  })

  test('between handing over a mail and noting it hands it over again under the same Message-ID', async () => {
    mails.before = dies
    const person = await urgentlyWaiting()
    await happens(person)
    await expect(run()).rejects.toThrow()
    mails.before = async () => {}
    await run()
    await run()
    expect(mails.mails).toHaveLength(2)
    expect(new Set(mails.mails.map(mail => headerOf(mail, 'Message-ID'))).size).toBe(1)
  })

  test('sends nothing twice beside another that lives', async () => {
    await happens(...Array.from({ length: 20 }, () => ({})))
    while (await layOut(product.connection, hearers, new Date()));
    await Promise.all([run(), run(), run()])
    expect(receiver.came).toHaveLength(20)
    expect(new Set(receiver.came.map(({ id }) => id)).size).toBe(20)
  })
})

/** Somebody in danger who waits and whom nobody has taken. */
async function urgentlyWaiting() {
  const { conversations } = product
  const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  const says = (event: object) =>
    conversations.receive({ conversation: id, messageId: randomUUID(), event: event as { type: 'person' } })
  await says({ type: 'answer', question: 'channelOk', value: 'yes' })
  await says({ type: 'answer', question: 'dangerNow', value: 'yes', words: 'it is Jolanta' })
  await says({ type: 'person' })
  const reference = (await conversations.read(id))?.conversation.reference ?? ''
  return { kind: 'urgent.unacknowledged', conversation: id, reference } as const
}

describe('those on call', () => {
  test('read that somebody urgent waits, a reference and where the desk is, and nothing else', async () => {
    const person = await urgentlyWaiting()
    await happens(person)
    await run()
    const [mail] = mails.mails
    expect(mail).toMatchObject({ to: ['call@line.example.org'], isSecure: true })
    const text = mail ? textOf(mail) : ''
    expect(text).toContain(`https://desk.example.org/c/${person.reference}`)
    for (const word of ['Jolanta', 'danger', 'Immediate', 'immediate', 'abuse', person.conversation]) {
      expect(text).not.toContain(word)
    }
  })

  test('are not woken once somebody has them, or when they have gone', async () => {
    const taken = await urgentlyWaiting()
    await product.conversations.join(taken.conversation, { id: randomUUID(), name: 'Sam' }, randomUUID())
    const left = await urgentlyWaiting()
    await product.conversations.receive({
      conversation: left.conversation,
      messageId: randomUUID(),
      event: { type: 'leave' }
    })
    await happens(taken, left, { kind: 'urgent.unacknowledged' })
    await run()
    expect(mails.mails).toEqual([])
    const onCall = (await rows()).filter(({ way }) => way === 'onCall')
    expect(onCall.map(({ state, said }) => [state, said])).toEqual(Array(3).fill(['dropped', 'over']))
  })
})

/** Somebody who texted, and went after they had told of suicide. */
async function leftAtRisk(channel: 'sms' | 'web' = 'sms') {
  const { conversations } = product
  const access = channel === 'web' ? randomBytes(32) : null
  const peer = access ? null : randomBytes(32)
  const id = await conversations.begin({ channel, locale: 'en', access, peer, phone: peer && '+447700900123' })
  const says = (event: PersonEvent) => conversations.receive({ conversation: id, messageId: randomUUID(), event })
  for (const [question, value] of OPENING) await says({ type: 'answer', question, value })
  await says({ type: 'typed', text: 'it is Jolanta and i feel suicidal' })
  await says({ type: 'answer', question: 'suicide', value: 'atTimes' })
  await says({ type: 'leave' })
  const reference = (await conversations.read(id))?.conversation.reference ?? ''
  return { kind: 'left.at_risk', conversation: id, reference } as const
}

describe('those on call, of somebody who left at risk,', () => {
  test('read a reference and where the desk is, and no word of them', async () => {
    const person = await leftAtRisk()
    await product.connection.pool.query('truncate event')
    await happens(person)
    await run()
    const [mail] = mails.mails
    expect(mail).toMatchObject({ to: ['call@line.example.org'], isSecure: true })
    const text = mail ? textOf(mail) : ''
    expect(text).toContain('Somebody has left, and may be at risk. Do not contact them.')
    expect(text).toContain(`https://desk.example.org/c/${person.reference}`)
    for (const word of ['Jolanta', 'suicid', '900123', 'abuse', person.conversation]) expect(text).not.toContain(word)
  })

  test('are told although somebody on duty has read it, until a supervisor has decided about 999', async () => {
    const [read, decided] = [await leftAtRisk(), await leftAtRisk()]
    for (const { conversation } of [read, decided]) await product.staff.noteLooked(conversation, new Date())
    const by = { id: randomUUID(), name: 'Robin' }
    const { conversation } = decided
    await product.staff.decideEmergency({ conversation, by, called: true, reason: 'x', once: randomUUID() }, new Date())
    await product.connection.pool.query('truncate event')
    await happens(read, decided)
    await run()
    expect(mails.mails.map(mail => textOf(mail).includes(read.reference))).toEqual([true])
  })

  test('are not told once somebody on duty has opened it, where there is no number and nothing to decide', async () => {
    const person = await leftAtRisk('web')
    await product.staff.noteLooked(person.conversation, new Date())
    await product.connection.pool.query('truncate event')
    await happens(person)
    await run()
    expect(mails.mails).toEqual([])
  })
})

test('what the record is goes out, to the auditors and to the webhook, and says nothing of anybody', async () => {
  const { connection, owner, keyed, staff } = product
  const keeping = { connection, owner, record: keyed.record, retention: 365 * 86_400_000, auditors: true, broken() {} }
  await keepRecord({ ...keeping, webhook: hearers.webhook }, new Date())
  await run()
  const { number, fingerprint } = await staff.verify()
  const url = 'https://desk.example.org/audit'
  expect(JSON.parse(receiver.came[0]?.body ?? '')).toMatchObject({
    type: 'record.fingerprint',
    data: { number, fingerprint, url }
  })
  const [mail] = mails.mails
  expect(mail && headerOf(mail, 'to')).toBe('audit@line.example.org')
  for (const part of [fingerprint, `row ${number}`, url])
    expect(mail && textOf(mail).replace(/=\r?\n/g, '')).toContain(part)
})

test('that something left is forgotten after a while, and what waits never is', async () => {
  receiver.answers = [200, 500]
  await happens({}, {})
  await run()
  const later = new Date(Date.now() + HANDED_OVER_KEPT + 60_000)
  expect(await forgetDelivered(product.connection, new Date())).toBe(false)
  expect(await forgetDelivered(product.connection, later)).toBe(true)
  expect(await rows()).toMatchObject([{ state: 'pending' }])
})

test('nothing of anybody stands in the log, whatever went wrong', async () => {
  receiver.answers = [500, 410]
  const person = await urgentlyWaiting()
  await happens(person, {})
  await run()
  for (const word of [person.reference, 'localhost', 'call@', 'whsec']) expect(log.text()).not.toContain(word)
})
