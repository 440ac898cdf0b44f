import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answer } from '../opening.ts'
import { DECOY, SAFE } from '../with-words.ts'
import { Door } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await Door.open()
})
afterAll(() => door.product.close())

describe('the words somebody picks', () => {
  test('are nowhere in plain, not even for whoever holds the keys', async () => {
    const { id } = await door.somebody(answer('safeWord', SAFE), answer('decoyWord', DECOY))
    const everything = JSON.stringify(await door.reading(id))
    expect(everything).toContain('scrypt$')
    expect(everything).not.toMatch(/blue|lamp|grey|stone/i)
    const { rows } = await door.product.connection.pool.query('select * from conversation where id = $1', [id])
    expect(JSON.stringify(rows)).not.toMatch(/scrypt|blue|lamp/i)
  })

  test('are masked where they were said', async () => {
    const { id } = await door.somebody(answer('safeWord', SAFE))
    const said = (await door.view(id)).messages.filter(
      ({ question, from }) => from === 'person' && question === 'safeWord'
    )
    expect(said.map(({ text }) => text)).toEqual(['••••'])
  })

  test('must not be the same: that is said in plain words, and the question stays open', async () => {
    const { id } = await door.somebody(answer('safeWord', SAFE), answer('decoyWord', ' BLUE  lamp'))
    const { place, messages } = await door.view(id)
    expect(place).toMatchObject({ kind: 'question', question: 'decoyWord' })
    expect(messages.slice(-3).map(({ kind, key }) => key ?? kind)).toEqual(['said', 'sameWord', 'ask'])
    expect(JSON.stringify(await door.reading(id))).not.toMatch(/blue|lamp/i)
    await door.send(id, answer('decoyWord', DECOY))
    expect((await door.view(id)).place.kind).toBe('waiting')
  })

  test('must not be the same when the first is changed to the second either', async () => {
    const { id } = await door.withWords()
    await door.send(id, { type: 'change', question: 'safeWord' })
    await door.send(id, answer('safeWord', DECOY))
    expect((await door.view(id)).place).toMatchObject({ question: 'safeWord' })
  })
})

describe('a wrong word', () => {
  test('opens nothing, and the right one still does', async () => {
    const person = await door.withWords()
    expect(await door.say(person, 'red lamp')).toEqual({ came: 'noMatch', opens: null })
    expect((await door.say(person, SAFE)).came).toBe('open')
  })

  test('said twice locks for good: the right word is answered as a wrong one', async () => {
    const person = await door.withWords()
    await door.say(person, 'red lamp')
    await door.say(person, 'green lamp')
    expect(await door.say(person, SAFE)).toEqual({ came: 'noMatch', opens: null })
    expect(await door.conversations.find(person.access)).toBeNull()
    expect(door.conversations.facts(await door.reading(person.id)).signals).toEqual(['someoneElse'])
  })

  test('counts for the conversation, whatever was right in between', async () => {
    const person = await door.withWords()
    await door.say(person, 'red lamp')
    await door.say(person, SAFE)
    await door.say(person, 'green lamp')
    expect((await door.say(person, SAFE)).came).toBe('noMatch')
  })

  test('tapped twice is one word', async () => {
    const person = await door.withWords()
    const messageId = randomUUID()
    await Promise.all([door.say(person, 'red lamp', messageId), door.say(person, 'red lamp', messageId)])
    expect(await door.returnsOf(person)).toMatchObject({ wrongWords: 1 })
  })

  test('from many tabs at once is counted in each, so that no third word is ever compared', async () => {
    const person = await door.withWords()
    const { pool } = door.product.connection
    const holder = await pool.connect()
    await holder.query('begin')
    await holder.query('select from conversation where id = $1 for no key update', [person.id])
    const words = ['one', 'two', 'three', 'four', 'five']
    const all = Promise.all(words.map(word => door.say(person, word)))
    // Only when every one of them is under way is the first let through.
    const waiting = async () => (await pool.query('select from pg_locks where not granted')).rowCount
    await expect.poll(waiting, { timeout: 20_000, interval: 50 }).toBe(words.length)
    await holder.query('commit')
    holder.release()
    await all
    expect(await door.returnsOf(person)).toMatchObject({ wrongWords: 2 })
    expect((await door.say(person, SAFE)).came).toBe('noMatch')
  })

  test('is counted before it is answered', async () => {
    const person = await door.withWords()
    const { came } = await door.say(person, 'red lamp')
    expect(came).toBe('noMatch')
    const { rows } = await door.product.connection.pool.query('select wrong_words from conversation where id = $1', [
      person.id
    ])
    expect(rows[0].wrong_words).toBe(1)
  })
})

describe('the second word', () => {
  test('shows the start, opens nothing, and closes what was open', async () => {
    const person = await door.withWords()
    expect(await door.say(person, 'Grey Stone')).toEqual({ came: 'start', opens: null })
    expect(await door.conversations.find(person.access)).toBeNull()
    expect(door.conversations.facts(await door.reading(person.id)).signals).toEqual(['someoneElse'])
  })

  test('shows the start even after the lock', async () => {
    const person = await door.withWords()
    await door.say(person, 'red lamp')
    await door.say(person, 'green lamp')
    expect((await door.say(person, DECOY)).came).toBe('start')
  })

  test('lets nobody write to the phone until the right word has been said', async () => {
    const person = await door.withWords()
    const sam = { id: randomUUID(), name: 'Sam' }
    const speak = () =>
      door.conversations.speak({ conversation: person.id, messageId: randomUUID(), worker: sam, text: 'hello' })
    await door.conversations.join(person.id, sam, randomUUID())
    expect(await speak()).toBe('done')
    await door.say(person, DECOY)
    expect(await speak()).toBe('unsafe')
    expect((await door.say(person, SAFE)).came).toBe('open')
    expect(await speak()).toBe('done')
  })
})

describe('nothing to come back to', () => {
  test('costs the same work as a wrong word', async () => {
    const person = await door.withWords()
    const costOf = async (returnBy: Buffer) => {
      const start = process.cpuUsage()
      for (let time = 0; time < 2; time += 1) await door.say({ returnBy }, `word ${time}`)
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    const ratio = (await costOf(randomBytes(32))) / (await costOf(person.returnBy))
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.5)
  })

  test.each(['', 'blue lamp', DECOY])('"%s" is answered like a wrong word', async word => {
    expect(await door.say({ returnBy: randomBytes(32) }, word)).toEqual({ came: 'noMatch', opens: null })
    expect(await door.say({ returnBy: (await door.somebody()).returnBy }, word)).toEqual({
      came: 'noMatch',
      opens: null
    })
  })

  test('is what somebody has who has left', async () => {
    const person = await door.withWords()
    await door.send(person.id, { type: 'leave' })
    expect(await door.say(person, SAFE)).toEqual({ came: 'noMatch', opens: null })
  })

  test('is what somebody has whose worker has closed the conversation', async () => {
    const person = await door.withWords()
    const sam = { id: randomUUID(), name: 'Sam' }
    await door.conversations.join(person.id, sam, randomUUID())
    await door.conversations.close(person.id, sam, randomUUID())
    expect(await door.say(person, SAFE)).toEqual({ came: 'noMatch', opens: null })
  })
})
