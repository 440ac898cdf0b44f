import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { changes } from './agreed.ts'
import { CallBackDesk } from './call-back-desk.ts'
import type { Person } from './desk.ts'

const here = CallBackDesk.raise()

describe('whom nobody may contact', () => {
  const OVERRIDE = { override: 'yes', written: 'I am sure it is fine' }
  const cases: readonly (readonly [string, (person: Person) => Promise<unknown> | unknown, string])[] = [
    ['said that there is no safe way', changes('contactMethod', 'none'), 'No safe way'],
    ['is under 16', changes('ageBand', 'under16'), 'They are under 16'],
    ['used the second word', ({ id }) => set(id, { decoy_at: new Date() }), 'Somebody else may be using'],
    ['has two wrong words at the door', ({ id }) => set(id, { wrong_words: 2 }), 'Somebody else may be using'],
    ['agreed too long ago', () => here.at('10:00', '2026-12-10'), 'too old']
  ]
  const set = (id: string, values: { decoy_at: Date } | { wrong_words: number }) =>
    here.desk.product.connection.db.updateTable('conversation').set(values).where('id', '=', id).execute()

  test.each(cases)(
    'because somebody %s: nothing overrides it, and it can only be ended',
    async (_why, happens, why) => {
      const person = await here.who({ times: ['anyTime'] })
      await here.begins(here.sam, person)
      await happens(person)
      expect(await here.entry(person)).toContain('Do not contact.')
      expect(await here.entry(person)).toContain(why)
      for (const refused of [
        await here.begins(here.sam, person, OVERRIDE),
        await here.tries(here.sam, person, 'noAnswer', OVERRIDE)
      ]) {
        expect(refused.statusCode).toBe(409)
        expect(refused.body).toContain('Not done. Do not contact them.')
      }
      expect((await here.sam.get(`/c/${person.reference}`)).body).not.toContain('/attempt"')
      expect((await here.read(person)).records).toEqual([])
      expect(await here.audited(person)).not.toContain('override')
      expect((await here.ends(here.sam, person, { written: 'as it says' })).headers.location).toBe('/call-backs')
      expect((await here.read(person)).status).toBe('closed')
    }
  )

  test.each([
    ['pressed the exit', (person: Person) => person.does({ type: 'leave' })],
    [
      'said that it is not OK to message, and went on where it was said what happens',
      async (person: Person) => {
        await changes('channelOk', 'no')(person)
        await person.does({ type: 'goOn' })
      }
    ]
  ])('because they %s: it is off the list, and nothing can be recorded', async (_how, leaves) => {
    const person = await here.who()
    await here.begins(here.sam, person)
    await leaves(person)
    expect(await here.entry(person)).toBe('')
    for (const refused of [
      await here.begins(here.sam, person, OVERRIDE),
      await here.tries(here.sam, person, 'noAnswer', OVERRIDE)
    ])
      expect(refused.body).toContain('Not done. They have left. Do not contact.')
    expect((await here.read(person)).records).toEqual([])
  })

  test('because a worker wrote down that they took their agreement back', async () => {
    const person = await here.who()
    await here.sam.post(`/c/${person.reference}/take`)
    await here.sam.post(`/c/${person.reference}/action`, { kind: 'withdrawn', written: 'They said so' })
    await here.sam.post(`/c/${person.reference}/release`)
    await here.desk.product.conversations.tick(person.id, { type: 'DESK_CLOSED' }, randomUUID())
    await person.does({ type: 'callBack' })
    expect((await here.read(person)).stage).toBe('callBack')
    expect(await here.entry(person)).toContain('They took their agreement back.')
    expect((await here.begins(here.sam, person, OVERRIDE)).statusCode).toBe(409)
  })
})

describe('two workers', () => {
  test('never contact somebody at once: of two one has it, and the other reads who and since when', async () => {
    const person = await here.who()
    const both = await Promise.all([here.sam, here.kim].map(worker => here.begins(worker, person)))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const winner = both[0]?.statusCode === 303 ? 'Sam' : 'Kim'
    expect(both.find(({ statusCode }) => statusCode === 409)?.body).toContain(`${winner} is on it since 10:00.`)
    const [first, other] = winner === 'Sam' ? [here.sam, here.kim] : [here.kim, here.sam]
    expect(await here.entry(person, other)).toContain(`${winner} is on it since 10:00.`)
    expect(await here.entry(person, other)).not.toContain('/call-back"')
    expect((await here.tries(other, person, 'noAnswer')).body).toContain(`${winner} is on it since`)
    expect((await here.ends(other, person)).statusCode).toBe(409)
    expect((await other.post(`/c/${person.reference}/take`)).body).toContain(`Taken by ${winner}`)
    expect((await here.read(person)).records).toEqual([])
    await first.post(`/c/${person.reference}/call-back-free`)
    expect((await here.begins(other, person)).statusCode).toBe(303)
  })

  test('who both find it free are told apart by its row', async () => {
    const person = await here.who()
    const takes = [1, 2, 3].map(() => ({ id: randomUUID(), name: 'Ash' }))
    const { staff } = here.desk.product
    const taken = await Promise.all(takes.map(by => staff.takeCallBack(person.id, by, new Date())))
    expect(taken.toSorted()).toEqual(['done', 'taken', 'taken'])
  })

  test('one who forgets it keeps it for half an hour, and no longer', async () => {
    const person = await here.who()
    await here.begins(here.sam, person)
    await here.at('10:29')
    expect((await here.begins(here.kim, person)).statusCode).toBe(409)
    await here.at('10:30')
    expect((await here.begins(here.kim, person)).statusCode).toBe(303)
    expect((await here.tries(here.sam, person, 'noAnswer')).body).toContain('Kim is on it since 10:30.')
  })
})
