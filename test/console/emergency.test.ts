// May 999 be called for somebody who left at risk? A supervisor decides, on record; their phone is never contacted.
import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { EMERGENCY_DECIDED_WITHIN } from '../../src/limits.ts'
import { answer, opening } from '../opening.ts'
import { Person } from './desk.ts'
import { BACK, LeftDesk } from './left-desk.ts'
import { NUMBER, Texter } from './texter.ts'

vi.mock(import('../../src/reading/read.ts'), async original => {
  const { readAs } = await import('./read-as.ts')
  const whole = await original()
  return { ...whole, read: readAs(whole.read) }
})

const here = LeftDesk.raise()

const wasHeard = ({ id }: { readonly id: string }, ago: number) =>
  here.product.connection.db
    .updateTable('unclaimed')
    .set({ heard_at: new Date(Date.now() - ago) })
    .where('conversation_id', '=', id)
    .execute()

describe('may 999 be called for them? A supervisor', () => {
  const decides = (person: Texter, fields: Record<string, string>) =>
    here.robin.post(`/c/${person.reference}/emergency`, fields)

  test('is led to the question with the number, which is on record; a worker reads that a supervisor decides', async () => {
    const person = await here.inDanger()
    expect((await here.kim.get(`/c/${person.reference}`)).body).toMatch(/A supervisor decides by \d\d:\d\d\./)
    const led = await here.robin.get(`/c/${person.reference}`)
    expect(led.headers.location).toBe(`/c/${person.reference}/emergency`)
    expect(await here.actsOf(person)).toEqual(['summary_open'])
    const { body } = await here.robin.get(`/c/${person.reference}/emergency`)
    for (const words of [NUMBER, BACK, '999 was called', '999 was not called']) expect(body).toContain(words)
    expect(await here.actsOf(person)).toEqual(['summary_open', 'number_open'])
  })

  test('decides on record, with the reason; everybody sees what, who and when, and the number no more', async () => {
    const called = await here.inDanger()
    const not = await here.inDanger()
    await decides(called, { called: 'yes', reason: 'Danger now, the police know the number' })
    await decides(not, { called: 'no', reason: 'Nothing that points to an address' })
    expect((await here.recordOf(called)).at(-1)).toEqual({
      name: 'Robin',
      action: 'emergency_called',
      reason: 'Danger now, the police know the number'
    })
    expect((await here.recordOf(not)).at(-1)).toMatchObject({ name: 'Robin', action: 'emergency_not_called' })
    expect(await here.entry(here.kim, called)).toMatch(/999 was called for them: Robin, \d\d:\d\d\./)
    expect(await here.entry(here.kim, not)).toMatch(/999 was not called for them: Robin, \d\d:\d\d\./)
    const { body } = await here.robin.get(`/c/${called.reference}`)
    expect(body).toMatch(/999 was called for them: Robin/)
    expect(body).not.toContain(NUMBER)
    expect((await here.kim.get('/')).body).not.toContain('still to decide')
  })

  test('decides once, however often the form arrives, and may decide anew', async () => {
    const person = await here.inDanger()
    const fields = { called: 'no', reason: 'Too little is known', once: randomUUID() }
    await decides(person, fields)
    await decides(person, fields)
    await decides(person, { called: 'yes', reason: 'A colleague knows more' })
    expect(await here.actsOf(person)).toEqual(['emergency_not_called', 'emergency_called'])
  })

  test('gives a reason and says which of the two, or nothing is decided', async () => {
    const person = await here.inDanger()
    const kept = 'a reason that is kept'
    for (const fields of [{ called: 'yes', reason: ' ' }, { reason: kept }, { called: 'yes', reason: 'x'.repeat(501) }])
      expect((await decides(person, fields as Record<string, string>)).statusCode).toBe(422)
    expect((await decides(person, { called: '?', reason: kept })).body).toContain('Not kept. Say which of the two')
    expect(await here.actsOf(person)).not.toContain('emergency_called')
    expect(await here.entry(here.kim, person)).toContain('A supervisor decides by')
  })

  test('is the only one who can: a worker sees neither the number nor a way to decide', async () => {
    const person = await here.inDanger()
    const address = `/c/${person.reference}/emergency`
    for (const { statusCode, body } of [
      await here.kim.get(address),
      await here.kim.post(address, { called: 'yes', reason: 'In danger' })
    ]) {
      expect(statusCode).toBe(403)
      expect(body).not.toContain(NUMBER)
    }
    expect((await here.kim.get('/')).body).not.toContain(address)
    expect(await here.actsOf(person)).toEqual(['left_list'])
  })

  test('is late after five minutes, and everybody sees it', async () => {
    const person = await here.inDanger()
    await wasHeard(person, EMERGENCY_DECIDED_WITHIN)
    expect(await here.entry(here.kim, person)).toMatch(
      /A supervisor should have decided by \d\d:\d\d, and nobody has\./
    )
  })

  test('is asked nothing of who left a page: there is no number', async () => {
    const person = await Person.asks(here.product, [...opening(), answer('wantsNow', 'person')])
    await person.does({ type: 'typed', text: BACK })
    expect(await here.entry(here.robin, person)).not.toContain('999')
    expect((await here.robin.get(`/c/${person.reference}`)).statusCode).toBe(200)
    expect((await here.robin.get(`/c/${person.reference}/emergency`)).statusCode).toBe(410)
    expect((await here.robin.post(`/c/${person.reference}/emergency`, { called: 'yes', reason: 'x' })).statusCode).toBe(
      410
    )
  })

  test('is asked nothing of who has not left at risk', async () => {
    const person = await Texter.writes(here.product, 'hi', '1', 'no more texts')
    expect((await here.robin.get(`/c/${person.reference}/emergency`)).statusCode).toBe(410)
    expect(await here.actsOf(person)).toEqual([])
  })
})
