import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CONVERSATIONS_AT_ONCE, PAUSE_AFTER_URGENT, URGENT_AT_ONCE } from '../../src/limits.ts'
import { answer } from '../opening.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let sam: Worker
let kim: Worker
const people: Person[] = []
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterEach(async () => {
  for (const person of people.splice(0)) await person.does({ type: 'leave' })
  await desk.product.connection.pool.query('update held set closed_at = null')
})
afterAll(() => desk.close())

async function asks(urgent = false): Promise<Person> {
  const danger = [answer('channelOk', 'yes'), answer('dangerNow', 'yes')]
  const person = await Person.asks(desk.product, urgent ? danger : [])
  people.push(person)
  return person
}
const many = async (count: number, urgent = false) => {
  const found: Person[] = []
  for (let n = 0; n < count; n += 1) found.push(await asks(urgent))
  return found
}
const take = (worker: Worker, { reference }: Person) => worker.post(`/c/${reference}/take`)
const ownerOf = async ({ id }: Person) => {
  const owner = (await desk.product.conversations.read(id))?.conversation.owner
  return owner?.kind === 'worker' ? owner.name : owner?.kind
}
const isAway = (name: string, away: boolean) =>
  desk.product.connection.db
    .updateTable('staff_session')
    .set({ available: !away })
    .where('staff_id', 'in', eb => eb.selectFrom('staff').select('id').where('name', '=', name))
    .execute()
const hold = async (worker: Worker, held: readonly Person[]) => {
  for (const person of held) await take(worker, person)
}

describe('how many conversations one worker holds', () => {
  test('has an end, which is said, and whoever is refused stays in the queue', async () => {
    await hold(sam, await many(CONVERSATIONS_AT_ONCE))
    const [next] = await many(1)
    if (!next) throw new Error('nobody waits')
    const refused = await take(sam, next)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('You have 4 conversations. More than that only where somebody is in danger')
    expect((await sam.get('/')).body).toContain(
      'You have 4 conversations. More than that only where somebody is in danger'
    )
    expect(await ownerOf(next)).toBe('queue')
    expect((await take(kim, next)).statusCode).toBe(303)
  })

  test('has an earlier end for the urgent, and leaves room for others', async () => {
    await hold(sam, await many(URGENT_AT_ONCE, true))
    const urgent = await asks(true)
    const calm = await asks()
    const refused = await take(sam, urgent)
    expect(refused.body).toContain('You have 2 urgent conversations')
    expect(await ownerOf(urgent)).toBe('queue')
    await take(sam, calm)
    expect(await ownerOf(calm)).toBe('Sam')
  })

  test('nobody in danger waits because of it: whoever is alone may take one more, and nobody who is not in danger', async () => {
    await isAway('Kim', true)
    await hold(sam, await many(CONVERSATIONS_AT_ONCE, true))
    const urgent = await asks(true)
    const calm = await asks()
    await take(sam, urgent)
    expect(await ownerOf(urgent)).toBe('Sam')
    expect((await take(sam, calm)).statusCode).toBe(409)
    await isAway('Kim', false)
  })

  test('counts what a colleague asks to be taken over', async () => {
    await hold(kim, await many(CONVERSATIONS_AT_ONCE))
    const person = await asks()
    await take(sam, person)
    await sam.post(`/c/${person.reference}/transfer`, { to: '' })
    const refused = await kim.post(`/c/${person.reference}/accept`)
    expect(refused.body).toContain('You have 4 conversations')
    expect(await ownerOf(person)).toBe('Sam')
  })

  test('is kept by whoever presses twice at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await hold(sam, await many(CONVERSATIONS_AT_ONCE - 1))
      const both = await many(3)
      const answers = await Promise.all(both.map(person => take(sam, person)))
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409])
      const owners = await Promise.all(both.map(ownerOf))
      expect(owners.filter(owner => owner === 'Sam')).toHaveLength(1)
      for (const person of people.splice(0)) await person.does({ type: 'leave' })
    }
  }, 60_000)
})

describe('after an urgent conversation', () => {
  const closesOne = async (worker: Worker) => {
    const person = await asks(true)
    await take(worker, person)
    await worker.post(`/c/${person.reference}/close`, { outcome: 'advice_given' })
  }

  test('there is a pause from urgent ones while a colleague is free, and their page says until when', async () => {
    await closesOne(sam)
    expect((await sam.get('/')).body).toContain('you have just closed an urgent conversation')
    const urgent = await asks(true)
    const calm = await asks()
    const refused = await take(sam, urgent)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('This one is for a colleague')
    expect(await ownerOf(urgent)).toBe('queue')
    expect((await take(sam, calm)).statusCode).toBe(303)
    expect((await take(kim, urgent)).statusCode).toBe(303)
  })

  test('nobody in danger waits because of a pause: with no colleague free they may take one, and are told so', async () => {
    await closesOne(sam)
    const first = await asks(true)
    await isAway('Kim', true)
    try {
      expect((await sam.get('/')).body).toContain('nobody else on duty is free. You may take an urgent one.')
      expect((await take(sam, first)).statusCode).toBe(303)
      expect(await ownerOf(first)).toBe('Sam')
    } finally {
      await isAway('Kim', false)
    }
    // There, and with as many as one worker holds.
    const second = await asks(true)
    await hold(kim, await many(URGENT_AT_ONCE, true))
    expect((await take(sam, second)).statusCode).toBe(303)
  })

  test('the pause ends by itself', async () => {
    await closesOne(sam)
    const over = new Date(Date.now() - PAUSE_AFTER_URGENT)
    await desk.product.connection.pool.query('update held set closed_at = $1 where closed_at is not null', [over])
    expect((await sam.get('/')).body).not.toContain('you have just closed an urgent conversation')
    expect((await take(sam, await asks(true))).statusCode).toBe(303)
  })
})
