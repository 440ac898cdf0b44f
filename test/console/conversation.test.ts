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

const auditOf = async ({ id }: Person) => {
  const { db } = desk.product.connection
  const rows = await db.selectFrom('audit').select('action').where('conversation_id', '=', id).orderBy('id').execute()
  return rows.map(row => row.action)
}

describe('the queue', () => {
  test('lists who waits by reference, with what is urgent in words, and no word they said', async () => {
    const person = await Person.asks(desk.product, [
      answer('channelOk', 'yes'),
      answer('dangerNow', 'yes'),
      { type: 'typed', text: 'the blue door' }
    ])
    const { body } = await sam.get('/')
    expect(body).toContain(person.reference)
    expect(body).toContain('Urgent')
    expect(body).toContain(`Take ${person.reference}`)
    expect(body).not.toContain('the blue door')
  })

  test('keeps away from somebody who has not asked for a person', async () => {
    const { conversations } = desk.product
    const id = await conversations.begin({
      channel: 'web',
      locale: 'en',
      access: Buffer.from(randomUUID()),
      peer: null
    })
    const reference = (await conversations.read(id))?.conversation.reference
    expect((await sam.get('/')).body).not.toContain(reference)
    expect((await sam.get(`/c/${reference}`)).statusCode).toBe(410)
  })
})

describe('taking a conversation', () => {
  test('gives it to one of two who press at the same moment; the other reads whose it is', async () => {
    const person = await Person.asks(desk.product)
    const answers = await Promise.all([sam, kim].map(worker => worker.post(`/c/${person.reference}/take`)))
    expect(answers.map(reply => reply.statusCode).sort()).toEqual([303, 409])
    const loser = answers.find(reply => reply.statusCode === 409)
    expect(loser?.body).toMatch(/Taken by (Sam|Kim)/)
    expect((await person.sees()).filter(text => text.includes('has joined you'))).toHaveLength(1)
  })

  test('closes it to everybody else', async () => {
    const person = await Person.asks(desk.product, [
      answer('channelOk', 'yes'),
      { type: 'typed', text: 'the blue door' }
    ])
    await sam.post(`/c/${person.reference}/take`)
    const refused = await kim.get(`/c/${person.reference}`)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Taken by Sam')
    expect(refused.body).not.toContain('the blue door')
    expect((await kim.get(`/c/${person.reference}/log`)).body).not.toContain('the blue door')
    expect((await kim.get(`/c/${person.reference}/events`)).statusCode).toBe(410)
    const spoken = await kim.post(`/c/${person.reference}/say`, { text: 'hello from Kim' })
    expect(spoken.statusCode).toBe(409)
    expect(await person.sees()).not.toContain('hello from Kim')
  })

  test('stands in the record, and so does every look at a summary', async () => {
    const person = await Person.asks(desk.product)
    await sam.get(`/c/${person.reference}`)
    await sam.post(`/c/${person.reference}/take`)
    await sam.get(`/c/${person.reference}`)
    await sam.post(`/c/${person.reference}/release`)
    expect(await auditOf(person)).toEqual(['summary_open', 'take', 'summary_open', 'release'])
  })
})

describe('the chat', () => {
  const taken = async () => {
    const person = await Person.asks(desk.product)
    await sam.post(`/c/${person.reference}/take`)
    return person
  }

  test('goes both ways, and the assistant is silent', async () => {
    const person = await taken()
    await sam.post(`/c/${person.reference}/say`, { text: 'Hello, I am Sam.' })
    const before = await person.sees()
    expect(before.at(-1)).toBe('Hello, I am Sam.')
    await person.does({ type: 'typed', text: 'hello <b>Sam</b>' })
    expect((await person.sees()).slice(before.length)).toEqual(['hello <b>Sam</b>'])
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body).toContain('hello &lt;b>Sam&lt;/b>')
    expect((await sam.get(`/c/${person.reference}/log`)).body).toContain('hello &lt;b>Sam&lt;/b>')
  })

  test('says a message once, however often its form arrives', async () => {
    const person = await taken()
    const once = randomUUID()
    await sam.post(`/c/${person.reference}/say`, { text: 'only once', once })
    await sam.post(`/c/${person.reference}/say`, { text: 'only once', once })
    expect((await person.sees()).filter(text => text === 'only once')).toHaveLength(1)
  })

  test('keeps the words that did not go, and says why', async () => {
    const person = await taken()
    const empty = await sam.post(`/c/${person.reference}/say`, { text: ' ' })
    expect(empty.body).toContain('There is nothing in it yet.')
    const long = await sam.post(`/c/${person.reference}/say`, { text: `${'long '.repeat(500)}end` })
    expect(long.statusCode).toBe(409)
    expect(long.body).toContain('long end</textarea>')
    expect(long.body).toContain('Send it in parts.')
    await sam.post(`/c/${person.reference}/release`)
    const late = await sam.post(`/c/${person.reference}/say`, { text: 'are you <there>' })
    expect(late.body).toContain('not yours now')
    expect(late.body).toContain('are you &lt;there></textarea>')
    expect(await person.sees()).not.toContain('are you <there>')
  })

  test('ends for both when the worker closes it', async () => {
    const person = await taken()
    await sam.post(`/c/${person.reference}/close`, { outcome: 'advice_given' })
    expect((await sam.get(`/c/${person.reference}`)).statusCode).toBe(410)
    expect((await person.sees()).at(-1)).toContain('This chat is closed now.')
    expect((await sam.get('/')).body).not.toContain(person.reference)
  })
})

describe('when the person leaves', () => {
  test('the worker reads so, and nothing more can be sent', async () => {
    const person = await Person.asks(desk.product)
    await sam.post(`/c/${person.reference}/take`)
    expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('Left by quick exit')
    await person.does({ type: 'leave' })
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body).toMatch(/Left by quick exit at (?:\d+ \w+, )?\d\d:\d\d\. Do not contact\./)
    expect(body).not.toContain('name="text"')
    const before = await person.sees()
    const refused = await sam.post(`/c/${person.reference}/say`, { text: 'come back' })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('They have left')
    expect(refused.body).toContain('come back</textarea>')
    expect(await person.sees()).toEqual(before)
  })

  test('they leave the waiting list and stay in sight among those who left', async () => {
    const person = await Person.asks(desk.product)
    await person.does({ type: 'leave' })
    const { body } = await sam.get('/')
    expect(body).toContain(`Open ${person.reference}`)
    expect(body).not.toContain(`Take ${person.reference}`)
    await sam.post(`/c/${person.reference}/take`)
    expect((await desk.product.conversations.read(person.id))?.conversation.owner.kind).toBe('queue')
  })
})

describe('a worker whose page is closed', () => {
  const silence = (name: string) =>
    desk.product.connection.db
      .updateTable('staff_session')
      .set({ last_seen_at: new Date(Date.now() - 10 * 60_000) })
      .where('staff_id', 'in', eb => eb.selectFrom('staff').select('id').where('name', '=', name))
      .execute()

  test('does not keep a person waiting: a colleague brings them back to the queue', async () => {
    const person = await Person.asks(desk.product)
    const lee = await desk.signIn('Lee')
    await lee.post(`/c/${person.reference}/take`)
    await sam.post(`/c/${person.reference}/bring-back`)
    expect((await desk.product.conversations.read(person.id))?.conversation.owner).toMatchObject({ name: 'Lee' })
    expect((await sam.get('/')).body).not.toContain(`Bring ${person.reference} back`)
    await silence('Lee')
    expect((await sam.get('/')).body).toContain(`Bring ${person.reference} back`)
    await sam.post(`/c/${person.reference}/bring-back`)
    expect((await desk.product.conversations.read(person.id))?.conversation.owner.kind).toBe('queue')
    expect(await auditOf(person)).toContain('bring_back')
  })
})

describe('the summary on the page', () => {
  test('says not to contact unless a safe way was given, and keeps not asked and skipped apart', async () => {
    const person = await Person.asks(desk.product, [
      answer('channelOk', 'yes'),
      { type: 'skip', question: 'dangerNow' },
      answer('audience', 'survivor')
    ])
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body.indexOf('Do not contact.')).toBeLessThan(body.indexOf('Ten seconds'))
    expect(body).toContain('skipped')
    expect(body).toContain('Not asked:')
    expect(body).toContain('Is anyone in danger right now?')
    expect(body).toContain('said by themselves')
  })

  test('has no trace of what the person keeps from the worker', async () => {
    const person = await Person.asks(desk.product, [
      answer('channelOk', 'yes'),
      { type: 'answer', question: 'dangerNow', value: 'no', words: 'the blue door' }
    ])
    expect((await sam.get(`/c/${person.reference}`)).body).toContain('the blue door')
    await person.does({ type: 'withhold', question: 'dangerNow', withheld: true })
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body).not.toContain('the blue door')
    expect(body).not.toContain('Is anyone in danger right now?')
    expect((await sam.get(`/c/${person.reference}/log`)).body).not.toContain('the blue door')
  })

  test('says that something is kept back once the person agrees, until they do not; their yes lies sealed', async () => {
    const person = await Person.asks(desk.product, [
      answer('channelOk', 'yes'),
      { type: 'withhold', question: 'channelOk', withheld: true }
    ])
    const page = async () => (await sam.get(`/c/${person.reference}`)).body
    const data = async () => (await sam.get(`/c/${person.reference}/summary.json`)).json()
    expect(await page()).not.toContain('kept something back')
    await person.does({ type: 'mayKnow', mayKnow: true })
    expect(await page()).toContain('They kept something back, and agreed that you know it.')
    expect((await data()).consent.keptBack).toBe(true)
    await person.does({ type: 'mayKnow', mayKnow: false })
    expect(await page()).not.toContain('kept something back')
    expect((await data()).consent.keptBack).toBe(false)
    const { db } = desk.product.connection
    const rows = await db.selectFrom('answer').selectAll().where('conversation_id', '=', person.id).execute()
    expect(rows.filter(({ kind }) => kind === 'withheld')).toHaveLength(3)
    expect(rows.map(({ body }) => body.toString('latin1')).join()).not.toContain('mayKnow')
  })
})
