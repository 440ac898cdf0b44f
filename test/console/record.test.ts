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

/** Somebody Sam has taken, whom at least the advice line fits. */
async function withSam(): Promise<Person> {
  const person = await Person.asks(desk.product, [answer('channelOk', 'yes'), answer('dangerNow', 'no')])
  await sam.post(`/c/${person.reference}/take`)
  return person
}
const ADVICE = 'hants.advice_line'
const recordsOf = async ({ id }: Person) => (await desk.product.conversations.read(id))?.records
const statusOf = async ({ id }: Person) => (await desk.product.conversations.read(id))?.conversation.status
const send = (by: Worker, { reference }: Person, form: string, fields: Record<string, string>) =>
  by.post(`/c/${reference}/${form}`, fields)
const summaryOf = async ({ reference }: Person) => (await sam.get(`/c/${reference}/summary.json`)).json()

describe('closing', () => {
  test('asks for the outcome, and keeps it with what was done and what was offered, in one go', async () => {
    const person = await withSam()
    const page = (await sam.get(`/c/${person.reference}`)).body
    expect(page).toContain('type="radio" name="outcome" value="safety_plan" required')
    expect(page).toContain(`name="service:${ADVICE}"`)
    const closed = await send(sam, person, 'close', {
      outcome: 'safety_plan',
      written: 'Went through a plan.',
      because: 'They have what they need.',
      [`was:${ADVICE}`]: 'notSpokenOf',
      [`service:${ADVICE}`]: 'accepted'
    })
    expect([closed.statusCode, closed.headers.location]).toEqual([303, '/'])
    expect(await statusOf(person)).toBe('closed')
    expect(await recordsOf(person)).toMatchObject([
      { kind: 'service', service: ADVICE, cameOfIt: 'accepted', by: 'Sam' },
      { kind: 'action', action: 'done', text: 'Went through a plan.', by: 'Sam' },
      { kind: 'outcome', outcome: 'safety_plan', closedBecause: 'They have what they need.', by: 'Sam' }
    ])
    expect((await person.sees()).at(-1)).toContain('This chat is closed now.')
    expect(await person.sees()).not.toContain('Went through a plan.')
  })

  test.each([
    ['without an outcome', { written: 'a long afternoon' }, 'Not done. Choose an outcome.'],
    ['with an outcome that is none', { written: 'a long afternoon', outcome: 'won' }, 'Nothing was changed.'],
    [
      'with a service that is none',
      { written: 'a long afternoon', outcome: 'test', 'service:nowhere': 'risk' },
      'Nothing was changed.'
    ],
    ['with a book', { written: 'long '.repeat(500), outcome: 'test' }, 'longer than 2000 characters']
  ])('%s closes nothing: the worker reads why, and their words stay', async (_how, fields, why) => {
    const person = await withSam()
    const refused = await send(sam, person, 'close', fields as Record<string, string>)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain(why)
    expect(refused.body).toContain(`${fields.written.trim()}</textarea>`)
    expect(await statusOf(person)).toBe('open')
    expect(await recordsOf(person)).toEqual([])
  })

  test('is for the worker who has it', async () => {
    const person = await withSam()
    const refused = await send(kim, person, 'close', { outcome: 'advice_given' })
    expect(refused.body).toContain('Taken by Sam')
    expect(await statusOf(person)).toBe('open')
    expect(await recordsOf(person)).toEqual([])
  })

  test('twice is once', async () => {
    const person = await withSam()
    const form = { outcome: 'advice_given', once: randomUUID() }
    await send(sam, person, 'close', form)
    expect((await send(sam, person, 'close', form)).statusCode).toBe(303)
    expect(await recordsOf(person)).toHaveLength(1)
  })
})

describe('while they talk', () => {
  test('what came of a service is in the summary at once, and can be said anew', async () => {
    const person = await withSam()
    const say = (was: string, now: string) =>
      send(sam, person, 'offered', { [`was:${ADVICE}`]: was, [`service:${ADVICE}`]: now })
    expect((await say('notSpokenOf', 'personDeclined')).headers.location).toBe(`/c/${person.reference}#recorded`)
    const decided = async () =>
      (await summaryOf(person)).needs.matches.find((match: { service: string }) => match.service === ADVICE).decision
    expect(await decided()).toMatchObject({ accepted: false, reason: 'personDeclined', by: 'Sam' })
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body).toContain('Declined (Sam). The person did not want it.')
    expect(body).toMatch(/<option selected value="personDeclined">|<option value="personDeclined" selected>/)
    await say('personDeclined', 'accepted')
    expect(await decided()).toMatchObject({ accepted: true, reason: null })
    await say('accepted', 'notSpokenOf')
    expect(await decided()).toBeNull()
  })

  test('what stood there before is not signed by somebody else', async () => {
    const person = await withSam()
    const same = await send(sam, person, 'offered', {
      [`was:${ADVICE}`]: 'accepted',
      [`service:${ADVICE}`]: 'accepted'
    })
    expect(same.body).toContain('Nothing was changed. Choose what came of a service first.')
    expect(await recordsOf(person)).toEqual([])
  })

  test('each kind of action can be recorded, and stands in the summary and in the list with who did it', async () => {
    const person = await withSam()
    for (const [action, text] of [
      ['done', 'Talked through a plan'],
      ['safeguarding', 'Rang the <lead>'],
      ['shared', 'Children services'],
      ['withdrawn', 'They said so'],
      ['calledBack', 'Rang the switchboard']
    ] as const) {
      await send(sam, person, 'action', { kind: action, written: text })
    }
    await send(sam, person, 'action', { kind: 'withoutConsent', written: 'A child is at risk', approvedBy: 'Ada' })
    expect(await summaryOf(person)).toMatchObject({
      childrenAndOthers: { safeguarding: { action: 'Rang the <lead>', by: 'Sam' } },
      consent: {
        sharedWith: ['Children services'],
        withdrawnAt: expect.stringMatching(/^\d{4}-/),
        withoutConsent: { reason: 'A child is at risk', approvedBy: 'Ada' }
      },
      workerActions: { acceptedBy: 'Sam', actions: ['Talked through a plan', 'They said so', 'Rang the switchboard'] }
    })
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body).toContain('Safeguarding action: Rang the &lt;lead>')
    expect(body).toMatch(/Sam, (?:\d+ \w+, )?\d\d:\d\d/)
    expect((await person.sees()).join()).not.toMatch(/plan|lead|Children|risk/)
  })

  test.each([
    ['without words', { kind: 'safeguarding', written: ' ' }, 'Not saved. Write what was done.'],
    ['of no kind', { kind: 'kindness', written: 'a quiet word' }, 'Nothing was changed.'],
    [
      'shared without agreement and without approval',
      { kind: 'withoutConsent', written: 'a quiet word', approvedBy: ' ' },
      'Not saved. Write who approved it.'
    ]
  ])('an action %s is not kept', async (_how, fields, why) => {
    const person = await withSam()
    const refused = await send(sam, person, 'action', fields as Record<string, string>)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain(why)
    expect(await recordsOf(person)).toEqual([])
  })

  test('nobody else can write anything down, and nobody before it was taken', async () => {
    const person = await Person.asks(desk.product)
    expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('name="kind"')
    const early = await send(sam, person, 'action', { kind: 'done', written: 'too early' })
    expect(early.body).toContain('This conversation is not yours now.')
    await sam.post(`/c/${person.reference}/take`)
    expect((await send(kim, person, 'action', { kind: 'done', written: 'from Kim' })).body).toContain('Taken by Sam')
    expect(await recordsOf(person)).toEqual([])
  })

  test('it lies sealed, and its act alone is on record', async () => {
    const person = await withSam()
    await send(sam, person, 'action', { kind: 'done', written: 'the blue door' })
    const { db } = desk.product.connection
    const audit = await db.selectFrom('audit').selectAll().where('conversation_id', '=', person.id).execute()
    expect(audit.map(row => row.action)).toContain('record')
    expect(JSON.stringify(audit)).not.toContain('the blue door')
    const stored = await db.selectFrom('answer').selectAll().where('conversation_id', '=', person.id).execute()
    const [row] = stored.filter(({ kind }) => kind === 'record')
    expect(row?.body.toString('latin1')).not.toContain('the blue door')
  })
})

describe('after they left by exit', () => {
  test('the worker who had them can still say what came of it, and no word goes anywhere', async () => {
    const person = await withSam()
    await person.does({ type: 'leave' })
    const before = await person.sees()
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body).toContain(`action="/c/${person.reference}/outcome"`)
    expect(body).not.toContain(`action="/c/${person.reference}/close"`)
    const saved = await send(sam, person, 'outcome', { outcome: 'left_before_help', written: 'They had to go.' })
    expect(saved.headers.location).toBe('/')
    expect(await summaryOf(person)).toMatchObject({
      safeContact: { mayContact: false },
      workerActions: { acceptedBy: 'Sam', outcome: 'left_before_help', actions: ['They had to go.'] }
    })
    expect(await person.sees()).toEqual(before)
    expect(await statusOf(person)).toBe('left')
    const { db } = desk.product.connection
    expect(await db.selectFrom('outbox').selectAll().where('conversation_id', '=', person.id).execute()).toEqual([])
  })

  test('a close that came too late is told so, and its words are there to be saved', async () => {
    const person = await withSam()
    await person.does({ type: 'leave' })
    const late = await send(sam, person, 'close', { outcome: 'advice_given', written: 'Went through a plan.' })
    expect(late.body).toContain('Not closed. They have left. You can still write down what came of it.')
    expect(late.body).toContain('Went through a plan.</textarea>')
    expect(await recordsOf(person)).toEqual([])
  })

  test('nobody else can', async () => {
    const person = await withSam()
    await person.does({ type: 'leave' })
    expect((await send(kim, person, 'outcome', { outcome: 'test' })).body).toContain('Taken by Sam')
    expect(await recordsOf(person)).toEqual([])
  })
})
