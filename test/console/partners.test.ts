import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import { answer } from '../opening.ts'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
let ada: Worker
let sam: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  // The first to come is a supervisor too.
  ada = await desk.signIn('Ada')
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
interface Somebody {
  readonly id: string
  readonly reference: string
}
const people: string[] = []
const does = (conversation: string, event: PersonEvent) =>
  desk.product.conversations.receive({ conversation, messageId: randomUUID(), event })
afterEach(async () => {
  for (const id of people.splice(0)) await does(id, { type: 'leave' })
})
afterAll(() => desk.close())

const HURT = [answer('channelOk', 'yes'), answer('dangerNow', 'no'), answer('audience', 'survivor')]
const HARMS = [answer('channelOk', 'yes'), answer('dangerNow', 'no'), answer('audience', 'harmer')]

async function asks(events: readonly PersonEvent[], browser: Buffer | null = null): Promise<Somebody> {
  const { conversations } = desk.product
  const access = randomBytes(32)
  const id = await conversations.begin({ channel: 'web', locale: 'en', access, peer: null, returnBy: browser })
  people.push(id)
  for (const event of [...events, { type: 'person' } as const]) await does(id, event)
  return { id, reference: (await conversations.read(id))?.conversation.reference ?? '' }
}
const take = (worker: Worker, { reference }: Somebody) => worker.post(`/c/${reference}/take`)
const look = (worker: Worker, { reference }: Somebody) => worker.get(`/c/${reference}`)
const ownerOf = async ({ id }: Somebody) => {
  const owner = (await desk.product.conversations.read(id))?.conversation.owner
  return owner?.kind === 'worker' ? owner.name : owner?.kind
}
const REFUSED = 'Somebody else has to take this one.'

/** Neither to be taken nor read, copied or followed; and nothing of it is said. */
async function isKeptFrom(worker: Worker, somebody: Somebody): Promise<void> {
  for (const answered of [
    await take(worker, somebody),
    await look(worker, somebody),
    await worker.get(`/c/${somebody.reference}/summary.txt`)
  ]) {
    expect(answered.statusCode).toBe(409)
    expect(answered.body).toContain(REFUSED)
    expect(answered.body).not.toContain('the blue door')
  }
  expect((await worker.get(`/c/${somebody.reference}/events`)).statusCode).toBe(410)
  const { body } = await worker.get('/')
  expect(body).not.toContain(`Take ${somebody.reference}`)
}

describe('two who used the same browser, one about their own behaviour', () => {
  test('never have the same worker, whichever comes first', async () => {
    for (const [first, second] of [
      [HURT, HARMS],
      [HARMS, HURT]
    ] as const) {
      const browser = randomBytes(32)
      const one = await asks(first, browser)
      await take(sam, one)
      const other = await asks([...second, { type: 'typed', text: 'the blue door' }], browser)
      await isKeptFrom(sam, other)
      expect(await ownerOf(other)).toBe('queue')
      expect((await look(kim, other)).statusCode).toBe(200)
      expect((await take(kim, other)).statusCode).toBe(303)
    }
  })

  test('stay apart when the first has been closed, and when the second is in danger', async () => {
    const browser = randomBytes(32)
    const one = await asks(HURT, browser)
    await take(sam, one)
    await sam.post(`/c/${one.reference}/close`, { outcome: 'advice_given' })
    const other = await asks([...HARMS, { type: 'emergency' }, { type: 'typed', text: 'the blue door' }], browser)
    expect((await kim.get('/')).body).toContain(`Take ${other.reference}`)
    expect((await desk.product.staff.byReference(other.reference, new Date()))?.type).toBe('urgent')
    await isKeptFrom(sam, other)
  })

  test('while the same person who comes again may have the same worker', async () => {
    const browser = randomBytes(32)
    await take(sam, await asks(HURT, browser))
    expect((await take(sam, await asks(HURT, browser))).statusCode).toBe(303)
  })

  test('are not taken at the same moment by one worker', async () => {
    for (let round = 0; round < 5; round += 1) {
      const browser = randomBytes(32)
      const both = [await asks(HURT, browser), await asks(HARMS, browser)]
      const answers = await Promise.all(both.map(one => take(kim, one)))
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
      for (const id of people.splice(0)) await does(id, { type: 'leave' })
    }
  })
})

describe('two of whom a worker says that they may be partners', () => {
  const linked = async () => {
    const one = await asks(HURT)
    const other = await asks([...HARMS, { type: 'typed', text: 'the blue door' }])
    await take(sam, one)
    await sam.post(`/c/${one.reference}/partner`, { partner: ` ${other.reference.toLowerCase()} ` })
    return { one, other }
  }

  test('are kept apart in both directions, with a row in the record and no word', async () => {
    const { one, other } = await linked()
    await isKeptFrom(sam, other)
    await take(kim, other)
    await sam.post(`/c/${one.reference}/release`)
    await isKeptFrom(kim, one)
    const { db } = desk.product.connection
    const rows = await db.selectFrom('audit').selectAll().where('action', '=', 'partner_link').execute()
    expect(rows.map(row => row.conversation_id)).toContain(one.id)
  })

  test('also when the second comes again from the same browser', async () => {
    const browser = randomBytes(32)
    const one = await asks(HURT)
    const before = await asks(HARMS, browser)
    await take(sam, one)
    await sam.post(`/c/${one.reference}/partner`, { partner: before.reference })
    await isKeptFrom(sam, await asks([...HARMS, { type: 'typed', text: 'the blue door' }], browser))
  })

  test('are not joined by a supervisor who had the other, nor read, nor taken over', async () => {
    const { other } = await linked()
    await take(kim, other)
    await kim.post(`/c/${other.reference}/transfer`, { to: '' })
    expect((await sam.post(`/c/${other.reference}/accept`)).body).toContain(REFUSED)
    expect(await ownerOf(other)).toBe('Kim')
    const mine = await asks(HURT)
    await take(ada, mine)
    await ada.post(`/c/${mine.reference}/partner`, { partner: other.reference })
    expect((await look(ada, other)).body).toContain(REFUSED)
    expect((await ada.post(`/c/${other.reference}/join-in`)).body).toContain(REFUSED)
  })

  test('nobody is left alone by it: whoever has both is told, keeps them, and hands one over', async () => {
    const one = await asks(HURT)
    const other = await asks(HARMS)
    await take(sam, one)
    await take(sam, other)
    await sam.post(`/c/${one.reference}/partner`, { partner: other.reference })
    const { body } = await look(sam, other)
    expect(body).toContain('Ask a colleague to take over now.')
    await sam.post(`/c/${other.reference}/transfer`, { to: '' })
    await kim.post(`/c/${other.reference}/accept`)
    expect(await ownerOf(other)).toBe('Kim')
    expect((await look(sam, other)).statusCode).toBe(409)
  })

  test('and a supervisor takes a mistake back, a worker does not', async () => {
    const { one, other } = await linked()
    expect((await sam.post(`/c/${one.reference}/not-partner`, { partner: other.reference })).statusCode).toBe(403)
    await ada.post(`/c/${one.reference}/not-partner`, { partner: other.reference })
    expect((await look(sam, other)).statusCode).toBe(200)
  })

  test('a reference nobody has, or its own, is no partner', async () => {
    const one = await asks(HURT)
    await take(sam, one)
    for (const partner of ['NOBODY7', one.reference])
      expect((await sam.post(`/c/${one.reference}/partner`, { partner })).statusCode).toBe(422)
  })
})
