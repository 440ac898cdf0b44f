// The worker of the one who harms, and the call-back of the one who is harmed: not listed, not read, not begun, not ended.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Dependencies } from '../../src/console/dependencies.ts'
import { answer } from '../opening.ts'
import { agreed } from './agreed.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let ada: Worker
let sam: Worker
let kim: Worker
beforeAll(async () => {
  // A Wednesday morning: it is their time.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T10:00:00Z') })
  desk = await openTestDesk()
  ada = await desk.signIn('Ada')
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterAll(async () => {
  await desk.close()
  vi.useRealTimers()
})

const HARMS = [answer('channelOk', 'yes'), answer('dangerNow', 'no'), answer('audience', 'harmer')]
const REFUSED = 'Somebody else has to take this one.'
const TOLD = ['Pat from the library', 'Voicemail', 'any time', 'Any time']

/** She agreed to be contacted later, at any time; he writes from the same browser. */
async function couple() {
  const browser = randomBytes(32)
  const her = await agreed(desk.product, { times: ['anyTime'] }, browser)
  const him = await Person.asks(desk.product, HARMS, browser)
  return { her, him }
}
const entryIn = (body: string, { reference }: Person) => body.split('<li').find(one => one.includes(reference)) ?? ''
const stageOf = async ({ id }: Person) => {
  const reading = await desk.product.conversations.read(id)
  return { stage: reading?.conversation.handoverState?.view.stage, records: reading?.records.length }
}
const callerOf = async ({ reference }: Person) =>
  (await desk.product.staff.byReference(reference, new Date()))?.caller ?? null
const readBy = async (name: string, { id }: Person) =>
  desk.product.connection.db
    .selectFrom('audit')
    .innerJoin('staff', 'staff.id', 'audit.staff_id')
    .select('action')
    .where('conversation_id', '=', id)
    .where('name', '=', name)
    .execute()

describe('the worker of the one who harms', () => {
  test('is told of her call-back that somebody else has to take it, and nothing of it', async () => {
    const { her, him } = await couple()
    await sam.post(`/c/${him.reference}/take`)
    const { body } = await sam.get('/call-backs')
    const entry = entryIn(body, her)
    expect(entry).toContain(REFUSED)
    for (const words of TOLD) expect(entry).not.toContain(words)
    expect(entry).not.toContain(`/c/${her.reference}`)
    expect(await readBy('Sam', her)).toEqual([])
    // A colleague reads it as ever.
    expect(entryIn((await kim.get('/call-backs')).body, her)).toContain('Pat from the library')
    for (const one of [her, him]) await one.does({ type: 'leave' })
  })

  test('is not counted in for it either', async () => {
    const { her, him } = await couple()
    expect((await sam.get('/')).body).toContain('1 due now')
    await sam.post(`/c/${him.reference}/take`)
    expect((await sam.get('/')).body).not.toContain('due now')
    expect((await kim.get('/')).body).toContain('1 due now')
    for (const one of [her, him]) await one.does({ type: 'leave' })
  })

  test.each([
    ['begins it', 'call-back', {}],
    ['writes an attempt down', 'attempt', { result: 'noAnswer' }],
    ['ends it as not safe', 'attempt', { result: 'notSafe' }],
    ['closes it', 'call-back-end', { written: 'no need' }],
    ['writes a note into it', 'note', { written: 'hello' }],
    ['records an outcome', 'outcome', { outcome: 'advice_given' }],
    ['closes it as a conversation', 'close', { outcome: 'advice_given' }],
    ['sets a band', 'band', { band: 'standard', reason: 'why not' }],
    ['writes to her', 'say', { text: 'hello' }],
    ['takes her', 'take', {}],
    ['links her', 'partner', { partner: 'XXXXXXX' }]
  ])('does nothing where they %s', async (_what, act, fields) => {
    const { her, him } = await couple()
    await sam.post(`/c/${him.reference}/take`)
    const answered = await sam.post(`/c/${her.reference}/${act}`, fields)
    expect(answered.statusCode).toBe(409)
    expect(answered.body).toContain(REFUSED)
    for (const words of TOLD) expect(answered.body).not.toContain(words)
    expect(await stageOf(her)).toEqual({ stage: 'callBack', records: 0 })
    expect(await callerOf(her)).toBeNull()
    for (const one of [her, him]) await one.does({ type: 'leave' })
  })

  test('also where both come at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { her, him } = await couple()
      await Promise.all([sam.post(`/c/${him.reference}/take`), sam.post(`/c/${her.reference}/call-back`)])
      const owner = (await desk.product.conversations.read(him.id))?.conversation.owner.kind
      expect([owner === 'worker', (await callerOf(her)) !== null].filter(Boolean)).toHaveLength(1)
      for (const one of [her, him]) await one.does({ type: 'leave' })
    }
  })
})

test('whoever has begun to contact her may not take him afterwards', async () => {
  const { her, him } = await couple()
  expect((await ada.post(`/c/${her.reference}/call-back`)).statusCode).toBe(303)
  await ada.post(`/c/${her.reference}/attempt`, { result: 'noAnswer' })
  const taken = await ada.post(`/c/${him.reference}/take`, { once: randomUUID() })
  expect(taken.statusCode).toBe(409)
  expect(taken.body).toContain(REFUSED)
  for (const one of [her, him]) await one.does({ type: 'leave' })
})

test('no route is given a way past the bar and the record', () => {
  const past = (deps: Dependencies) => [
    // @ts-expect-error a conversation by its reference
    () => deps.staff.byReference('AAAAAAA', new Date()),
    // @ts-expect-error everybody at the desk
    () => deps.staff.waiting(new Date()),
    // @ts-expect-error who was never handed over
    () => deps.staff.unclaimed(new Date()),
    // @ts-expect-error one of them
    () => deps.staff.unclaimedByReference('AAAAAAA', new Date()),
    // @ts-expect-error that somebody has opened one of them
    () => deps.staff.noteLooked('x', new Date()),
    // @ts-expect-error whether 999 is called for one of them
    () => deps.staff.decideEmergency({}, new Date()),
    // @ts-expect-error what was said, with no line in the record
    () => deps.conversations.read('x'),
    // @ts-expect-error what was said, past the bar
    () => deps.readings
  ]
  expect(past).toBeTypeOf('function')
})
