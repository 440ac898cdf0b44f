import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { changes } from './agreed.ts'
import { CallBackDesk } from './call-back-desk.ts'
import { NUMBER, Texter } from './texter.ts'
import { passes } from './time.ts'

const MINUTE = 60_000
const here = CallBackDesk.raise()

describe('the list', () => {
  test('has everybody who agreed, with what is safe, and neither their number nor their word; each reading is on record', async () => {
    const person = await here.who()
    expect((await here.read(person)).stage).toBe('callBack')
    expect((await here.sam.get('/')).body).not.toContain(`Take ${person.reference}`)
    const shown = await here.entry(person)
    for (const words of [
      'It is one of their times now, until 12:00.',
      'You may contact them by Call, only at these times: Weekday mornings. Agreed until 9 December 2026.',
      'Voicemail: No.',
      'Name to use if someone else answers: Pat from the library.',
      'Withhold our number when you call.',
      'They have a safe word.',
      'Tries so far: 0.',
      'Web chat, English'
    ])
      expect(shown).toContain(words)
    expect((await here.sam.get('/call-backs')).body).not.toMatch(/900456|heron/)
    expect(await here.audited(person)).toContain('call_back_list')
  })

  test('counts those due in the head of every page, and nobody else', async () => {
    await here.who()
    await here.who({ times: ['weekdayEvening'] })
    expect((await here.sam.get('/')).body).toContain('Call-backs: 1 due now')
    await here.at('17:30')
    expect((await here.sam.get('/')).body).toContain('Call-backs: 1 due now')
    await here.at('20:30')
    expect((await here.sam.get('/')).body).not.toContain('due now')
  })

  test('puts those due first, then those whose time comes sooner; whom nobody may contact stands last', async () => {
    const weekend = await here.who({ times: ['weekend'] })
    const nobody = await here.who({ times: ['anyTime'] })
    await changes('contactMethod', 'none')(nobody)
    const evening = await here.who({ times: ['weekdayEvening'] })
    const now = await here.who()
    const { body } = await here.sam.get('/call-backs')
    const places = [now, evening, weekend, nobody].map(({ reference }) => body.indexOf(`/c/${reference}"`))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(await here.entry(evening)).toContain('Not now. Their next time begins: 17:00.')
    expect(await here.entry(weekend)).toContain('Not now. Their next time begins: 28 Nov, 09:00.')
    expect(await here.entry(nobody)).toContain('Do not contact. No safe way to reach them was given.')
    expect(await here.entry(evening)).not.toContain('/call-back"')
  })
})

describe('an attempt', () => {
  test('that nobody answered is kept, sealed and in order, and says nothing to the person', async () => {
    const person = await here.who()
    const before = (await person.sees()).length
    await here.begins(here.sam, person)
    expect((await here.tries(here.sam, person, 'noAnswer', { written: 'rang out by the blue door' })).statusCode).toBe(
      303
    )
    await here.begins(here.kim, person)
    await here.tries(here.kim, person, 'noAnswer')
    expect((await here.read(person)).records).toMatchObject([
      { kind: 'attempt', result: 'noAnswer', text: 'rang out by the blue door', by: 'Sam' },
      { kind: 'attempt', result: 'noAnswer', text: null, by: 'Kim' }
    ])
    expect((await person.sees()).length).toBe(before)
    expect(await here.entry(person)).toContain('Tries so far: 2.')
    const { rows } = await here.desk.product.connection.pool.query(`select encode(body, 'escape') as body from answer`)
    expect(JSON.stringify(rows)).not.toContain('blue door')
    expect(await here.audited(person)).toEqual(expect.arrayContaining(['call_back_take', 'call_back_attempt']))
    await here.begins(here.sam, person)
    await here.tries(here.sam, person, 'noAnswer')
    expect(await here.entry(person)).toContain('Nobody answered 3 times. It is better to end it')
  })

  test('is not begun outside their times; with a reason it is, and the reason is kept and the act on record', async () => {
    const person = await here.who()
    await here.at('13:00')
    for (const fields of [{}, { override: 'yes' }, { written: 'they asked for it' }]) {
      const refused = await here.begins(here.sam, person, fields)
      expect(refused.statusCode).toBe(409)
      expect(refused.body).toContain('It is not one of their times.')
    }
    expect((await here.tries(here.sam, person, 'noAnswer')).body).toContain('Say first that you contact them now.')
    expect((await here.read(person)).records).toEqual([])
    expect(await here.audited(person)).not.toContain('override')
    await here.begins(here.sam, person, { override: 'yes', written: 'their midwife asked for one o clock' })
    expect((await here.tries(here.sam, person, 'noAnswer')).statusCode).toBe(303)
    expect((await here.read(person)).records).toMatchObject([
      { result: 'overridden', text: 'their midwife asked for one o clock', by: 'Sam' },
      { result: 'noAnswer' }
    ])
    expect((await here.audited(person)).filter(action => action === 'override')).toHaveLength(1)
    // One reason is for one try.
    await here.at('13:20')
    await here.begins(here.kim, person)
    expect((await here.tries(here.kim, person, 'noAnswer')).statusCode).toBe(409)
    expect((await here.begins(here.sam, person)).statusCode).toBe(409)
  })

  test('that began in their time may be written down after it', async () => {
    const person = await here.who()
    await here.at('11:55')
    await here.begins(here.sam, person)
    await here.at('12:10')
    expect((await here.tries(here.sam, person, 'noAnswer')).statusCode).toBe(303)
  })

  test('by voicemail is for those who allow one', async () => {
    const person = await here.who()
    await here.begins(here.sam, person)
    expect((await here.sam.get(`/c/${person.reference}`)).body).not.toContain('value="voicemail"')
    expect((await here.tries(here.sam, person, 'voicemail')).body).toContain('They do not allow a voicemail.')
    expect((await here.read(person)).records).toEqual([])
    const other = await here.who({ voicemail: 'yes' })
    await here.begins(here.sam, other)
    expect((await here.sam.get(`/c/${other.reference}`)).body).toContain('value="voicemail"')
    expect((await here.tries(here.sam, other, 'voicemail')).statusCode).toBe(303)
  })

  test.each(['otherAnswered', 'notSafe'])(
    'with %s ends it: nobody tries again, and they are told nothing',
    async result => {
      const person = await here.who()
      const before = await person.sees()
      await here.begins(here.sam, person)
      await here.tries(here.sam, person, result, { written: 'a man' })
      expect(await here.read(person)).toMatchObject({ status: 'closed', stage: 'closed' })
      expect(await person.sees()).toEqual(before)
      expect(await here.entry(person)).toBe('')
      await here.begins(here.kim, person)
      await here.tries(here.kim, person, 'noAnswer')
      expect((await here.read(person)).records).toHaveLength(1)
    }
  )

  test('that reached them asks what came of it, closes the conversation and is counted, once', async () => {
    const person = await here.who()
    await here.counted()
    const before = await person.sees()
    await here.begins(here.sam, person)
    expect((await here.tries(here.sam, person, 'reached')).body).toContain('Choose an outcome.')
    expect((await here.read(person)).status).toBe('open')
    const form = { outcome: 'safety_plan', because: 'they have a plan', once: randomUUID() }
    await here.tries(here.sam, person, 'reached', form)
    await here.tries(here.sam, person, 'reached', form)
    expect(await here.read(person)).toMatchObject({ status: 'closed', stage: 'closed' })
    expect((await here.read(person)).records).toMatchObject([
      { kind: 'attempt', result: 'reached' },
      { kind: 'outcome', outcome: 'safety_plan', closedBecause: 'they have a plan' }
    ])
    expect(await person.sees()).toEqual(before)
    const rows = await here.counted()
    expect(rows).toMatchObject([{ ended: 'closed', channel: 'web' }])
    expect(rows[0]?.time_to_person).not.toBe((await neverReached()).time_to_person)
  })
})

/** The row of somebody whose call-back was given up. */
async function neverReached() {
  const person = await here.who()
  await here.ends(here.sam, person)
  const [row] = await here.counted()
  if (!row) throw new Error('it was not counted')
  return row
}

test('the number is shown to the one worker who contacts them, while they do, and to nobody else', async () => {
  const person = await here.who()
  const page = async (by = here.sam) => (await by.get(`/c/${person.reference}`)).body
  expect(await page()).not.toContain('07700 900456')
  await here.begins(here.sam, person)
  expect(await page()).toContain('07700 900456')
  expect(await page(here.kim)).not.toContain('07700 900456')
  await person.does({ type: 'withhold', question: 'contactDetail', withheld: true })
  expect(await page()).not.toContain('07700 900456')
  await person.does({ type: 'withhold', question: 'contactDetail', withheld: false })
  await here.at('10:30')
  expect(await page()).not.toContain('07700 900456')
  await here.begins(here.sam, person)
  await here.tries(here.sam, person, 'noAnswer')
  expect(await page()).not.toContain('07700 900456')
  const { reference } = person
  expect((await here.sam.get(`/c/${reference}/summary.json`)).body).not.toContain('07700 900456')
})

test('given up: it is closed, nobody is told, and it is counted', async () => {
  const person = await here.who()
  await here.counted()
  const before = await person.sees()
  await here.ends(here.sam, person, { written: 'No answer for a week' })
  expect(await here.read(person)).toMatchObject({ status: 'closed', stage: 'closed' })
  expect((await here.read(person)).records).toMatchObject([
    { result: 'givenUp', text: 'No answer for a week', by: 'Sam' }
  ])
  expect(await person.sees()).toEqual(before)
  expect(await here.counted()).toHaveLength(1)
})

test('whoever comes back and asks for a person is in the queue again, and in no list of call-backs', async () => {
  const person = await here.who()
  await here.begins(here.sam, person)
  vi.setSystemTime(Date.now() + MINUTE)
  await person.does({ type: 'person' })
  expect((await here.read(person)).stage).toBe('queued')
  expect(await here.entry(person)).toBe('')
  expect((await here.kim.get('/')).body).toContain(`Take ${person.reference}`)
  expect((await here.tries(here.sam, person, 'noAnswer')).body).toContain('Nothing is agreed for later any more.')
  expect((await here.kim.post(`/c/${person.reference}/take`)).headers.location).toBe(`/c/${person.reference}`)
})

test('by text a worker takes the conversation and writes; the gate lets it go only in their time', async () => {
  const { product } = here.desk
  const person = await Texter.agrees(product, NUMBER, 'weekdayMorning')
  await person.does({ type: 'skip', question: 'safeWord' })
  await passes(product, person.id, 6 * MINUTE)
  await person.send()
  await person.texts('2')
  await here.at('13:00')
  const list = (await here.sam.get('/call-backs')).body
  expect(list).toContain('Not now. Their next time begins: 26 Nov, 08:00.')
  expect(list).not.toContain('/call-back"')
  const address = `/c/${person.reference}`
  expect((await here.sam.get(address)).body).toContain('By text: take the conversation and write.')
  const before = person.phone.texts.length
  await here.sam.post(`${address}/take`)
  await here.sam.post(`${address}/say`, { text: 'hello from the gate' })
  await person.send()
  expect(person.phone.texts).toHaveLength(before)
  await here.at('09:00', '2026-11-26')
  await here.sam.post(`${address}/say`, { text: 'hello in the morning' })
  await person.send()
  expect(person.phone.texts.at(-1)?.text).toContain('hello in the morning')
})
