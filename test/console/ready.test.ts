import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { READY } from '../../src/console/ready-answers.tsx'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { freeHands } from './free-hands.ts'
import { Texter } from './texter.ts'

let desk: TestDesk
let sam: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk({}, { draftLanguages: 'all' })
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterEach(() => freeHands(desk.product))
afterAll(() => desk.close())

const press = (by: Worker, reference: string, answer: string, once: string = randomUUID()) =>
  by.post(`/c/${reference}/ready`, { answer, once })

async function withSam(): Promise<Person> {
  const person = await Person.asks(desk.product)
  await sam.post(`/c/${person.reference}/take`)
  return person
}

test('a worker finds the sentences they say most, with their own name, and without script one press sends one', async () => {
  const person = await withSam()
  const { body } = await sam.get(`/c/${person.reference}`)
  expect(body).toContain('My name is Sam.')
  for (const key of READY) expect(body).toContain(`name="answer" value="${key}"`)
  const sent = await press(sam, person.reference, 'hello')
  expect(sent.headers.location).toBe(`/c/${person.reference}#text`)
  expect((await person.sees()).at(-1)).toBe('Hello. My name is Sam. I am a person, and you are writing with me now.')
})

test('somebody who reads Polish is sent Polish; the worker reads what it says in English', async () => {
  const { conversations } = desk.product
  const id = await conversations.begin({ channel: 'web', locale: 'pl', access: randomBytes(32), peer: null })
  await conversations.receive({ conversation: id, messageId: randomUUID(), event: { type: 'person' } })
  const reference = (await conversations.read(id))?.conversation.reference ?? ''
  await sam.post(`/c/${reference}/take`)
  const { body } = await sam.get(`/c/${reference}`)
  expect(body).toContain('<span class="gloss">It is not your fault.</span>')
  expect(body).toContain('<span class="theirs" lang="pl" dir="ltr">To nie jest Twoja wina.</span>')
  await press(sam, reference, 'notYourFault')
  expect((await conversations.read(id))?.messages.at(-1)).toMatchObject({
    from: 'worker',
    by: 'Sam',
    locale: 'pl',
    text: 'To nie jest Twoja wina.'
  })
})

test('by text it says how to stop by text, and goes the way of every text', async () => {
  const texter = await Texter.waits(desk.product)
  await sam.post(`/c/${texter.reference}/take`)
  await press(sam, texter.reference, 'mayLeave')
  expect((await desk.product.conversations.read(texter.id))?.messages.at(-1)?.text).toBe(
    'You can stop at any time. Text X and we go quiet.'
  )
})

test('pressed twice it is said once', async () => {
  const person = await withSam()
  const once = randomUUID()
  await press(sam, person.reference, 'stillHere', once)
  await press(sam, person.reference, 'stillHere', once)
  expect((await person.sees()).filter(text => text === 'I am still here.')).toHaveLength(1)
})

test('nothing of it goes once they have left, from another worker, or where it is no sentence of ours', async () => {
  const person = await withSam()
  const before = await person.sees()
  expect((await press(sam, person.reference, 'whatever')).body).toContain('Nothing was changed.')
  expect((await press(kim, person.reference, 'hello')).body).toContain('Taken by Sam')
  expect(await person.sees()).toEqual(before)
  await person.does({ type: 'leave' })
  expect((await sam.get(`/c/${person.reference}`)).body).not.toContain('name="answer"')
  expect((await press(sam, person.reference, 'hello')).body).toContain('They have left')
  expect(await person.sees()).toEqual(before)
})
