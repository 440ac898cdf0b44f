// Who left in danger, and the one guarded way: their words are read on the list and on their own page, on record, and in no other way.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { FOLLOW_RECORDED } from '../../src/limits.ts'
import { rebind } from '../rebind.ts'
import { Person, type Worker } from './desk.ts'
import { BACK, LeftDesk } from './left-desk.ts'
import { isPart, Stream } from './stream.ts'
import { NUMBER, Texter } from './texter.ts'

const here = LeftDesk.raise()
beforeAll(async () => {
  await here.desk.origin.listen({ port: 0, host: '127.0.0.1' })
})

const idOf = async (name: string): Promise<string> => {
  const { db } = here.product.connection
  return (await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
}
/** This worker has somebody who may be the partner of `person`. */
async function hasPartnerOf(person: Texter, worker: Worker, name: string) {
  const other = await Person.asks(here.product)
  await worker.post(`/c/${other.reference}/take`)
  const entry = { staffId: await idOf(name), action: 'partner_link', conversation: other.id } as const
  await here.product.staff.linkPartners(entry, person.id)
}
const listIn = async (stream: Stream): Promise<string> => (await stream.until(isPart('queue'))).data.html ?? ''

describe('their words', () => {
  test.each(['log', 'events', 'summary.txt', 'summary.json', 'summary.pdf'])(
    'are no conversation that can be followed or copied, also where they had asked for a person: %s',
    async path => {
      const person = await Texter.writes(here.product, 'hi', '1', 'PERSON', 'he has a knife', BACK)
      for (const worker of [here.kim, here.robin]) {
        const { body } = await worker.get(`/c/${person.reference}/${path}`)
        expect(body).not.toContain('knife')
      }
      expect(await here.actsOf(person)).toEqual([])
    }
  )

  test('are gone from a list that stays open once whoever reads it has to keep away', async () => {
    const person = await here.inDanger()
    const stream = await Stream.open(here.desk, here.kim, '/events')
    expect(await listIn(stream)).toContain(BACK)
    await hasPartnerOf(person, here.kim, 'Kim')
    let shown = BACK
    while (shown.includes(BACK)) shown = await listIn(stream)
    expect(shown).toContain(person.reference)
    await stream.close()
  })

  test('are on record again and again while the list stays open, and not at every look', async () => {
    const person = await here.inDanger()
    for (let look = 0; look < 3; look += 1) await here.kim.get('/')
    expect(await here.actsOf(person)).toEqual(['left_list'])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + FOLLOW_RECORDED + 60_000 })
    try {
      await here.kim.get('/')
    } finally {
      vi.useRealTimers()
    }
    expect(await here.actsOf(person)).toEqual(['left_list', 'left_list'])
  })
})

describe('a supervisor who has the partner', () => {
  test('is shown no number and decides nothing about 999; another does', async () => {
    const sam = await here.desk.signIn('Sam')
    const person = await here.inDanger()
    await hasPartnerOf(person, here.robin, 'Robin')
    const address = `/c/${person.reference}/emergency`
    for (const { statusCode, body } of [
      await here.robin.get(address),
      await here.robin.post(address, { called: 'yes', reason: 'In danger now' })
    ]) {
      expect(statusCode).toBe(409)
      expect(body).toContain('Somebody else has to take this one.')
      expect(body).not.toContain(NUMBER)
    }
    expect(await here.actsOf(person)).toEqual([])
    await here.product.connection.db
      .updateTable('staff')
      .set({ roles: ['worker', 'supervisor'] })
      .where('name', '=', 'Sam')
      .execute()
    await rebind(here.product)
    expect((await sam.post(address, { called: 'yes', reason: 'In danger now' })).statusCode).toBe(303)
    expect(await here.actsOf(person)).toEqual(['emergency_called'])
  })

  test('decides nothing either where both were linked a moment ago', async () => {
    const person = await here.inDanger()
    await hasPartnerOf(person, here.robin, 'Robin')
    const by = { id: await idOf('Robin'), name: 'Robin' }
    const decision = { conversation: person.id, by, called: true, reason: 'x', once: randomUUID() }
    expect(await here.product.staff.decideEmergency(decision, new Date())).toBe('partner')
    expect(await here.actsOf(person)).toEqual([])
  })
})
