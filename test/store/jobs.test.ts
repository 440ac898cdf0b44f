import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { Handed, OutgoingText, Phone } from '../../src/conversation/ports.ts'
import { ACCESS_IDLE, SMS_VALID, UNCLAIMED_KEPT } from '../../src/limits.ts'
import { PocketPhone } from '../../src/pocket-phone.ts'
import { runJobs } from '../../src/store/jobs.ts'
import { sendNext } from '../../src/store/outbox.ts'
import { purgeExpired } from '../../src/store/purge.ts'
import { runDueTimer } from '../../src/store/timers.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

const later = (ms: number) => new Date(Date.now() + ms)
const byText = async () => {
  const peer = randomBytes(32)
  const conversation = await product.conversations.begin({ channel: 'sms', locale: 'en', access: null, peer })
  await send(conversation, { type: 'typed', text: 'hi' })
  return conversation
}
const send = (conversation: string, event: PersonEvent) =>
  product.conversations.receive({ conversation, messageId: randomUUID(), event })
const drain = async (phone: Phone, now = () => new Date()) => {
  while (await sendNext(product.connection, product.vault, phone, now));
}
const outbox = (conversation: string) =>
  product.connection.db
    .selectFrom('outbox')
    .select(['state', 'reason', 'attempts'])
    .where('conversation_id', '=', conversation)
    .orderBy('id')
    .execute()

describe('texts leave by the outbox', () => {
  test('in order, each once', async () => {
    const phone = new PocketPhone()
    const conversation = await byText()
    await send(conversation, { type: 'typed', text: '1' })
    await send(conversation, { type: 'typed', text: '2' })
    await drain(phone)
    await drain(phone)
    expect(phone.texts.map(({ text }) => text.slice(0, 30))).toEqual([
      'Hi, thanks for your text. Is i',
      'Is anyone in danger right now?',
      'Who is this about? 1 Me, 2 Som'
    ])
  })

  test('what is late is dropped and noted, never sent', async () => {
    const phone = new PocketPhone()
    const conversation = await byText()
    await drain(phone, () => later(SMS_VALID + 1_000))
    expect(phone.texts).toEqual([])
    expect(await outbox(conversation)).toMatchObject([{ state: 'dropped', reason: 'late' }])
  })

  test('nothing leaves after the person left, not even what was waiting', async () => {
    const phone = new PocketPhone()
    const conversation = await byText()
    await send(conversation, { type: 'typed', text: 'X' })
    await drain(phone)
    expect(phone.texts).toEqual([])
    expect(await outbox(conversation)).toMatchObject([{ state: 'dropped', reason: 'left' }])
  })

  test('a message that cannot go holds back those behind it', async () => {
    const conversation = await byText()
    await send(conversation, { type: 'typed', text: '1' })
    const sent: string[] = []
    let broken = true
    class Broken extends PocketPhone {
      override async send(text: OutgoingText): Promise<Handed> {
        if (broken) return { kind: 'again' }
        sent.push(text.text)
        return super.send(text)
      }
    }
    const phone = new Broken()
    await drain(phone)
    expect(await outbox(conversation)).toMatchObject([{ attempts: 1 }, { attempts: 0 }])
    await drain(phone)
    expect((await outbox(conversation)).map(row => row.attempts)).toEqual([1, 0])
    broken = false
    await drain(phone, () => later(60_000))
    expect(sent).toHaveLength(2)
    expect(sent[0]).toContain('OK to text now')
  })

  test('one that cannot go is tried until it is too late, and no longer', async () => {
    const conversation = await byText()
    class Never extends PocketPhone {
      override send = async (): Promise<Handed> => ({ kind: 'again' })
    }
    for (let minute = 0; minute < 12; minute += 1) await drain(new Never(), () => later(minute * 60_000))
    expect(await outbox(conversation)).toMatchObject([{ state: 'dropped', reason: 'late' }])
  })
})

describe('a page nobody touches', () => {
  const open = async () => {
    const access = randomBytes(32)
    return { access, id: await product.conversations.begin({ channel: 'web', locale: 'en', access, peer: null }) }
  }
  const runTimers = async (now: Date) => {
    while (await runDueTimer(product.connection, now));
  }

  test('no longer opens its conversation after an hour', async () => {
    const { access } = await open()
    await runTimers(later(ACCESS_IDLE + 1_000))
    expect(await product.conversations.find(access)).toBeNull()
  })

  test('still opens it while its person waits for somebody', async () => {
    const { access, id } = await open()
    await send(id, { type: 'person' })
    await runTimers(later(ACCESS_IDLE + 1_000))
    expect(await product.conversations.find(access)).toBe(id)
  })
})

describe('what has expired', () => {
  test('goes: the key first, then everything else', async () => {
    const id = await product.conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
    await send(id, { type: 'answer', question: 'channelOk', value: 'yes' })
    while (await purgeExpired(product.connection, product.vault, later(UNCLAIMED_KEPT + 1_000)));
    expect(await product.conversations.read(id)).toBeNull()
    const left = await product.connection.db
      .selectFrom('message')
      .selectAll()
      .where('conversation_id', '=', id)
      .execute()
    expect(left).toEqual([])
  })

  test('cannot be read once its key is gone, whatever rows a crash left behind', async () => {
    const id = await product.conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
    await product.connection.db.deleteFrom('conversation_key').where('conversation_id', '=', id).execute()
    expect(await product.conversations.read(id)).toBeNull()
    expect(await send(id, { type: 'typed', text: 'are you there' })).toEqual({ kind: 'gone' })
  })
})

test('a job that fails is reported and does not stop the others', async () => {
  const failed: string[] = []
  let ran = 0
  const jobs = runJobs(
    [
      { name: 'broken', run: () => Promise.reject(new Error('no')) },
      {
        name: 'sound',
        run: async () => {
          ran += 1
          return ran < 3
        }
      }
    ],
    job => failed.push(job)
  )
  await jobs.stop()
  expect(ran).toBeGreaterThan(0)
  expect(failed).toContain('broken')
})
