import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { answer } from '../opening.ts'
import { agreed } from './agreed.ts'
import { openTestDesk, type Person, type TestDesk, type Worker } from './desk.ts'

const MINUTE = 60_000
/** A Wednesday in winter: the clock on the wall is UTC. */
const at = (time: string, day = 25) => vi.setSystemTime(new Date(`2026-11-${day}T${time}:00Z`))

let desk: TestDesk
let sam: Worker
let kim: Worker
const people: Person[] = []
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  at('09:00')
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
beforeEach(() => at('10:00'))
afterEach(async () => {
  for (const person of people.splice(0)) await person.does({ type: 'leave' })
})
afterAll(async () => {
  await desk.close()
  vi.useRealTimers()
})

const who = async (...way: Parameters<typeof agreed> extends [unknown, ...infer Rest] ? Rest : never) => {
  const person = await agreed(desk.product, ...way)
  people.push(person)
  return person
}
const read = async ({ id }: Person) => {
  const reading = await desk.product.conversations.read(id)
  if (!reading) throw new Error('it is gone')
  return reading
}
const stageOf = async (person: Person) => (await read(person)).conversation.handoverState?.view.stage
const statusOf = async (person: Person) => (await read(person)).conversation.status
const recordsOf = async (person: Person) => (await read(person)).records
const begins = (by: Worker, { reference }: Person, fields = {}) => by.post(`/c/${reference}/call-back`, fields)
const tries = (by: Worker, { reference }: Person, result: string, fields = {}) =>
  by.post(`/c/${reference}/attempt`, { result, ...fields })
const ends = (by: Worker, { reference }: Person, fields = {}) => by.post(`/c/${reference}/call-back-end`, fields)
const list = async (by: Worker = sam) => (await by.get('/call-backs')).body
/** The entry of one of them in the list, as its words. */
const entry = async ({ reference }: Person, by: Worker = sam) =>
  (await list(by)).split('<li').find(one => one.includes(`/c/${reference}"`)) ?? ''
const audited = async ({ id }: Person) => {
  const rows = await desk.product.connection.db.selectFrom('audit').select('action').where('conversation_id', '=', id).orderBy('id').execute()
  return rows.map(({ action }) => action)
}
const counted = () => desk.product.connection.db.selectFrom('dataset_row').selectAll().execute()

describe('the list', () => {
  test('has everybody who agreed, with what is safe, and neither their number nor their word; each reading is on record', async () => {
    const person = await who()
    expect(await stageOf(person)).toBe('callBack')
    expect((await sam.get('/')).body).not.toContain(`Take ${person.reference}`)
    const shown = await entry(person)
    for (const words of [
      'It is one of their times now, until 12:00.',
      'You may contact them by Phone call, only at these times: Weekday mornings. Agreed until 9 December 2026.',
      'Voicemail: No.',
      'Name to use if someone else answers: Pat from the library.',
      'Withhold our number when you call.',
      'They have a safe word.',
      'Tries so far: 0.',
      'Web chat, English'
    ])
      expect(shown).toContain(words)
    expect(await list()).not.toMatch(/900456|heron/)
    expect(await audited(person)).toContain('call_back_list')
  })

  test('counts those due in the head of every page, and nobody else', async () => {
    await who()
    await who({ times: ['weekdayEvening'] })
    expect((await sam.get('/')).body).toContain('Call-backs: 1 due now')
    at('17:30')
    expect((await sam.get('/')).body).toContain('Call-backs: 1 due now')
    at('20:30')
    expect((await sam.get('/')).body).not.toContain('due now')
  })

  test('puts those due first, then those whose time comes sooner; whom nobody may contact stands last', async () => {
    const weekend = await who({ times: ['weekend'] })
    const nobody = await who({ times: ['anyTime'] })
    await nobody.does(answer('contactMethod', 'none'))
    const evening = await who({ times: ['weekdayEvening'] })
    const now = await who()
    const { body } = await sam.get('/call-backs')
    const places = [now, evening, weekend, nobody].map(({ reference }) => body.indexOf(`/c/${reference}"`))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(await entry(evening)).toContain('Not now. Their next time begins: 17:00.')
    expect(await entry(weekend)).toContain('Not now. Their next time begins: 28 Nov, 09:00.')
    expect(await entry(nobody)).toContain('Do not contact. No safe way to reach them was given.')
    expect(await entry(evening)).not.toContain('/call-back"')
  })
})

describe('an attempt', () => {
  test('that nobody answered is kept, sealed and in order, and says nothing to the person', async () => {
    const person = await who()
    const before = (await person.sees()).length
    await begins(sam, person)
    expect((await tries(sam, person, 'noAnswer', { written: 'rang out by the blue door' })).statusCode).toBe(303)
    await begins(kim, person)
    await tries(kim, person, 'noAnswer')
    expect(await recordsOf(person)).toMatchObject([
      { kind: 'attempt', result: 'noAnswer', text: 'rang out by the blue door', by: 'Sam' },
      { kind: 'attempt', result: 'noAnswer', text: null, by: 'Kim' }
    ])
    expect((await person.sees()).length).toBe(before)
    expect(await entry(person)).toContain('Tries so far: 2.')
    const { rows } = await desk.product.connection.pool.query(`select encode(body, 'escape') as body from answer`)
    expect(JSON.stringify(rows)).not.toContain('blue door')
    expect(await audited(person)).toEqual(expect.arrayContaining(['call_back_take', 'call_back_attempt']))
    await begins(sam, person)
    await tries(sam, person, 'noAnswer')
    expect(await entry(person)).toContain('Nobody answered 3 times. It is better to end it')
  })

  test('is not begun outside their times; with a reason it is, and the reason is kept and the act on record', async () => {
    const person = await who()
    at('13:00')
    for (const fields of [{}, { override: 'yes' }, { written: 'they asked for it' }]) {
      const refused = await begins(sam, person, fields)
      expect(refused.statusCode).toBe(409)
      expect(refused.body).toContain('It is not one of their times.')
    }
    expect((await tries(sam, person, 'noAnswer')).body).toContain('Say first that you contact them now.')
    expect(await recordsOf(person)).toEqual([])
    expect(await audited(person)).not.toContain('override')
    await begins(sam, person, { override: 'yes', written: 'their midwife asked for one o clock' })
    expect((await tries(sam, person, 'noAnswer')).statusCode).toBe(303)
    expect(await recordsOf(person)).toMatchObject([
      { result: 'overridden', text: 'their midwife asked for one o clock', by: 'Sam' },
      { result: 'noAnswer' }
    ])
    expect((await audited(person)).filter(action => action === 'override')).toHaveLength(1)
    // One reason is for one try.
    at('13:20')
    await begins(kim, person)
    expect((await tries(kim, person, 'noAnswer')).statusCode).toBe(409)
    expect((await begins(sam, person)).statusCode).toBe(409)
  })

  test('that began in their time may be written down after it', async () => {
    const person = await who()
    at('11:55')
    await begins(sam, person)
    at('12:10')
    expect((await tries(sam, person, 'noAnswer')).statusCode).toBe(303)
  })

  test('by voicemail is for those who allow one', async () => {
    const person = await who()
    await begins(sam, person)
    expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('value="voicemail"')
    expect((await tries(sam, person, 'voicemail')).body).toContain('They do not allow a voicemail.')
    expect(await recordsOf(person)).toEqual([])
    const other = await who({ voicemail: 'yes' })
    await begins(sam, other)
    expect((await sam.get(`/c/${other.reference}`)).body).toContain('value="voicemail"')
    expect((await tries(sam, other, 'voicemail')).statusCode).toBe(303)
  })

  test.each(['otherAnswered', 'notSafe'])('with %s ends it: nobody tries again, and they are told nothing', async result => {
    const person = await who()
    const before = await person.sees()
    await begins(sam, person)
    await tries(sam, person, result, { written: 'a man' })
    expect([await statusOf(person), await stageOf(person)]).toEqual(['closed', 'closed'])
    expect(await person.sees()).toEqual(before)
    expect(await entry(person)).toBe('')
    await begins(kim, person)
    await tries(kim, person, 'noAnswer')
    expect(await recordsOf(person)).toHaveLength(1)
  })

  test('that reached them asks what came of it, closes the conversation and is counted, once', async () => {
    const person = await who()
    const before = [await counted(), await person.sees()] as const
    await begins(sam, person)
    expect((await tries(sam, person, 'reached')).body).toContain('Choose an outcome.')
    expect(await statusOf(person)).toBe('open')
    const form = { outcome: 'safety_plan', because: 'they have a plan', once: randomUUID() }
    await tries(sam, person, 'reached', form)
    await tries(sam, person, 'reached', form)
    expect([await statusOf(person), await stageOf(person)]).toEqual(['closed', 'closed'])
    expect(await recordsOf(person)).toMatchObject([
      { kind: 'attempt', result: 'reached' },
      { kind: 'outcome', outcome: 'safety_plan', closedBecause: 'they have a plan' }
    ])
    expect(await person.sees()).toEqual(before[1])
    const rows = await counted()
    expect(rows).toHaveLength(before[0].length + 1)
    expect(rows.at(-1)).toMatchObject({ ended: 'closed', channel: 'web' })
    expect(rows.at(-1)?.time_to_person).not.toBe((await neverReached()).time_to_person)
  })
})

/** The row of somebody whose call-back was given up. */
async function neverReached() {
  const person = await who()
  await ends(sam, person)
  const row = (await counted()).at(-1)
  if (!row) throw new Error('it was not counted')
  return row
}

describe('whom nobody may contact', () => {
  const OVERRIDE = { override: 'yes', written: 'I am sure it is fine' }
  const cases: readonly (readonly [string, (person: Person) => Promise<unknown> | unknown, string])[] = [
    ['said that there is no safe way', person => person.does(answer('contactMethod', 'none')), 'No safe way'],
    ['said that it is not OK', person => person.does(answer('channelOk', 'no')), 'not OK to message'],
    ['is under 16', person => person.does(answer('ageBand', 'under16')), 'They are under 16'],
    ['used the second word', ({ id }) => set(id, { decoy_at: new Date() }), 'Somebody else may be using'],
    ['has two wrong words at the door', ({ id }) => set(id, { wrong_words: 2 }), 'Somebody else may be using'],
    ['agreed too long ago', () => at('10:00', 25 + 5) && vi.setSystemTime(new Date('2026-12-10T10:00:00Z')), 'too old']
  ]
  const set = (id: string, values: { decoy_at: Date } | { wrong_words: number }) =>
    desk.product.connection.db.updateTable('conversation').set(values).where('id', '=', id).execute()

  test.each(cases)('because somebody %s: nothing overrides it, and it can only be ended', async (_why, happens, why) => {
    const person = await who({ times: ['anyTime'] })
    await begins(sam, person)
    await happens(person)
    if (new Date().getMonth() === 11) sam = await desk.signIn('Sam')
    expect(await entry(person)).toContain('Do not contact.')
    expect(await entry(person)).toContain(why)
    for (const refused of [await begins(sam, person, OVERRIDE), await tries(sam, person, 'noAnswer', OVERRIDE)]) {
      expect(refused.statusCode).toBe(409)
      expect(refused.body).toContain('Not done. Do not contact them.')
    }
    expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('/attempt"')
    expect(await recordsOf(person)).toEqual([])
    expect(await audited(person)).not.toContain('override')
    expect((await ends(sam, person, { written: 'as it says' })).headers.location).toBe('/call-backs')
    expect(await statusOf(person)).toBe('closed')
  })

  test('because they left: it is off the list, and nothing can be recorded', async () => {
    const person = await who()
    await begins(sam, person)
    await person.does({ type: 'leave' })
    expect(await entry(person)).toBe('')
    for (const refused of [await begins(sam, person, OVERRIDE), await tries(sam, person, 'noAnswer', OVERRIDE)])
      expect(refused.body).toContain('Not done. They have left. Do not contact.')
    expect(await recordsOf(person)).toEqual([])
  })

  test('because a worker wrote down that they took their agreement back', async () => {
    const person = await who()
    await sam.post(`/c/${person.reference}/take`)
    await sam.post(`/c/${person.reference}/action`, { kind: 'withdrawn', written: 'They said so' })
    await sam.post(`/c/${person.reference}/release`)
    desk.product.availability = { onDuty: false, open: false, opensAt: null }
    await person.does({ type: 'callBack' })
    desk.product.availability = { onDuty: true, open: true, opensAt: null }
    const stage = await stageOf(person)
    if (stage === 'callBack') expect(await entry(person)).toContain('They took their agreement back.')
    else expect(await entry(person)).toBe('')
  })
})

describe('two workers', () => {
  test('never contact somebody at once: of two one has it, and the other reads who and since when', async () => {
    const person = await who()
    const both = await Promise.all([sam, kim].map(worker => begins(worker, person)))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const winner = both[0]?.statusCode === 303 ? 'Sam' : 'Kim'
    expect(both.find(({ statusCode }) => statusCode === 409)?.body).toContain(`${winner} is on it since 10:00.`)
    const [first, other] = winner === 'Sam' ? [sam, kim] : [kim, sam]
    expect(await entry(person, other)).toContain(`${winner} is on it since 10:00.`)
    expect(await entry(person, other)).not.toContain('/call-back"')
    expect((await tries(other, person, 'noAnswer')).body).toContain(`${winner} is on it since`)
    expect((await ends(other, person)).statusCode).toBe(409)
    expect((await other.post(`/c/${person.reference}/take`)).body).toContain(`Taken by ${winner}`)
    expect(await recordsOf(person)).toEqual([])
    await first.post(`/c/${person.reference}/call-back-free`)
    expect((await begins(other, person)).statusCode).toBe(303)
  })

  test('one who forgets it keeps it for half an hour, and no longer', async () => {
    const person = await who()
    await begins(sam, person)
    at('10:29')
    expect((await begins(kim, person)).statusCode).toBe(409)
    at('10:30')
    expect((await begins(kim, person)).statusCode).toBe(303)
    expect((await tries(sam, person, 'noAnswer')).body).toContain('Kim is on it since 10:30.')
  })
})

test('given up: it is closed, nobody is told, and it is counted', async () => {
  const person = await who()
  const before = [(await counted()).length, await person.sees()] as const
  await ends(sam, person, { written: 'No answer for a week' })
  expect([await statusOf(person), await stageOf(person)]).toEqual(['closed', 'closed'])
  expect(await recordsOf(person)).toMatchObject([{ result: 'givenUp', text: 'No answer for a week', by: 'Sam' }])
  expect(await person.sees()).toEqual(before[1])
  expect(await counted()).toHaveLength(before[0] + 1)
})

test('whoever comes back and asks for a person is in the queue again, and in no list of call-backs', async () => {
  const person = await who()
  await begins(sam, person)
  vi.setSystemTime(Date.now() + MINUTE)
  await person.does({ type: 'person' })
  expect(await stageOf(person)).toBe('queued')
  expect(await entry(person)).toBe('')
  expect((await kim.get('/')).body).toContain(`Take ${person.reference}`)
  expect((await tries(sam, person, 'noAnswer')).body).toContain('Nothing is agreed for later any more.')
  expect((await kim.post(`/c/${person.reference}/take`)).headers.location).toBe(`/c/${person.reference}`)
})
