// What is said in a conversation and how it comes to a worker in Azure, and back.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { QUESTIONS } from '../../src/questions/catalogue.ts'
import { openScene, type Scene, Talk } from './bridge.ts'
import { saying, upTo, wordsIn } from './words-in.ts'

let scene: Scene
afterEach(() => scene.close())

const theThread = () => {
  const [thread] = [...scene.azure.memory.threads.values()]
  if (!thread) throw new Error('there is no thread')
  return thread
}
const posts = () => scene.azure.memory.posts(theThread().id)
const speaks = (id: string, text: string) =>
  scene.product.conversations.speak({ conversation: id, messageId: randomUUID(), worker: scene.anna, text })

describe('a conversation that a worker in Azure has taken', () => {
  it('stands there as a thread of the worker and a visitor without a name', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    const { topic, participants, createdBy } = theThread()
    const reading = await scene.product.conversations.read(talk.id)
    expect(topic).toBe(`Chat ${reading?.conversation.reference}`)
    expect(participants.size).toBe(3)
    expect([...participants.keys()]).toEqual(expect.arrayContaining([createdBy, scene.anna.user]))
    expect([...participants.values()].map(({ displayName }) => displayName).filter(Boolean)).toEqual(['Web visitor'])
  })

  it('begins with how concerned we are, what is safe to do and where to read on', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    const reading = await scene.product.conversations.read(talk.id)
    const [first] = posts()
    expect(first?.content).toContain('Level of concern: ')
    expect(first?.content).toMatch(/Do not contact|No safe way/)
    expect(first?.content).toContain(`https://desk.example.org/c/${reading?.conversation.reference}`)
    expect(first?.metadata).toMatchObject({ from: 'service', lang: 'en' })
  })

  it('gives whoever stands for the person no right but to speak', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await talk.says(saying(1))
    await scene.settle()
    const { scopesOf } = scene.azure.memory
    const visitor = [...theThread().participants].find(([, { displayName }]) => displayName)?.[0] ?? ''
    expect(new Set(scopesOf.get(visitor))).toEqual(new Set(['chat.join.limited']))
    expect(new Set(scopesOf.get(theThread().createdBy))).toEqual(new Set(['chat']))
  })

  it('is mirrored word by word, each under who said it, in plain text', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await talk.says(saying(1))
    await scene.settle()
    await speaks(talk.id, saying(2))
    await scene.settle()
    expect(wordsIn(scene.azure)).toEqual(upTo(2))
    const [from1, from2] = posts().slice(-2)
    expect(from1).toMatchObject({ senderDisplayName: 'Web visitor', metadata: { from: 'person', lang: 'en' } })
    expect(from2).toMatchObject({ senderDisplayName: 'Advice line desk', metadata: { from: 'worker' } })
    expect(posts().every(({ type }) => type === 'text')).toBe(true)
  })

  it('brings what the person writes in short lines as one post', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    const before = posts().length
    for (const n of [1, 2, 3]) await talk.says(saying(n))
    await scene.settle()
    expect(wordsIn(scene.azure)).toEqual(upTo(3))
    expect(posts()).toHaveLength(before + 1)
  })

  it('keeps to what Azure allows, however much is said', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    for (let n = 1; n <= 40; n++) {
      await talk.says(saying(n))
      await scene.settle(2)
    }
    await scene.settle(120)
    expect(wordsIn(scene.azure)).toEqual(upTo(40))
    const sends = scene.azure.memory.asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
    expect(sends).toHaveLength(posts().length)
  })

  it('does not bring what the person keeps from workers', async () => {
    scene = await openScene()
    const { conversations } = scene.product
    const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
    const talk = new Talk(scene.product, id)
    const question = (await talk.messages()).at(-1)?.question ?? 'wants'
    await talk.does({ type: 'answer', question, value: QUESTIONS[question].options[0] ?? '', words: saying(1) })
    await talk.does({ type: 'withhold', question, withheld: true })
    await talk.does({ type: 'person' })
    await conversations.join(id, scene.anna, randomUUID())
    await scene.settle()
    const asked = (await talk.messages()).filter(message => message.question === question)
    expect(asked.map(({ text }) => text).join()).toContain('word-1')
    const everything = scene.azure.memory.asked.map(({ body }) => body).join('\n')
    for (const { text } of asked) expect(everything).not.toContain(JSON.stringify(text).slice(1, -1))
    expect(posts().length).toBeGreaterThan(1)
  })
})

describe('what a worker writes in Azure', () => {
  it('reaches the person once, as theirs, and does not come back to them', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await scene.anna.writes(theThread().id, saying(1))
    await scene.settle()
    await talk.says(saying(2))
    await scene.settle()
    const said = (await talk.messages()).filter(({ from, kind }) => from === 'worker' && kind === 'said')
    expect(said.map(({ text, by }) => [text, by])).toEqual([[saying(1), 'Anna']])
    expect(wordsIn(scene.azure)).toEqual(upTo(2))
  })

  it('keeps its order among what they write quickly', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    for (const n of [1, 2, 3, 4, 5]) await scene.anna.writes(theThread().id, saying(n))
    await scene.settle()
    const said = (await talk.messages()).filter(({ kind, from }) => from === 'worker' && kind === 'said')
    expect(said.map(({ text }) => text)).toEqual([1, 2, 3, 4, 5].map(saying))
    expect(wordsIn(scene.azure)).toEqual(upTo(5))
  })

  it('goes nowhere when somebody else writes it', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    const stranger = scene.azure.memory.newUser()
    const thread = theThread()
    scene.azure.memory.add(thread, { type: 'text', sender: stranger, content: saying(1) })
    await scene.settle()
    expect((await talk.messages()).some(({ text }) => text.includes('word-1'))).toBe(false)
  })

  it.each([
    ['is no plain text', '<b>hello</b>', 'html' as const, 'Only plain text'],
    ['is longer than anybody may send', 'x'.repeat(3_000), 'text' as const, 'longer than 2000'],
    ['is empty', '   ', 'text' as const, 'There is nothing in it']
  ])('is answered with the reason when it %s', async (_what, text, type, reason) => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await scene.anna.writes(theThread().id, text, type)
    await scene.settle(200)
    expect((await talk.messages()).some(({ kind, from }) => from === 'worker' && kind === 'said')).toBe(false)
    expect(posts().filter(({ content }) => content.includes(reason))).toHaveLength(1)
  })

  it('is answered with the reason when the gate refuses it, and is not said later', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna, 'sms')
    await scene.settle()
    await scene.anna.writes(theThread().id, saying(1))
    await scene.settle(200)
    expect((await talk.messages()).some(({ text }) => text === saying(1))).toBe(false)
    expect(posts().filter(({ content }) => content.startsWith('Not sent.'))).toHaveLength(1)
  })

  it('goes nowhere when it was taken back before it was read', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    const id = await scene.anna.writes(theThread().id, saying(1))
    const message = theThread().messages.find(one => one.id === id)
    if (message) Object.assign(message, { content: '', deletedOn: new Date() })
    await scene.settle()
    expect((await talk.messages()).some(({ from, kind }) => from === 'worker' && kind === 'said')).toBe(false)
    expect(posts().some(({ content }) => content.startsWith('Not sent.'))).toBe(false)
  })
})

describe('without the organisation having opted in', () => {
  it('no word of anybody ever reaches Azure, and the worker is told where to write', async () => {
    scene = await openScene({ includesWords: false })
    const talk = await scene.taken(scene.anna)
    await talk.says(saying(1))
    await speaks(talk.id, saying(2))
    await scene.settle()
    await scene.anna.writes(theThread().id, 'a question of mine')
    await scene.settle(60)
    await scene.product.conversations.close(talk.id, scene.anna, randomUUID())
    await scene.settle()
    const said = (await talk.messages()).map(({ text }) => text)
    expect(said.length).toBeGreaterThan(4)
    const everything = scene.azure.memory.asked.map(({ body, path }) => `${path} ${body}`).join('\n')
    for (const text of said) expect(everything).not.toContain(JSON.stringify(text).slice(1, -1))
    expect(everything).toContain('What you write here does not reach the person')
    expect(said).not.toContain('a question of mine')
  })
})

it('a worker who is not in Azure has no thread there, nor has anybody with a name that two have', async () => {
  scene = await openScene()
  await scene.taken(scene.bert)
  await scene.settle()
  expect(scene.azure.memory.asked).toEqual([])
  await scene.product.connection.pool.query(`insert into staff (id, name) values (gen_random_uuid(), 'ANNA')`)
  await scene.taken(scene.anna)
  await scene.settle()
  expect(scene.azure.memory.asked).toEqual([])
})
