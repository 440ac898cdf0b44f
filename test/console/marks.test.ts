// What was read in somebody's words, as a worker meets it: in the banner, in the queue, and in the box that is locked.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { deskRules } from '../../src/azure.ts'
import { answer, opening } from '../opening.ts'
import { agreed } from './agreed.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { freeHands } from './free-hands.ts'
import { Texter } from './texter.ts'

vi.mock(import('../../src/reading/read.ts'), async original => {
  const { readAs } = await import('./read-as.ts')
  const whole = await original()
  return { ...whole, read: readAs(whole.read) }
})

let desk: TestDesk
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
})
afterEach(() => freeHands(desk.product))
afterAll(() => desk.close())

interface Somebody {
  readonly reference: string
}
const pageOf = async ({ reference }: Somebody) => (await sam.get(`/c/${reference}`)).body
const bannerOf = async (person: Somebody) =>
  (/<div id="banner".*?<\/section>/s.exec(await pageOf(person))?.[0] ?? '').replace(/<[^>]+>/g, '\n')
const take = ({ reference }: Somebody) => sam.post(`/c/${reference}/take`)
const write = ({ reference }: Somebody, text: string) => sam.post(`/c/${reference}/say`, { text })
const card = async ({ reference }: Somebody) => {
  const found = [...(await sam.get('/')).body.matchAll(/<li.*?<\/li>/gs)].find(([item]) => item.includes(reference))
  return found?.[0] ?? ''
}
/** The field a worker writes in, with its button. */
const boxOf = async (person: Somebody) => /<form[^>]*\/say".*?<\/form>/s.exec(await pageOf(person))?.[0] ?? ''
const survivor = () =>
  Person.asks(desk.product, [...opening(), answer('wantsNow', 'questions'), answer('wants', 'talk')])

describe('they text that somebody is near', () => {
  const LOCKED = 'Locked: they wrote that somebody is near. Nothing goes to their phone until they write again.'
  const near = async () => {
    const person = await Texter.waits(desk.product)
    await take(person)
    await person.send()
    await person.texts('hes back')
    return person
  }

  test('a worker reads it first, and that their box is locked', async () => {
    const person = await near()
    expect(await bannerOf(person)).toContain(
      'They wrote that somebody is near. Do not make their phone ring: your box is locked until they text.'
    )
    expect(await bannerOf(person)).toContain('No text goes to them now. When they write again, you can.')
    const box = await boxOf(person)
    expect(box).toContain(LOCKED)
    expect(box).toMatch(/<textarea[^>]* disabled/)
    expect(box).toMatch(/<button[^>]* disabled/)
  })

  test('what a worker sends all the same stays with them: here, as a ready answer, and from Azure in the same words', async () => {
    const person = await near()
    const before = person.phone.texts.length
    const why = 'Not sent. They wrote that somebody is near. Nothing goes to their phone until they write again.'
    const refused = await write(person, 'Are you OK?')
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain(why)
    expect(refused.body).toContain('Are you OK?</textarea>')
    expect((await sam.post(`/c/${person.reference}/ready`, { answer: 'stillHere' })).body).toContain(why)
    const { owner } = (await person.reading()).conversation
    if (owner.kind !== 'worker') throw new Error('nobody has them')
    const said = { conversation: person.id, messageId: randomUUID(), worker: owner, text: 'Are you OK?' }
    expect(await desk.product.conversations.speak(said)).toBe('near')
    expect(deskRules(desk.product).whyNot('near')).toBe(why)
    await person.send()
    expect(person.phone.texts).toHaveLength(before)
  })

  test('their next text unlocks it, and the worker still reads that somebody was near', async () => {
    const person = await near()
    await person.texts('he went out again')
    expect(await boxOf(person)).not.toContain(LOCKED)
    expect(await boxOf(person)).not.toMatch(/disabled/)
    expect(await bannerOf(person)).toContain('They wrote before that somebody was near. They have done something again')
    expect((await write(person, 'I am here.')).statusCode).toBe(303)
    await person.send()
    expect(person.phone.texts.at(-1)?.text).toBe('I am here.')
  })

  test('whoever looks at the queue reads it there, in one line, until they write again', async () => {
    const person = await Texter.writes(desk.product, 'hi', '1', 'hes back')
    expect(await card(person)).toContain('Do not make their phone ring')
    expect((await card(person)).match(/class="mark"/g)).toHaveLength(1)
    await person.texts('P')
    expect(await card(person)).not.toContain('Do not make their phone ring')
  })
})

test('on a page that is paused because somebody is near, a worker reads so, and may write: it waits for them', async () => {
  const person = await survivor()
  await take(person)
  await person.does({ type: 'typed', text: 'hes back' })
  expect(await bannerOf(person)).toContain(
    'Their page is paused and shows nothing. You can write: your words wait until they go on.'
  )
  expect(await boxOf(person)).not.toMatch(/disabled/)
  expect((await write(person, 'Take your time.')).statusCode).toBe(303)
  expect(await person.sees()).toEqual([])
  await person.does({ type: 'goOn' })
  expect(await person.sees()).toContain('Take your time.')
})

describe('somebody else has the phone, or the page', () => {
  test('nobody is offered what was agreed about contact any more, and a worker reads why', async () => {
    const person = await agreed(desk.product, { times: ['anyTime'] })
    expect((await sam.get('/call-backs')).body).toContain('You may contact them by Call')
    await person.does({ type: 'typed', text: 'wrong number' })
    const { body } = await sam.get('/call-backs')
    expect(body).not.toContain('You may contact them by Call')
    expect(body).not.toContain(`action="/c/${person.reference}/call-back"`)
    expect((await sam.post(`/c/${person.reference}/call-back`)).statusCode).not.toBe(303)
    expect(await bannerOf(person)).toContain('Nothing that was agreed about contact holds any more.')
  })

  test('a worker reads that somebody wants to know what was said', async () => {
    const person = await survivor()
    await person.does({ type: 'typed', text: 'what did she tell you' })
    expect(await bannerOf(person)).toContain('Somebody wants to know what was said here. Say nothing about any person.')
    expect(await card(person)).toContain('Somebody else may have the phone')
  })

  test('a worker reads that somebody who helps them writes', async () => {
    const person = await Texter.writes(desk.product, 'hi', '1', 'im her sister on her phone hes hitting her')
    expect(await bannerOf(person)).toContain('Somebody who helps them writes on their phone.')
  })
})

describe('words that were not understood', () => {
  const ODD = ['the blue one on the shelf', 'like the other thing']

  test('stand at the top of the page, those since the last that was understood, and in the queue as one line', async () => {
    const person = await Texter.writes(desk.product, 'hi', '1', 'P')
    await person.does({ type: 'goOn' })
    for (const words of ODD) await person.texts(words)
    const banner = await bannerOf(person)
    expect(banner).toContain('Not understood, please read.')
    for (const words of ODD) expect(banner).toContain(words)
    expect(banner).not.toMatch(/\nhi\n/)
    expect(await card(person)).toContain('Not understood, please read.')
  })

  test('stand there no more once they were understood again', async () => {
    const person = await Texter.writes(desk.product, 'hi', '1', 'P')
    await person.does({ type: 'goOn' })
    await person.texts(ODD[0] ?? '')
    expect(await bannerOf(person)).toContain('Not understood')
    await person.does(answer('dangerNow', 'no'))
    expect(await bannerOf(person)).not.toContain('Not understood')
  })

  test('are read on the list of who went without anybody: with the words, on record, and no alarm', async () => {
    const person = await Texter.writes(desk.product, 'hi', '1', ...ODD)
    await person.texts('X')
    const shown = await card(person)
    for (const words of ['Not understood, please read.', ...ODD]) expect(shown).toContain(words)
    const { db } = desk.product.connection
    const record = await db.selectFrom('audit').select('action').where('conversation_id', '=', person.id).execute()
    expect(record).toEqual([{ action: 'left_list' }])
  })
})

describe('what they told and were not asked about yet', () => {
  test('is named, and is named no more once they were asked', async () => {
    const person = await Person.asks(desk.product, [answer('channelOk', 'yes'), answer('dangerNow', 'no')])
    await person.does({ type: 'typed', text: 'he choked me last year' })
    expect(await bannerOf(person)).toContain('Told, not asked yet: hands on the neck.')
    expect(await card(person)).toContain('Wrote something that they have not been asked about yet')
  })

  test('a life at risk is told so, until they answer the question', async () => {
    const person = await survivor()
    await person.does({ type: 'goOn' })
    await person.does({ type: 'typed', text: 'i want to die' })
    expect(await bannerOf(person)).toContain('They wrote that a life is at risk. Told, not asked yet.')
    expect(await card(person)).toContain('They wrote that a life is at risk.')
    await person.does({ type: 'goOn' })
    await person.does(answer('suicide', 'no'))
    expect(await bannerOf(person)).toContain('They were asked since: see their answer.')
  })
})
