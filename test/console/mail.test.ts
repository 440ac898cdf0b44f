import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { startOutputs } from '../../src/outputs.ts'
import { captureLog } from '../captured-log.ts'
import { answer, opening } from '../opening.ts'
import { Authority } from '../outputs/certificates.ts'
import { headerOf, TestMailServer, textOf } from '../outputs/mail-server.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { freeHands } from './free-hands.ts'

const authority = new Authority()
const log = captureLog()
const LISTED = 'referrals@council.example.org'
const OTHER = 'a.officer@other.example.org'

let server: TestMailServer
let desk: TestDesk
let outputs: ReturnType<typeof startOutputs>
let sam: Worker
let kim: Worker
beforeAll(async () => {
  server = await TestMailServer.open({ identity: authority.vouchFor('localhost') })
  const mail = {
    smtp: server.smtp(),
    from: 'desk@line.example.org',
    contentDomains: ['council.example.org'],
    onCall: null,
    auditors: null
  }
  const settings = { staffUrl: 'https://desk.example.org', webhook: null, mail }
  desk = await openTestDesk({}, {}, product => {
    outputs = startOutputs(product, settings, log.log, { ca: authority.ca })
    return { mail: outputs.mail }
  })
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterEach(() => freeHands(desk.product))
afterAll(async () => {
  await outputs.stop()
  await desk.close()
  await server.close()
})
beforeEach(() => {
  server.mails.length = 0
  server.answers = []
})

const REFERS: PersonEvent[] = [
  answer('channelOk', 'yes'),
  { type: 'answer', question: 'dangerNow', value: 'no', words: 'it is for Jolanta' },
  answer('audience', 'professional'),
  answer('deviceWatched', 'no'),
  answer('privacyLimits', 'ok'),
  answer('wantsNow', 'questions'),
  answer('referrerRole', 'housing')
]
/** Somebody who refers and has said a name, whom Sam has taken. */
async function withSam(...more: PersonEvent[]): Promise<Person> {
  const person = await Person.asks(desk.product, [...REFERS, ...more])
  await sam.post(`/c/${person.reference}/take`)
  return person
}
const agreed = () => withSam(answer('referralConsent', 'yes'))
const send = (by: Worker, { reference }: Pick<Person, 'reference'>, address: string, once = randomUUID()) =>
  by.post(`/c/${reference}/mail`, { address, once })
const rowsOf = ({ id }: Pick<Person, 'id'>) =>
  desk.product.connection.db.selectFrom('delivery').selectAll().where('conversation_id', '=', id).execute()
const pageOf = async (by: Worker, { reference }: Person) => (await by.get(`/c/${reference}`)).body

async function until(person: Person, state: string): Promise<void> {
  await expect
    .poll(async () => (await rowsOf(person)).map(row => row.state), { timeout: 20_000, interval: 20 })
    .toEqual([state])
}

describe('a summary by e-mail', () => {
  test('goes whole to a listed domain, as text and PDF, made when it leaves', async () => {
    const person = await agreed()
    const answered = await send(sam, person, LISTED)
    expect(answered.headers.location).toBe(`/c/${person.reference}#mailed`)
    await until(person, 'sent')
    const [mail] = server.mails
    if (!mail) throw new Error('no mail')
    expect(mail).toMatchObject({ to: [LISTED], isSecure: true })
    expect(headerOf(mail, 'Subject')).toBe(`Referral ${person.reference}`)
    expect(mail.raw).toContain(`filename=${person.reference}.pdf`)
    expect(textOf(mail)).toContain('%PDF-')
    expect(textOf(mail)).toContain('Jolanta')
  })

  test('is a notice to everybody else: a reference and a link, and no word of what was said', async () => {
    const person = await agreed()
    await send(sam, person, OTHER)
    await until(person, 'sent')
    const [mail] = server.mails
    if (!mail) throw new Error('no mail')
    expect(textOf(mail)).toContain(`https://desk.example.org/c/${person.reference}`)
    for (const word of ['Jolanta', 'housing', 'Sam', 'domestic', 'abuse', 'PDF', 'Housing', person.id]) {
      expect(textOf(mail)).not.toContain(word)
    }
    expect(await pageOf(sam, person)).toMatch(/to other\.example\.org: their mail server has taken a notice/)
  })

  test('shows the worker when it went, to which domain, and how far it got', async () => {
    const person = await agreed()
    server.answers = [{ at: 'rcpt', code: 451 }]
    await send(sam, person, LISTED)
    const waits = await pageOf(sam, person)
    expect(waits).toMatch(/At \d\d:\d\d, to council\.example\.org: (waiting to leave)/)
    expect(waits).not.toContain('referrals@council')
    await desk.product.connection.db.updateTable('delivery').set({ next_at: new Date() }).execute()
    await until(person, 'sent')
    expect(await pageOf(sam, person)).toContain('to council.example.org: their mail server has taken the summary.')
  })

  test('that a server refuses for good is not sent again, and the worker reads it', async () => {
    const person = await agreed()
    server.answers = [{ at: 'rcpt', code: 550 }]
    await send(sam, person, LISTED)
    await until(person, 'failed')
    expect(await pageOf(sam, person)).toContain('it did not arrive. Reach them in another way.')
    expect(server.mails).toEqual([])
  })

  test('is sent once, however often its form arrives', async () => {
    const person = await agreed()
    const once = randomUUID()
    await send(sam, person, LISTED, once)
    await send(sam, person, LISTED, once)
    await until(person, 'sent')
    expect([server.mails.length, (await rowsOf(person)).length]).toEqual([1, 1])
  })

  test('that went is not called unsent when the answer was lost and a colleague has them by then', async () => {
    const person = await agreed()
    const once = randomUUID()
    await send(sam, person, LISTED, once)
    await sam.post(`/c/${person.reference}/release`)
    await kim.post(`/c/${person.reference}/take`)
    const inPlace = { accept: 'application/json' }
    const again = await sam.post(`/c/${person.reference}/mail`, { address: LISTED, once }, inPlace)
    expect([again.statusCode, again.json().why]).toEqual([200, null])
    expect(await rowsOf(person)).toHaveLength(1)
    expect((await send(sam, person, LISTED)).statusCode).not.toBe(200)
  })

  test('is on record, and its address lies sealed and leaves with the key', async () => {
    const person = await agreed()
    await send(sam, person, LISTED)
    const { db } = desk.product.connection
    const audit = await db.selectFrom('audit').selectAll().where('conversation_id', '=', person.id).execute()
    expect(audit.map(({ action }) => action)).toContain('mail')
    const stored = JSON.stringify([await rowsOf(person), audit])
    expect(stored).not.toContain('council')
    expect((await rowsOf(person))[0]?.recipient?.toString('latin1')).not.toContain('council')
    expect(log.text()).not.toContain('council')
  })

  test('may go to the professional when they have left, never when the conversation is closed', async () => {
    const left = await agreed()
    await left.does({ type: 'leave' })
    await send(sam, left, LISTED)
    await until(left, 'sent')
    const closed = await agreed()
    await sam.post(`/c/${closed.reference}/close`, { outcome: 'advice_given' })
    expect((await send(sam, closed, LISTED)).body).toContain('This conversation is closed.')
    expect(await rowsOf(closed)).toEqual([])
  })

  test('is held back when agreement is taken back before it leaves', async () => {
    const person = await agreed()
    server.answers = [{ at: 'rcpt', code: 451 }]
    await send(sam, person, LISTED)
    await expect.poll(async () => (await rowsOf(person))[0]?.attempts, { timeout: 20_000, interval: 20 }).toBe(1)
    await person.does({ type: 'withhold', question: 'referralConsent', withheld: true })
    await desk.product.connection.db.updateTable('delivery').set({ next_at: new Date() }).execute()
    await until(person, 'dropped')
    expect(server.mails).toEqual([])
    expect(await pageOf(sam, person)).toContain('it was held back')
  })
})

describe('nothing is sent', () => {
  const refused = async (by: Worker, person: Pick<Person, 'id' | 'reference'>, address: string, why: string) => {
    const answered = await send(by, person, address)
    expect(answered.statusCode).toBe(409)
    expect(answered.body).toContain(why)
    expect(await rowsOf(person)).toEqual([])
    return answered
  }
  const NO_CONSENT = 'The summary cannot be sent by e-mail.'

  test.each(['no', 'notAsked', 'notSafeToAsk'])(
    'when the professional answered %s to whether they agreed',
    async value => {
      const person = await withSam(answer('referralConsent', value))
      expect(await pageOf(sam, person)).toContain(NO_CONSENT)
      expect(await pageOf(sam, person)).not.toContain('name="address"')
      await refused(sam, person, LISTED, NO_CONSENT)
    }
  )

  test('when they were not asked, and when what they answered is kept back', async () => {
    await refused(sam, await withSam(), LISTED, NO_CONSENT)
    const person = await agreed()
    await person.does({ type: 'withhold', question: 'referralConsent', withheld: true })
    await refused(sam, person, LISTED, NO_CONSENT)
  })

  test('for somebody who speaks for themselves', async () => {
    const person = await Person.asks(desk.product, opening())
    await sam.post(`/c/${person.reference}/take`)
    await refused(sam, person, LISTED, NO_CONSENT)
  })

  test.each(['nobody', 'a@x.example.org, b@x.example.org', 'a@x.example.org\r\nBcc: b@x.example.org'])(
    'to %j: the worker reads why',
    async address => {
      const answered = await refused(sam, await agreed(), address, 'Not sent. Write one e-mail address')
      expect(answered.body).toMatch(/<details data-keep="mail" open/)
    }
  )

  test('to the address at which the person themselves can be reached', async () => {
    // Asked at the very end: what comes before it is passed over.
    const { conversations } = desk.product
    const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
    const does = (event: PersonEvent) => conversations.receive({ conversation: id, messageId: randomUUID(), event })
    for (const event of [...REFERS, answer('referralConsent', 'yes')]) await does(event)
    for (let asked = 0; asked < 30; asked += 1) {
      const place = (await conversations.view(id))?.place
      const question = place?.kind === 'question' ? place.question : null
      if (question === 'contactMethod') await does(answer(question, 'email'))
      else if (question === 'contactDetail') await does(answer(question, 'Jolanta@Mail.example.org'))
      else if (question) await does({ type: 'skip', question })
    }
    await does({ type: 'person' })
    const reference = (await conversations.read(id))?.conversation.reference ?? ''
    const person = { id, reference }
    await sam.post(`/c/${reference}/take`)
    await refused(sam, person, 'jolanta@mail.example.org', 'Not sent. That is how to reach the person themselves')
  })

  test('by a worker who does not have the conversation', async () => {
    const person = await agreed()
    expect((await send(kim, person, LISTED)).body).toContain('Taken by Sam')
    const waiting = await Person.asks(desk.product, [...REFERS, answer('referralConsent', 'yes')])
    expect(await pageOf(sam, waiting)).not.toContain('name="address"')
    await refused(sam, waiting, LISTED, 'Not sent. This conversation is not yours now.')
    expect(await rowsOf(person)).toEqual([])
  })
})

test('a desk without mail has no form and no such address', async () => {
  const plain = await openTestDesk()
  const worker = await plain.signIn('Ada')
  const person = await Person.asks(plain.product, [...REFERS, answer('referralConsent', 'yes')])
  await worker.post(`/c/${person.reference}/take`)
  expect((await worker.get(`/c/${person.reference}`)).body).not.toContain('by e-mail')
  expect((await worker.post(`/c/${person.reference}/mail`, { address: LISTED })).statusCode).toBe(404)
  await plain.close()
})
