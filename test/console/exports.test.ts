import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { summarySchema } from '../../src/summary/schema.ts'
import { answer } from '../opening.ts'
import { readPdf, textIn } from '../summary/read-pdf.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let sam: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterAll(() => desk.close())

const somebody = () =>
  Person.asks(desk.product, [
    answer('channelOk', 'yes'),
    { type: 'answer', question: 'dangerNow', value: 'no', words: 'the blue door' }
  ])
const BANNER = 'Do not contact. No safe way to reach them was given.'
const ENDINGS = ['txt', 'json', 'pdf']

/** What a copy says first. */
function firstWords(ending: string, raw: Buffer): string {
  const text = raw.toString('utf8')
  if (ending === 'pdf') return textIn(readPdf(raw).root.children[0] ?? '')
  return ending === 'json' ? summarySchema.parse(JSON.parse(text)).safeContact.sentence : (text.split('\n')[0] ?? '')
}

describe.each(ENDINGS)('a copy of the summary as %s', ending => {
  test('begins with what is safe, has a name that says nothing, and stays in no cache', async () => {
    const { reference } = await somebody()
    const { headers, rawPayload, statusCode } = await sam.get(`/c/${reference}/summary.${ending}`)
    expect(statusCode).toBe(200)
    expect(firstWords(ending, rawPayload)).toBe(BANNER)
    expect(headers['content-disposition']).toBe(`attachment; filename="${reference}.${ending}"`)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('is on record before it is made', async () => {
    const person = await somebody()
    await sam.get(`/c/${person.reference}/summary.${ending}`)
    const { db } = desk.product.connection
    const record = await db.selectFrom('audit').select('action').where('conversation_id', '=', person.id).execute()
    expect(record).toEqual([{ action: 'export' }])
  })

  test("is nobody's who may not look: not a colleague's, not a stranger's, not of what is gone", async () => {
    const { reference } = await somebody()
    await sam.post(`/c/${reference}/take`)
    const refused = await kim.get(`/c/${reference}/summary.${ending}`)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).not.toContain('the blue door')
    const stranger = await desk.origin.inject({ url: `/c/${reference}/summary.${ending}` })
    expect(stranger.statusCode).toBe(401)
    expect((await sam.get(`/c/NOBODY7/summary.${ending}`)).statusCode).toBe(410)
  })

  test('is linked from the page of the conversation', async () => {
    const { reference } = await somebody()
    const { body } = await sam.get(`/c/${reference}`)
    expect(body).toContain(`href="/c/${reference}/summary.${ending}"`)
  })

  test('has no trace of what the person keeps from the worker', async () => {
    const person = await somebody()
    await person.does({ type: 'withhold', question: 'dangerNow', withheld: true })
    const { rawPayload } = await sam.get(`/c/${person.reference}/summary.${ending}`)
    const text = ending === 'pdf' ? textIn(readPdf(rawPayload).root) : rawPayload.toString('utf8')
    expect(text).not.toContain('the blue door')
    expect(text).not.toContain('in danger right now')
  })
})

test('the page shows services with their reasons, and where each comes from', async () => {
  const { reference } = await somebody()
  const { body } = await sam.get(`/c/${reference}`)
  expect(body).toContain('1. Hampshire Domestic Abuse Advice Line')
  expect(body).toContain('Hampshire page, line 6')
})
