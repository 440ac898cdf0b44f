import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../opening.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { freeHands } from './free-hands.ts'

let desk: TestDesk
let sam: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterEach(() => freeHands(desk.product))
afterAll(() => desk.close())

/** Somebody in danger, whom Sam has taken: the assistant says immediate. */
async function withSam(): Promise<Person> {
  const person = await Person.asks(desk.product, [answer('channelOk', 'yes'), answer('dangerNow', 'yes')])
  await sam.post(`/c/${person.reference}/take`)
  return person
}
const bandsOf = async ({ id }: Person) => (await desk.product.conversations.read(id))?.workerBands
const set = (by: Worker, { reference }: Person, fields: Record<string, string>) =>
  by.post(`/c/${reference}/band`, fields)

describe("a worker's own band", () => {
  test("counts, the last one of several; the assistant's stands beside it and all are kept", async () => {
    const person = await withSam()
    const page = (await sam.get(`/c/${person.reference}`)).body
    for (const band of ['immediate', 'high', 'medium', 'standard']) {
      expect(page).toContain(`type="radio" name="band" value="${band}" required`)
    }
    expect(page).toContain(`action="/c/${person.reference}/band"`)
    await set(sam, person, { band: 'immediate', reason: 'I heard <b>shouting</b>' })
    const answered = await set(sam, person, { band: 'high', reason: 'It is quiet now.' })
    expect(answered.headers.location).toBe(`/c/${person.reference}#ten-seconds`)
    expect(await bandsOf(person)).toMatchObject([
      { band: 'immediate', reason: 'I heard <b>shouting</b>', worker: 'Sam' },
      { band: 'high', reason: 'It is quiet now.', worker: 'Sam' }
    ])
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body).toContain('High, set by a worker. The triage aid said: Immediate; Somebody is in danger now.')
    expect(body).toMatch(/Set by Sam at (?:\d+ \w+, )?\d\d:\d\d: High\. Reason: It is quiet now\./)
    expect((await sam.get(`/c/${person.reference}/summary.json`)).json().risk).toMatchObject({
      band: 'immediate',
      bandInForce: 'high',
      workerBand: { band: 'high', reason: 'It is quiet now.', by: 'Sam' }
    })
  })

  test('goes with the conversation to the next worker', async () => {
    const person = await withSam()
    await set(sam, person, { band: 'immediate', reason: 'I heard shouting' })
    await sam.post(`/c/${person.reference}/release`)
    await kim.post(`/c/${person.reference}/take`)
    expect((await kim.get(`/c/${person.reference}`)).body).toContain('Reason: I heard shouting')
    await set(kim, person, { band: 'standard', reason: 'It was the television' })
    expect(await bandsOf(person)).toMatchObject([{ worker: 'Sam' }, { worker: 'Kim', band: 'standard' }])
  })

  test('is on record without its words, lies sealed, and is never shown to the person', async () => {
    const person = await withSam()
    const before = await desk.product.conversations.view(person.id)
    await set(sam, person, { band: 'immediate', reason: 'the blue door' })
    expect(await desk.product.conversations.view(person.id)).toEqual(before)
    const { db } = desk.product.connection
    const audit = await db.selectFrom('audit').selectAll().where('conversation_id', '=', person.id).execute()
    expect(audit.map(row => row.action)).toContain('band')
    const stored = await db.selectFrom('answer').selectAll().where('conversation_id', '=', person.id).execute()
    const [row] = stored.filter(({ kind }) => kind === 'band')
    expect(row?.body.toString('latin1')).not.toContain('the blue door')
    expect(JSON.stringify(audit)).not.toContain('the blue door')
  })

  test('is set once, however often its form arrives', async () => {
    const person = await withSam()
    const form = { band: 'high', reason: 'once', once: randomUUID() }
    await set(sam, person, form)
    expect((await set(sam, person, form)).statusCode).toBe(303)
    expect(await bandsOf(person)).toHaveLength(1)
  })
})

describe('is not kept', () => {
  test.each([
    ['without a reason', { band: 'high', reason: ' \n' }, 'Not set. Write your reason.'],
    ['without a band', { reason: 'a quiet street' }, 'Not set. Choose a band.'],
    ['when it is no band', { band: 'not_enough_known', reason: 'a quiet street' }, 'Nothing was changed.'],
    ['when its reason is a book', { band: 'high', reason: 'long '.repeat(500) }, 'longer than 2000 characters']
  ])('%s: the worker reads why, and their reason stays in the field', async (_when, fields, why) => {
    const person = await withSam()
    const refused = await set(sam, person, fields)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain(why)
    expect(refused.body).toContain(`${fields.reason.trim()}</textarea>`)
    expect(refused.body).toMatch(/<details data-keep="own-band" open/)
    expect(await bandsOf(person)).toEqual([])
  })

  test('for another worker, who reads whose conversation it is', async () => {
    const person = await withSam()
    const refused = await set(kim, person, { band: 'high', reason: 'from Kim' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Taken by Sam')
    expect(await bandsOf(person)).toEqual([])
  })

  test('before anybody took the conversation', async () => {
    const person = await Person.asks(desk.product)
    expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('name="band"')
    const refused = await set(sam, person, { band: 'high', reason: 'a quiet street' })
    expect(refused.body).toContain('This conversation is not yours now.')
    expect(await bandsOf(person)).toEqual([])
  })

  test('after the person left, and the reason is shown so that it is not lost', async () => {
    const person = await withSam()
    await person.does({ type: 'leave' })
    expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('name="band"')
    const refused = await set(sam, person, { band: 'high', reason: 'a quiet street' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Not set. They have left.')
    expect(refused.body).toContain('a quiet street</textarea>')
    expect(await bandsOf(person)).toEqual([])
  })

  test('when the form comes from somewhere else', async () => {
    const person = await withSam()
    expect((await set(sam, person, { band: 'high', reason: 'forged', token: '' })).statusCode).toBe(403)
    expect(await bandsOf(person)).toEqual([])
  })
})

test('a browser with script is answered in place', async () => {
  const person = await withSam()
  const inPlace = (fields: Record<string, string>) =>
    sam.post(`/c/${person.reference}/band`, fields, { accept: 'application/json' })
  expect((await inPlace({ band: 'high', reason: '' })).json()).toMatchObject({ why: 'Not set. Write your reason.' })
  expect((await inPlace({ band: 'high', reason: 'heard it' })).json()).toMatchObject({ why: null })
  expect(await bandsOf(person)).toMatchObject([{ band: 'high' }])
})
