import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../opening.ts'
import { SAFE } from '../with-words.ts'
import { Door, type Somebody } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await Door.open()
})
afterAll(() => door.product.close())

describe('an hour in which nobody touches the page', () => {
  test('closes it to everybody without the word, even while a worker is waited for', async () => {
    const person = await door.withWords()
    await door.anHourPasses()
    expect(await door.conversations.find(person.access)).toBeNull()
    const { came, opens } = await door.say(person, 'blue LAMP')
    expect(came).toBe('open')
    expect(opens).toBe(person.id)
  })

  test('closes nothing for somebody who waits and has no word to come back with', async () => {
    const person = await door.somebody({ type: 'skip', question: 'safeWord' })
    await door.anHourPasses()
    expect(await door.conversations.find(person.access)).toBe(person.id)
  })

  test('begins anew with every look at the page', async () => {
    const person = await door.withWords()
    const { db } = door.product.connection
    await db
      .updateTable('conversation')
      .set({ seen_at: new Date(0), updated_at: new Date(0) })
      .execute()
    await door.conversations.seen(person.id)
    await db
      .updateTable('timer')
      .set({ due_at: new Date(0) })
      .where('conversation_id', '=', person.id)
      .execute()
    await door.runTimers(new Date())
    expect(await door.conversations.find(person.access)).toBe(person.id)
  })

  test('closes it again after they have come back', async () => {
    const person = await door.withWords()
    await door.anHourPasses()
    const { opens } = await door.say(person, SAFE)
    expect(opens).toBe(person.id)
    await door.anHourPasses()
    const { rows } = await door.product.connection.pool.query('select access_hash from conversation where id = $1', [
      person.id
    ])
    expect(rows[0].access_hash).toBeNull()
  })
})

describe('silence on the page', () => {
  const quiet = ({ id }: Somebody) => door.conversations.goQuiet(id, randomUUID())

  test('is never heard while somebody waits for a worker', async () => {
    const person = await door.withWords()
    expect(await quiet(person)).toBe('stays')
    expect(await door.conversations.find(person.access)).toBe(person.id)
  })

  test('ends a conversation that no word leads back to', async () => {
    const access = randomBytes(32)
    const id = await door.conversations.begin({ channel: 'web', locale: 'en', access, peer: null })
    await door.send(id, answer('channelOk', 'yes'))
    expect(await door.conversations.goQuiet(id, randomUUID())).toBe('leave')
  })

  test('closes the page where nobody is waited for, and the word opens it', async () => {
    const person = await door.withWords()
    await door.product.connection.db
      .updateTable('conversation')
      .set({ owner: 'assistant' })
      .where('id', '=', person.id)
      .execute()
    expect(await quiet(person)).toBe('quiet')
    expect(await door.conversations.find(person.access)).toBeNull()
    expect(await door.say(person, SAFE)).toEqual({ came: 'open', opens: person.id })
  })

  test('closes it to whoever has come back and never said that it is safe', async () => {
    const person = await door.withWords()
    await door.say(person, SAFE)
    expect(await quiet(person)).toBe('quiet')
  })
})

const QUESTION = { kind: 'ask', question: 'channelOk' }

describe('whoever comes back with the right word', () => {
  const back = async () => {
    const person = await door.withWords()
    await door.send(person.id, { type: 'typed', text: 'my own words' })
    await door.anHourPasses()
    await door.say(person, SAFE)
    return person
  }

  test('is asked first whether it is safe, and nothing else is there', async () => {
    const { id } = await back()
    expect(await door.view(id)).toMatchObject({
      place: { kind: 'question', question: 'channelOk', canSkip: false, returning: true },
      short: true,
      messages: [QUESTION],
      changeable: [],
      help: [],
      worker: null,
      handoverAsked: false
    })
  })

  test('goes on where they were when it is', async () => {
    const { id } = await back()
    await door.send(id, answer('channelOk', 'yes'))
    const { place, messages, short } = await door.view(id)
    expect(place.kind).toBe('waiting')
    expect(short).toBe(false)
    expect(messages.map(({ text }) => text)).toContain('my own words')
  })

  test('goes on in short mode when they are not sure', async () => {
    const { id } = await back()
    await door.send(id, answer('channelOk', 'unsure'))
    expect(await door.view(id)).toMatchObject({ short: true, place: { kind: 'waiting' } })
  })

  test('has left when it is not', async () => {
    const { id, returnBy } = await back()
    expect(await door.send(id, answer('channelOk', 'no'))).toEqual({ kind: 'done', left: true })
    expect((await door.reading(id)).conversation.status).toBe('left')
    expect(await door.say({ returnBy }, SAFE)).toEqual({ came: 'noMatch', opens: null })
  })

  test('gets urgent help from there, and still not a word of what was said', async () => {
    const { id } = await back()
    await door.send(id, { type: 'emergency' })
    const asked = { kind: 'question', question: 'channelOk', returning: true }
    expect(await door.view(id)).toMatchObject({ place: asked, messages: [QUESTION, { kind: 'card' }] })
    await door.send(id, { type: 'goOn' })
    expect(await door.view(id)).toMatchObject({ place: asked, messages: [QUESTION, { kind: 'card' }] })
  })

  test('does not see what they write there, and is asked again', async () => {
    const { id } = await back()
    await door.send(id, { type: 'typed', text: 'they may look at this', question: 'channelOk' })
    const { messages } = await door.view(id)
    expect(messages.every(({ from }) => from === 'assistant')).toBe(true)
    expect(messages.at(-1)).toMatchObject({ kind: 'ask', question: 'channelOk' })
  })

  test('is shown nothing by a worker who joins before they have said that it is safe', async () => {
    const { id } = await back()
    const sam = { id: randomUUID(), name: 'Sam' }
    await door.conversations.join(id, sam, randomUUID())
    expect(await door.conversations.speak({ conversation: id, messageId: '1', worker: sam, text: 'hello' })).toBe(
      'done'
    )
    expect(await door.view(id)).toMatchObject({ place: { question: 'channelOk' }, messages: [QUESTION], worker: null })
    await door.send(id, answer('channelOk', 'yes'))
    const { place, messages } = await door.view(id)
    expect(place.kind).toBe('worker')
    expect(messages.at(-2)?.text).toBe('hello')
  })

  test('has it open on one page: what opened it before opens it no more', async () => {
    const person = await door.withWords()
    const { opens } = await door.say(person, SAFE)
    expect(opens).toBe(person.id)
    expect(await door.conversations.find(person.access)).toBeNull()
  })

  test('tapped twice, is back once', async () => {
    const person = await door.withWords()
    const access = randomBytes(32)
    const coming = { returnBy: person.returnBy, word: SAFE, access, messageId: randomUUID() }
    const both = await Promise.all([door.conversations.comeBack(coming), door.conversations.comeBack(coming)])
    expect(both).toEqual(['open', 'open'])
    expect(await door.conversations.find(access)).toBe(person.id)
  })
})

test('of two conversations of one browser the newest with a word is come back to', async () => {
  const first = await door.withWords()
  const access = randomBytes(32)
  const begun = { channel: 'web', locale: 'en', access, peer: null, returnBy: first.returnBy } as const
  await door.conversations.begin(begun)
  expect((await door.say(first, SAFE)).opens).toBe(first.id)
})
