import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

const begin = () => product.conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })

const send = (conversation: string, event: PersonEvent, messageId: string = randomUUID()) =>
  product.conversations.receive({ conversation, messageId, event })

const view = async (conversation: string) => {
  const found = await product.conversations.view(conversation)
  if (!found) throw new Error('the conversation is gone')
  return found
}

const answer = (question: Extract<PersonEvent, { type: 'answer' }>['question'], value: string): PersonEvent => ({
  type: 'answer',
  question,
  value
})

describe('one message, one turn', () => {
  test('an answer brings the next question, and both are kept in order', async () => {
    const id = await begin()
    expect(await send(id, answer('channelOk', 'yes'))).toEqual({ kind: 'done', left: false })
    const { place, messages } = await view(id)
    expect(place).toMatchObject({ kind: 'question', question: 'dangerNow' })
    expect(messages.map(({ from, kind, text }) => [from, kind, text])).toEqual([
      ['assistant', 'ask', 'Is it OK to message right now?'],
      ['person', 'answer', 'Yes'],
      ['assistant', 'ask', 'Is anyone in danger right now?']
    ])
  })

  test('a double tap is answered once', async () => {
    const id = await begin()
    const twice = await Promise.all([
      send(id, answer('channelOk', 'yes'), 'same'),
      send(id, answer('channelOk', 'yes'), 'same')
    ])
    expect(twice.map(received => received.kind).sort()).toEqual(['done', 'duplicate'])
    expect((await view(id)).messages).toHaveLength(3)
  })

  test('many messages at once are taken one after another', async () => {
    const id = await begin()
    await send(id, answer('channelOk', 'yes'))
    const texts = Array.from({ length: 20 }, (_, index) => `words ${index}`)
    await Promise.all(texts.map(text => send(id, { type: 'typed', text })))
    const { messages } = await view(id)
    expect(messages.map(message => message.seq)).toEqual(messages.map((_, index) => index + 1))
    expect(messages.filter(message => message.from === 'person').map(message => message.text)).toEqual(
      expect.arrayContaining(texts)
    )
  })

  test('leaving ends the access at once, and nothing is said any more', async () => {
    const access = randomBytes(32)
    const id = await product.conversations.begin({ channel: 'web', locale: 'en', access, peer: null })
    expect(await send(id, { type: 'leave' })).toEqual({ kind: 'done', left: true })
    expect(await product.conversations.find(access)).toBeNull()
    expect((await product.conversations.read(id))?.conversation.status).toBe('left')
    const before = (await view(id)).messages.length
    await send(id, answer('channelOk', 'yes'))
    await product.conversations.speak({
      conversation: id,
      messageId: 'm',
      worker: { id: randomUUID(), name: 'Sam' },
      text: 'hello'
    })
    expect((await view(id)).messages).toHaveLength(before)
  })

  test('saying that it is not OK to message first says what happens, then ends in silence, and the worker can see it', async () => {
    const id = await begin()
    expect(await send(id, answer('channelOk', 'no'))).toEqual({ kind: 'done', left: false })
    expect((await view(id)).place).toEqual({ kind: 'pause', message: 'beforeYouGo' })
    expect(await send(id, { type: 'goOn' })).toEqual({ kind: 'done', left: true })
    const reading = await product.conversations.read(id)
    expect(reading?.messages.filter(({ from }) => from === 'person')).toMatchObject([{ text: 'No' }])
    expect(reading?.answers).toMatchObject([{ question: 'channelOk', value: 'no' }])
  })

  test('own words at a choice are kept, and the question is put again', async () => {
    const id = await begin()
    await send(id, answer('channelOk', 'yes'))
    await send(id, { type: 'typed', text: 'he is not here today' })
    const { place, messages } = await view(id)
    expect(place).toMatchObject({ question: 'dangerNow' })
    expect(messages.slice(-3).map(message => message.kind)).toEqual(['said', 'note', 'ask'])
    const reading = await product.conversations.read(id)
    expect(reading?.answers.at(-1)).toMatchObject({ question: 'dangerNow', value: null, confirmed: false })
  })
})

describe('one speaker', () => {
  const sam = { id: randomUUID(), name: 'Sam' }
  const ali = { id: randomUUID(), name: 'Ali' }

  test('of two workers who take a conversation at once, one has it', async () => {
    const id = await begin()
    await send(id, { type: 'person' })
    const outcomes = await Promise.all([
      product.conversations.join(id, sam, randomUUID()),
      product.conversations.join(id, ali, randomUUID())
    ])
    expect(outcomes.sort()).toEqual(['done', 'taken'])
  })

  test('once a worker has joined the assistant says nothing, whatever the person does', async () => {
    const id = await begin()
    await send(id, { type: 'person' })
    await product.conversations.join(id, sam, randomUUID())
    const before = (await view(id)).lastSeq
    await send(id, answer('channelOk', 'yes'))
    await send(id, { type: 'typed', text: 'thank you' })
    await send(id, { type: 'back' })
    await product.conversations.speak({ conversation: id, messageId: 'hello', worker: sam, text: 'I am here.' })
    const after = (await view(id)).messages.filter(message => message.seq > before)
    expect(after.map(message => message.from)).toEqual(['person', 'person', 'worker'])
    expect(await product.conversations.speak({ conversation: id, messageId: 'x', worker: ali, text: 'me too' })).toBe(
      'notYours'
    )
  })

  test('a worker who joins while the person is changing an early answer still sees all that was said', async () => {
    const id = await begin()
    for (const [question, value] of [
      ['channelOk', 'yes'],
      ['dangerNow', 'unsure'],
      ['audience', 'survivor'],
      ['personNear', 'soon']
    ] as const) {
      await send(id, answer(question, value))
    }
    await send(id, { type: 'person' })
    await send(id, { type: 'goOn' })
    await send(id, { type: 'change', question: 'dangerNow' })
    await product.conversations.join(id, sam, randomUUID())
    const reading = await product.conversations.read(id)
    if (!reading) throw new Error('the conversation is gone')
    expect(product.conversations.facts(reading).answers).toMatchObject({ audience: 'survivor', personNear: 'soon' })
  })

  test('what is said about people being there is true', async () => {
    product.availability = { onDuty: false, open: true, opensAt: null }
    const id = await begin()
    await send(id, { type: 'person' })
    expect((await view(id)).messages.at(-1)).toMatchObject({ key: 'nobodyOnDuty' })
    product.availability = { onDuty: true, open: true, opensAt: null }
    const other = await begin()
    await send(other, { type: 'person' })
    expect((await view(other)).messages.at(-1)).toMatchObject({ key: 'waiting' })
  })
})
