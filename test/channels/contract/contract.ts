// What holds on every channel, written once. Each of these is about a person, and none knows which channel it runs on.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Channel, type Person, plain } from './channel.ts'

const worker = { id: randomUUID(), name: 'Sam' }
const other = { id: randomUUID(), name: 'Alex' }
const OWN_WORDS = 'the lamp in the hall is green'

export function contract(name: string, open: (draftLanguages: readonly string[]) => Promise<Channel>): void {
  let channel: Channel
  beforeAll(async () => {
    channel = await open(['pl'])
  })
  afterAll(() => channel.close())

  const reading = async (person: Person) => {
    const found = await channel.product.conversations.read(await person.conversation())
    if (!found) throw new Error('the conversation is gone')
    return found
  }
  /** What they said, as staff read it. */
  const said = async (person: Person) =>
    (await reading(person)).messages.filter(({ from }) => from === 'person').map(({ text }) => text)
  /** The answers that count. */
  const counted = async (person: Person) => channel.product.conversations.facts(await reading(person)).answers
  const speak = async (person: Person, text: string, by = worker) =>
    channel.product.conversations.speak({
      conversation: await person.conversation(),
      messageId: randomUUID(),
      worker: by,
      text
    })
  const join = async (person: Person, by = worker) =>
    channel.product.conversations.join(await person.conversation(), by, randomUUID())
  /** Somebody who is asked whether anyone is in danger. */
  async function talking(): Promise<Person> {
    const person = await channel.somebody()
    await person.say('yes')
    expect(await person.asked()).toBe('dangerNow')
    return person
  }

  describe(`${name}: what is said counts once`, () => {
    test('when it is brought again, and five times at the same moment', async () => {
      const person = await talking()
      const again = await person.say('no')
      expect(await person.asked()).toBe('audience')
      const before = await reading(person)
      await again(1)
      await again(5)
      expect((await reading(person)).messages).toEqual(before.messages)
      expect(await person.asked()).toBe('audience')
    })
  })

  describe(`${name}: what is said keeps its order`, () => {
    test('when much is said at once', async () => {
      const person = await talking()
      await person.say('no')
      const all = Array.from({ length: 6 }, (_, at) => `${OWN_WORDS} ${at + 1}`)
      await person.sayAll(all)
      expect((await said(person)).filter(text => text.startsWith(OWN_WORDS))).toEqual(all)
    })

    test('and an answer belongs to the question it was given to, never to the next one', async () => {
      const person = await talking()
      await person.sayAll(['no', 'no'])
      expect(await person.asked()).toBe('audience')
      expect(await counted(person)).toEqual({ channelOk: 'yes', dangerNow: 'no' })
    })
  })

  describe(`${name}: whoever leaves`, () => {
    test('hears nothing more, from nobody', async () => {
      const person = await talking()
      await person.askForAPerson()
      await join(person)
      await person.leave()
      expect(await speak(person, 'are you still there?')).toBe('left')
      expect(await join(person, other)).toBe('left')
      expect(await person.sees()).not.toContain('are you still there?')
      expect((await reading(person)).conversation.status).toBe('left')
    })

    test('is a stranger when they come again: the neutral question, and nothing of before', async () => {
      const person = await talking()
      await person.say('no')
      await person.say(OWN_WORDS)
      await person.leave()
      await person.comeAgain()
      expect(await person.asked()).toBe('channelOk')
      expect(await person.sees()).not.toContain(OWN_WORDS)
    })

    test('may do so at every place', async () => {
      for (const before of [[], ['yes'], ['yes', 'no'], ['yes', 'no', '1'], ['yes', 'yes']]) {
        const person = await channel.somebody()
        for (const text of before) await person.say(text)
        // A page that nobody has answered yet is no conversation: there is nothing to leave.
        await person.say('X')
        expect((await reading(person)).conversation.status).toBe('left')
      }
    })
  })

  describe(`${name}: the ways out are always open`, () => {
    test.each([[['yes']], [['yes', 'no']], [['yes', 'no', '1', 'no']]])('a person, after %j', async before => {
      const person = await channel.somebody()
      for (const text of before) await person.say(text)
      await person.say('P')
      expect((await reading(person)).conversation.owner).toEqual({ kind: 'queue' })
    })

    test.each([[[]], [['yes']], [['yes', 'no', '1']]])('urgent help, after %j', async before => {
      const person = await channel.somebody()
      for (const text of before) await person.say(text)
      await person.say('999')
      expect(await person.sees()).toMatch(/999/)
      expect((await reading(person)).messages.some(({ kind }) => kind === 'card')).toBe(true)
    })

    test('back, skip and once more', async () => {
      const person = await talking()
      await person.say('no')
      await person.say('B')
      expect(await person.asked()).toBe('dangerNow')
      await person.say('S')
      expect(await person.asked()).toBe('audience')
      await person.say('R')
      expect(await person.asked()).toBe('audience')
      await person.say('1')
      expect(await person.asked()).toBe('personNear')
    })
  })

  describe(`${name}: one voice at a time`, () => {
    test('only the worker who has the conversation can speak in it', async () => {
      const person = await talking()
      expect(await speak(person, 'nobody asked me')).toBe('notYours')
      await person.askForAPerson()
      expect(await speak(person, 'i have not joined')).toBe('notYours')
      expect(await join(person)).toBe('done')
      expect(await join(person, other)).toBe('taken')
      expect(await speak(person, 'it is not mine', other)).toBe('notYours')
      expect(await speak(person, 'Hello, I am with you now.')).toBe('done')
      const seen = await person.sees()
      expect(seen).toContain('Hello, I am with you now.')
      for (const silenced of ['nobody asked me', 'i have not joined', 'it is not mine'])
        expect(seen).not.toContain(silenced)
    })

    test('beside a worker the assistant is silent, but for urgent help', async () => {
      const person = await talking()
      await person.askForAPerson()
      await join(person)
      const assistant = async () =>
        (await reading(person)).messages
          .filter(({ from }) => from === 'assistant')
          .map(({ kind, key, text }) => ({ kind, key, text }))
      const before = await assistant()
      await person.say(OWN_WORDS)
      await person.say('1')
      expect(await assistant()).toEqual(before)
      await person.say('999')
      expect((await assistant()).slice(before.length)).toMatchObject([{ kind: 'card' }])
    })
  })

  test(`${name}: somebody turns to another language in the middle, and stays where they were`, async () => {
    const person = await talking()
    await person.turnTo('pl')
    expect(await person.asked()).toBe('dangerNow')
    const { text } = channel.product.wordbook
      .in('pl')
      .question('dangerNow', (await reading(person)).conversation.channel)
    expect(plain(await person.sees())).toContain(plain(text))
    await person.say('nie')
    expect(await person.asked()).toBe('audience')
    await person.turnTo('en')
    expect(await person.asked()).toBe('audience')
    expect((await reading(person)).conversation.locale).toBe('en')
  })

  test(`${name}: the process ends and begins again in the middle, and the conversation goes on where it was`, async () => {
    const person = await talking()
    const again = await person.say('no')
    await channel.restart()
    await again(2)
    expect(await person.asked()).toBe('audience')
    await person.say('1')
    expect(await person.asked()).toBe('personNear')
    expect(await counted(person)).toEqual({ channelOk: 'yes', dangerNow: 'no', audience: 'survivor' })
  })
}
