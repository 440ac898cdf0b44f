import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knock } from './knock.ts'
import { PUBLIC_URL, TextLine } from './line.ts'
import { NEUTRAL, numbers } from './words.ts'

let line: TextLine
beforeAll(async () => {
  line = await TextLine.open()
})
afterAll(() => line.close())

interface Row {
  readonly id: string
  readonly state: string
  readonly record: string | null
  readonly carrier: string | null
}

const waiting = numbers(20)
const newest = async (): Promise<Row> => {
  const [row] = await line.rows<Row>('select id, state, record, carrier from outbox order by id desc limit 1')
  if (!row) throw new Error('nothing was sent')
  return row
}

/** Somebody who has been asked whether it is all right, and the carrier's id of that question. */
async function asked() {
  const her = waiting.shift() ?? ''
  await line.text(her, 'hi')
  const { record } = await newest()
  return { her, sid: record ?? '' }
}

const reported = async (sid: string) => {
  const [row] = await line.rows<Row>('select carrier from outbox where record = $1', [sid])
  return row?.carrier
}

describe('what the carrier reports about a text', () => {
  test('moves it forward and never back, in whatever order the reports come', async () => {
    const { sid } = await asked()
    const seen: unknown[] = []
    for (const status of ['queued', 'delivered', 'sent', 'sending', 'queued', 'undelivered'] as const) {
      await line.carrier.report(sid, [status])
      seen.push(await reported(sid))
    }
    expect(seen).toEqual(['queued', 'delivered', 'delivered', 'delivered', 'delivered', 'delivered'])
  })

  test('changes nothing a second time', async () => {
    const { sid } = await asked()
    const answers = await line.carrier.report(sid, ['sent', 'sent', 'delivered', 'sent'], { atOnce: 3 })
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
    expect(await reported(sid)).toBe('delivered')
  })

  test('is believed only with our seal', async () => {
    const { sid } = await asked()
    const [answer] = await line.carrier.report(sid, ['failed'], { errorCode: 21610, authToken: 'another' })
    expect([answer?.status, await reported(sid)]).toEqual([403, null])
  })

  test('is nothing to us where it is about a text we do not know', async () => {
    const before = await line.rows('select * from outbox order by id')
    const params = {
      MessageSid: `SM${randomBytes(16).toString('hex')}`,
      MessageStatus: 'delivered',
      AccountSid: line.carrier.account.accountSid
    }
    for (const target of ['/sms/status', '/sms/status?m=999999999']) {
      const { status } = await knock(line, { target, sealedUrl: PUBLIC_URL + target, params })
      expect(status).toBe(204)
    }
    expect(await line.rows('select * from outbox order by id')).toEqual(before)
  })

  test('is never a message from anybody', async () => {
    const { her, sid } = await asked()
    const count = () =>
      line.rows('select (select count(*) from text_in)::int as texts, (select count(*) from message)::int as said')
    const before = await count()
    const params = {
      MessageSid: sid,
      MessageStatus: 'delivered',
      AccountSid: line.carrier.account.accountSid,
      From: her,
      Body: 'X'
    }
    const target = '/sms/status'
    await knock(line, { target, sealedUrl: PUBLIC_URL + target, params })
    await line.settle()
    expect(await count()).toEqual(before)
  })
})

describe('a report that is here before we know that the text was taken', () => {
  test('tells us that it was: it is not sent again', async () => {
    const her = waiting.shift() ?? ''
    line.carrier.faults.next('reset-after')
    line.carrier.faults.atRandom({ seed: 1, share: 1, kinds: ['broken'], on: ['list'] })
    await line.carrier.text(her, 'hi')
    await expect.poll(async () => line.carrier.sent.filter(({ to }) => to === her).length, { timeout: 20_000 }).toBe(1)
    const [sent] = line.carrier.sent.filter(({ to }) => to === her)
    await line.carrier.report(sent?.sid ?? '', ['sent', 'delivered'])
    await line.settle({ hurried: true })
    line.carrier.faults.none()
    expect(await newest()).toMatchObject({ state: 'sent', record: sent?.sid, carrier: 'delivered' })
    expect(line.heard(her)).toEqual([NEUTRAL])
  })

  test('and one that comes while the text is still being handed over is kept', async () => {
    const her = waiting.shift() ?? ''
    line.carrier.reporting = true
    line.carrier.faults.next({ kind: 'slow', ms: 500 })
    await line.text(her, 'hi')
    await line.carrier.settled()
    line.carrier.reporting = false
    expect(await newest()).toMatchObject({ state: 'sent', carrier: 'delivered' })
    expect(line.heard(her)).toEqual([NEUTRAL])
  })
})
