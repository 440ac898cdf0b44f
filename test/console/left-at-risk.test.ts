// Somebody left in danger, after they had told of suicide, or with a plea: the desk knows at once, and their phone stays silent.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deskRules } from '../../src/azure.ts'
import { EMERGENCY_DECIDED_WITHIN } from '../../src/limits.ts'
import { runDueClock, tellOpening, tellPresence } from '../../src/store/handover-clocks.ts'
import { runDueTimer } from '../../src/store/timers.ts'
import { answer, opening } from '../opening.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { freeHands } from './free-hands.ts'
import { NUMBER, Texter } from './texter.ts'

vi.mock(import('../../src/reading/read.ts'), async original => {
  const { readAs } = await import('./read-as.ts')
  const whole = await original()
  return { ...whole, read: readAs(whole.read) }
})

let desk: TestDesk
let robin: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  // Whoever comes first is a supervisor too.
  robin = await desk.signIn('Robin')
  kim = await desk.signIn('Kim')
})
beforeEach(() => desk.product.connection.pool.query('delete from unclaimed'))
afterEach(() => freeHands(desk.product))
afterAll(() => desk.close())

const BACK = 'gotta go hes back'
const inDanger = () => Texter.writes(desk.product, 'hi', '1', BACK)

const auditOf = async ({ id }: { readonly id: string }) => {
  const { db } = desk.product.connection
  return db
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.staff_id')
    .select(['name', 'action', 'reason'])
    .where('conversation_id', '=', id)
    .orderBy('audit.id')
    .execute()
}
const actsOf = async (person: { readonly id: string }) => (await auditOf(person)).map(({ action }) => action)
const eventsOf = async ({ id }: { readonly id: string }) => {
  const { rows } = await desk.product.connection.pool.query('select kind from event where conversation_id = $1', [id])
  return rows.map(({ kind }) => kind as string)
}
/** What stands on a worker's first page about them, as text; empty when nothing does. */
async function entry(worker: Worker, { reference }: { readonly reference: string }): Promise<string> {
  const { body } = await worker.get('/')
  const list = body.split('id="not-in-the-queue"')[1] ?? ''
  const item = list.split('<li').find(part => part.includes(`>${reference}<`)) ?? ''
  return item.slice(0, item.indexOf('</li>')).replace(/<[^>]+>/g, '\n')
}
const order = async (worker: Worker) => {
  const list = (await worker.get('/')).body.split('id="not-in-the-queue"')[1] ?? ''
  return [...list.matchAll(/<p class="reference">([^ <]+)</g)].map(([, reference]) => reference)
}
const wasHeard = ({ id }: { readonly id: string }, ago: number) =>
  desk.product.connection.db
    .updateTable('unclaimed')
    .set({ heard_at: new Date(Date.now() - ago) })
    .where('conversation_id', '=', id)
    .execute()

describe('somebody who left in danger', () => {
  test('stands on the list with how they went and the very words, and every look is on record', async () => {
    const person = await inDanger()
    const shown = await entry(kim, person)
    expect(shown).toMatch(/Left in danger at .*: somebody was there, was coming, or held the phone\. Do not contact\./)
    expect(shown).toContain(BACK)
    expect(await actsOf(person)).toEqual(['left_list'])
    await robin.get('/')
    expect(await auditOf(person)).toMatchObject([{ name: 'Kim' }, { name: 'Robin' }])
  })

  test('stands there also when they had asked for a person, once, and with the words they had before', async () => {
    const person = await Texter.writes(desk.product, 'hi', '1', 'PERSON', 'he has a knife', BACK)
    expect(await entry(kim, person)).toMatch(/he has a knife[\s\S]*gotta go hes back/)
    const { body } = await kim.get('/')
    expect(body.split(`<p class="reference">${person.reference}`)).toHaveLength(2)
  })

  test('stands there although nothing else they said raises anything', async () => {
    const person = await Person.asks(desk.product)
    await person.does({ type: 'typed', text: BACK })
    expect(await entry(kim, person)).toContain('Left in danger')
  })

  test('stands first; then who left after suicide was told, then a plea, then everybody else', async () => {
    const wantsNone = await Texter.writes(desk.product, 'hi', '1', 'no more texts')
    const hands = await Texter.writes(desk.product, 'hi', '1', 'wrong number')
    const plea = await Texter.writes(desk.product, 'hi', '1', 'stop dave')
    const suicide = await Texter.writes(desk.product, 'hi', '1', 'i want to die', 'X')
    const danger = await inDanger()
    await Texter.writes(desk.product, 'hi', '1', 'he choked me last year', 'X')
    const references = await order(kim)
    expect(references.slice(0, 3)).toEqual([danger.reference, suicide.reference, plea.reference])
    expect(references.slice(3)).toEqual(expect.arrayContaining([wantsNone.reference, hands.reference]))
    expect(await entry(kim, suicide)).toMatch(/after suicide was spoken of[\s\S]*i want to die/)
    expect(await entry(kim, plea)).toMatch(/may have been a plea for help[\s\S]*stop dave/)
    expect(await entry(kim, hands)).toMatch(/Somebody else may have had the phone[\s\S]*wrong number/)
    expect(await entry(kim, wantsNone)).toMatch(/want no more texts[\s\S]*no more texts/)
  })

  test('is on top of the first page as a number, so that nobody has to look for them; and every page calls until one is opened', async () => {
    const { staff } = desk.product
    const person = await inDanger()
    expect((await kim.get('/')).body).toContain('Left at risk: 1. Nobody has opened 1 of them.')
    expect(await staff.calls(new Date())).toMatchObject({ left: 1 })
    await kim.get(`/c/${person.reference}`)
    expect((await kim.get('/')).body).toMatch(/Left at risk: 1\. {2}A supervisor has still to decide about 999 for 1\./)
    expect(await staff.calls(new Date())).toMatchObject({ left: 0 })
  })

  test('has no alarm on the page when nobody left at risk', async () => {
    await Texter.writes(desk.product, 'hi', '1', 'no more texts')
    expect((await kim.get('/')).body).not.toContain('Left at risk')
  })

  test('can be read and nothing else: no form, no number, and no copy', async () => {
    const person = await Texter.writes(desk.product, 'hi', '1', 'PERSON', BACK)
    const page = await kim.get(`/c/${person.reference}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(BACK)
    expect(`${page.body}${(await kim.get('/')).body}`).not.toMatch(/900123|\+447700/)
    expect(page.body).not.toContain(`action="/c/${person.reference}`)
    expect(await actsOf(person)).toEqual(['summary_open', 'left_list'])
  })

  test('is not read by whoever has the partner: neither the words nor the page, and no line says that they were', async () => {
    const person = await inDanger()
    const other = await Person.asks(desk.product)
    await kim.post(`/c/${other.reference}/take`)
    const { rows } = await desk.product.connection.pool.query("select id from staff where name = 'Kim'")
    const entryOf = { staffId: rows[0]?.id as string, action: 'partner_link', conversation: other.id } as const
    await desk.product.staff.linkPartners(entryOf, person.id)
    const shown = await entry(kim, person)
    expect(shown).toContain('Left in danger')
    expect(shown).not.toContain(BACK)
    expect((await kim.get(`/c/${person.reference}`)).body).not.toContain(BACK)
    expect(await actsOf(person)).toEqual([])
  })

  test('is opened by their own worker as ever, who reads how they went', async () => {
    const person = await Texter.waits(desk.product)
    await kim.post(`/c/${person.reference}/take`)
    await person.texts(BACK)
    const { body } = await kim.get(`/c/${person.reference}`)
    expect(body).toContain('They left because somebody was there, was coming, or held the phone.')
    expect(body).toContain('May 999 be called for them? A supervisor decides by')
    expect(body).not.toContain('900123')
  })
})

describe('after somebody left in danger by text nothing goes to their phone', () => {
  const silent = async (person: Texter, does: () => Promise<unknown>) => {
    await person.send()
    const before = person.phone.texts.length
    await does()
    await person.send()
    await person.send(() => new Date(Date.now() + 3_600_000))
    expect(person.phone.texts).toHaveLength(before)
  }
  const agreesAndLeaves = async () => {
    const person = await Texter.agrees(desk.product, NUMBER, 'anyTime')
    await person.texts(BACK)
    return person
  }

  test('whatever a worker tries, by a form or past it', async () => {
    for (const make of [inDanger, agreesAndLeaves]) {
      const person = await make()
      await silent(person, async () => {
        for (const act of ['take', 'say', 'ready', 'call-back', 'attempt', 'close', 'bring-back'])
          await robin.post(`/c/${person.reference}/${act}`, { text: 'Are you there?', answer: 'hello' })
        const worker = { id: randomUUID(), name: 'Robin' }
        expect(await desk.product.conversations.join(person.id, worker, randomUUID())).toBe('left')
        const said = { conversation: person.id, messageId: randomUUID(), worker, text: 'Are you there?' }
        expect(['left', 'notYours']).toContain(await desk.product.conversations.speak(said))
      })
      expect((await kim.get('/call-backs')).body).not.toContain(person.reference)
    }
  })

  test('nor by the worker who had them, here or from Azure', async () => {
    const person = await Texter.waits(desk.product)
    await kim.post(`/c/${person.reference}/take`)
    await person.texts(BACK)
    const { owner } = (await person.reading()).conversation
    if (owner.kind !== 'worker') throw new Error('nobody has them')
    await silent(person, async () => {
      expect((await kim.post(`/c/${person.reference}/say`, { text: 'Are you there?' })).body).toContain('Not sent.')
      // The bridge speaks by the same road, and says why not in the words of the desk.
      const said = { conversation: person.id, messageId: randomUUID(), worker: owner, text: 'Are you there?' }
      expect(await desk.product.conversations.speak(said)).toBe('left')
      expect(deskRules(desk.product).whyNot('left')).toBe('Not sent. They have left, and nothing may be sent to them.')
    })
  })

  test('nor by a clock', async () => {
    const person = await agreesAndLeaves()
    const { connection, conversations } = desk.product
    await silent(person, async () => {
      const later = new Date(Date.now() + 3_600_000)
      const tick = conversations.tick.bind(conversations)
      for (let count = 0; count < 50; count += 1) {
        await runDueClock(connection, tick, later)
        await runDueTimer(connection, later)
      }
      await tellPresence(connection, tick, later)
      await tellOpening(connection, tick, false, later)
      await tellOpening(connection, tick, true, later)
    })
  })

  test('nor by the decision about 999', async () => {
    const person = await inDanger()
    await silent(person, async () => {
      await robin.get(`/c/${person.reference}`)
      await robin.post(`/c/${person.reference}/emergency`, { called: 'yes', reason: 'In danger now' })
    })
  })
})

describe('those on call', () => {
  test('are told in the same turn, of who left in danger, after suicide was told, or with a plea', async () => {
    for (const person of [
      await inDanger(),
      await Texter.writes(desk.product, 'hi', '1', 'stop dave'),
      await Texter.writes(desk.product, 'hi', '1', 'i want to die', 'X')
    ])
      expect(await eventsOf(person)).toContain('left.at_risk')
  })

  test('are not told of who wants no more texts, or went by the exit', async () => {
    for (const text of ['no more texts', 'wrong number', 'X'])
      expect(await eventsOf(await Texter.writes(desk.product, 'hi', '1', text))).not.toContain('left.at_risk')
  })

  test('are not woken for who leaves a worker with whom they spoke of suicide; they are, for who leaves one in danger', async () => {
    const spoke = await Texter.writes(desk.product, 'hi', '1', 'i want to die')
    const danger = await Texter.waits(desk.product)
    for (const { reference } of [spoke, danger]) await kim.post(`/c/${reference}/take`)
    await spoke.texts('X')
    await danger.texts(BACK)
    expect(await entry(kim, spoke)).toContain('after suicide was spoken of')
    expect([await eventsOf(spoke), await eventsOf(danger)]).toEqual([
      expect.not.arrayContaining(['left.at_risk']),
      expect.arrayContaining(['left.at_risk'])
    ])
  })

  test('are nobody here, and then the list and the page say that nobody is watching', async () => {
    const person = await inDanger()
    for (const url of ['/', `/c/${person.reference}`])
      expect((await kim.get(url)).body).toContain('While nobody is on duty, nobody is watching this list.')
    const watched = await openTestDesk({ onCall: true }, desk.product)
    const sam = await watched.signIn('Sam')
    for (const url of ['/', `/c/${person.reference}`]) {
      const { body } = await sam.get(url)
      expect(body).toContain(person.reference)
      expect(body).not.toContain('nobody is watching')
    }
    await watched.close()
  })
})

describe('may 999 be called for them? A supervisor', () => {
  const decides = (person: Texter, fields: Record<string, string>) =>
    robin.post(`/c/${person.reference}/emergency`, fields)

  test('is led to the question with the number, which is on record; a worker reads that a supervisor decides', async () => {
    const person = await inDanger()
    expect((await kim.get(`/c/${person.reference}`)).body).toMatch(/A supervisor decides by \d\d:\d\d\./)
    const led = await robin.get(`/c/${person.reference}`)
    expect(led.headers.location).toBe(`/c/${person.reference}/emergency`)
    expect(await actsOf(person)).toEqual(['summary_open'])
    const { body } = await robin.get(`/c/${person.reference}/emergency`)
    for (const words of [NUMBER, BACK, '999 was called', '999 was not called']) expect(body).toContain(words)
    expect(await actsOf(person)).toEqual(['summary_open', 'number_open'])
  })

  test('decides on record, with the reason; everybody sees what, who and when, and the number no more', async () => {
    const called = await inDanger()
    const not = await inDanger()
    await decides(called, { called: 'yes', reason: 'Danger now, the police know the number' })
    await decides(not, { called: 'no', reason: 'Nothing that points to an address' })
    expect((await auditOf(called)).at(-1)).toEqual({
      name: 'Robin',
      action: 'emergency_called',
      reason: 'Danger now, the police know the number'
    })
    expect((await auditOf(not)).at(-1)).toMatchObject({ name: 'Robin', action: 'emergency_not_called' })
    expect(await entry(kim, called)).toMatch(/999 was called for them: Robin, \d\d:\d\d\./)
    expect(await entry(kim, not)).toMatch(/999 was not called for them: Robin, \d\d:\d\d\./)
    const { body } = await robin.get(`/c/${called.reference}`)
    expect(body).toMatch(/999 was called for them: Robin/)
    expect(body).not.toContain(NUMBER)
    expect((await kim.get('/')).body).not.toContain('still to decide')
  })

  test('decides once, however often the form arrives, and may decide anew', async () => {
    const person = await inDanger()
    const fields = { called: 'no', reason: 'Too little is known', once: randomUUID() }
    await decides(person, fields)
    await decides(person, fields)
    await decides(person, { called: 'yes', reason: 'A colleague knows more' })
    expect(await actsOf(person)).toEqual(['emergency_not_called', 'emergency_called'])
  })

  test('gives a reason and says which of the two, or nothing is decided', async () => {
    const person = await inDanger()
    const kept = 'a reason that is kept'
    for (const fields of [{ called: 'yes', reason: ' ' }, { reason: kept }, { called: 'yes', reason: 'x'.repeat(501) }])
      expect((await decides(person, fields as Record<string, string>)).statusCode).toBe(422)
    expect((await decides(person, { called: '?', reason: kept })).body).toContain('Not kept. Say which of the two')
    expect(await actsOf(person)).not.toContain('emergency_called')
    expect(await entry(kim, person)).toContain('A supervisor decides by')
  })

  test('is the only one who can: a worker sees neither the number nor a way to decide', async () => {
    const person = await inDanger()
    const address = `/c/${person.reference}/emergency`
    for (const { statusCode, body } of [
      await kim.get(address),
      await kim.post(address, { called: 'yes', reason: 'In danger' })
    ]) {
      expect(statusCode).toBe(403)
      expect(body).not.toContain(NUMBER)
    }
    expect((await kim.get('/')).body).not.toContain(address)
    expect(await actsOf(person)).toEqual(['left_list'])
  })

  test('is late after five minutes, and everybody sees it', async () => {
    const person = await inDanger()
    await wasHeard(person, EMERGENCY_DECIDED_WITHIN)
    expect(await entry(kim, person)).toMatch(/A supervisor should have decided by \d\d:\d\d, and nobody has\./)
  })

  test('is asked nothing of who left a page: there is no number', async () => {
    const person = await Person.asks(desk.product, [...opening(), answer('wantsNow', 'person')])
    await person.does({ type: 'typed', text: BACK })
    expect(await entry(robin, person)).not.toContain('999')
    expect((await robin.get(`/c/${person.reference}`)).statusCode).toBe(200)
    expect((await robin.get(`/c/${person.reference}/emergency`)).statusCode).toBe(410)
    expect((await robin.post(`/c/${person.reference}/emergency`, { called: 'yes', reason: 'x' })).statusCode).toBe(410)
  })

  test('is asked nothing of who has not left at risk', async () => {
    const person = await Texter.writes(desk.product, 'hi', '1', 'no more texts')
    expect((await robin.get(`/c/${person.reference}/emergency`)).statusCode).toBe(410)
    expect(await actsOf(person)).toEqual([])
  })
})
