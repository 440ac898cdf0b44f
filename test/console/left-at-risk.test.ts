// Somebody left in danger, after they had told of suicide, or with a plea: the desk knows at once, and their phone stays silent.
import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { deskRules } from '../../src/azure.ts'
import { runDueClock, tellOpening, tellPresence } from '../../src/store/handover-clocks.ts'
import { runDueTimer } from '../../src/store/timers.ts'
import { openTestDesk, Person, type Worker } from './desk.ts'
import { BACK, LeftDesk } from './left-desk.ts'
import { NUMBER, Texter } from './texter.ts'

vi.mock(import('../../src/reading/read.ts'), async original => {
  const { readAs } = await import('./read-as.ts')
  const whole = await original()
  return { ...whole, read: readAs(whole.read) }
})

const here = LeftDesk.raise()

const eventsOf = async ({ id }: { readonly id: string }) => {
  const { rows } = await here.product.connection.pool.query('select kind from event where conversation_id = $1', [id])
  return rows.map(({ kind }) => kind as string)
}
const order = async (worker: Worker) =>
  [...(await here.list(worker)).matchAll(/<p class="reference">([^ <]+)</g)].map(([, reference]) => reference)

describe('somebody who left in danger', () => {
  test('stands on the list with how they went and the very words, and every look is on record', async () => {
    const person = await here.inDanger()
    const shown = await here.entry(here.kim, person)
    expect(shown).toMatch(/Left in danger at .*: somebody was there, was coming, or held the phone\. Do not contact\./)
    expect(shown).toContain(BACK)
    expect(await here.actsOf(person)).toEqual(['left_list'])
    await here.robin.get('/')
    expect(await here.recordOf(person)).toMatchObject([{ name: 'Kim' }, { name: 'Robin' }])
  })

  test('stands there also when they had asked for a person, once, and with the words they had before', async () => {
    const person = await Texter.writes(here.product, 'hi', '1', 'PERSON', 'he has a knife', BACK)
    expect(await here.entry(here.kim, person)).toMatch(/he has a knife[\s\S]*gotta go hes back/)
    const { body } = await here.kim.get('/')
    expect(body.split(`<p class="reference">${person.reference}`)).toHaveLength(2)
  })

  test('stands there although nothing else they said raises anything', async () => {
    const person = await Person.asks(here.product)
    await person.does({ type: 'typed', text: BACK })
    expect(await here.entry(here.kim, person)).toContain('Left in danger')
  })

  test('stands first; then who left after suicide was told, then a plea, then everybody else', async () => {
    const wantsNone = await Texter.writes(here.product, 'hi', '1', 'no more texts')
    const hands = await Texter.writes(here.product, 'hi', '1', 'wrong number')
    const plea = await Texter.writes(here.product, 'hi', '1', 'stop dave')
    const suicide = await Texter.writes(here.product, 'hi', '1', 'i want to die', 'X')
    const danger = await here.inDanger()
    await Texter.writes(here.product, 'hi', '1', 'he choked me last year', 'X')
    const references = await order(here.kim)
    expect(references.slice(0, 3)).toEqual([danger.reference, suicide.reference, plea.reference])
    expect(references.slice(3)).toEqual(expect.arrayContaining([wantsNone.reference, hands.reference]))
    expect(await here.entry(here.kim, suicide)).toMatch(/after suicide was spoken of[\s\S]*i want to die/)
    expect(await here.entry(here.kim, plea)).toMatch(/may have been a plea for help[\s\S]*stop dave/)
    expect(await here.entry(here.kim, hands)).toMatch(/Somebody else may have had the phone[\s\S]*wrong number/)
    expect(await here.entry(here.kim, wantsNone)).toMatch(/want no more texts[\s\S]*no more texts/)
  })

  test('is on top of the first page as a number, so that nobody has to look for them; and every page calls until one is opened', async () => {
    const { staff } = here.product
    const person = await here.inDanger()
    expect((await here.kim.get('/')).body).toContain('Left at risk: 1. Nobody has opened 1 of them.')
    expect(await staff.calls(new Date())).toMatchObject({ left: 1 })
    await here.kim.get(`/c/${person.reference}`)
    expect((await here.kim.get('/')).body).toMatch(
      /Left at risk: 1\. {2}A supervisor has still to decide about 999 for 1\./
    )
    expect(await staff.calls(new Date())).toMatchObject({ left: 0 })
  })

  test('has no alarm on the page when nobody left at risk', async () => {
    await Texter.writes(here.product, 'hi', '1', 'no more texts')
    expect((await here.kim.get('/')).body).not.toContain('Left at risk')
  })

  test('can be read and nothing else: no form, no number, and no copy', async () => {
    const person = await Texter.writes(here.product, 'hi', '1', 'PERSON', BACK)
    const page = await here.kim.get(`/c/${person.reference}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(BACK)
    expect(`${page.body}${(await here.kim.get('/')).body}`).not.toMatch(/900123|\+447700/)
    expect(page.body).not.toContain(`action="/c/${person.reference}`)
    expect(await here.actsOf(person)).toEqual(['summary_open', 'left_list'])
  })

  test('is not read by whoever has the partner: neither the words nor the page, and no line says that they were', async () => {
    const person = await here.inDanger()
    const other = await Person.asks(here.product)
    await here.kim.post(`/c/${other.reference}/take`)
    const { rows } = await here.product.connection.pool.query("select id from staff where name = 'Kim'")
    const entryOf = { staffId: rows[0]?.id as string, action: 'partner_link', conversation: other.id } as const
    await here.product.staff.linkPartners(entryOf, person.id)
    const shown = await here.entry(here.kim, person)
    expect(shown).toContain('Left in danger')
    expect(shown).not.toContain(BACK)
    expect((await here.kim.get(`/c/${person.reference}`)).body).not.toContain(BACK)
    expect(await here.actsOf(person)).toEqual([])
  })

  test('is opened by their own worker as ever, who reads how they went', async () => {
    const person = await Texter.waits(here.product)
    await here.kim.post(`/c/${person.reference}/take`)
    await person.texts(BACK)
    const { body } = await here.kim.get(`/c/${person.reference}`)
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
    const person = await Texter.agrees(here.product, NUMBER, 'anyTime')
    await person.texts(BACK)
    return person
  }

  test('whatever a worker tries, by a form or past it', async () => {
    for (const make of [() => here.inDanger(), agreesAndLeaves]) {
      const person = await make()
      await silent(person, async () => {
        for (const act of ['take', 'say', 'ready', 'call-back', 'attempt', 'close', 'bring-back'])
          await here.robin.post(`/c/${person.reference}/${act}`, { text: 'Are you there?', answer: 'hello' })
        const worker = { id: randomUUID(), name: 'Robin' }
        expect(await here.product.conversations.join(person.id, worker, randomUUID())).toBe('left')
        const said = { conversation: person.id, messageId: randomUUID(), worker, text: 'Are you there?' }
        expect(['left', 'notYours']).toContain(await here.product.conversations.speak(said))
      })
      expect((await here.kim.get('/call-backs')).body).not.toContain(person.reference)
    }
  })

  test('nor by the worker who had them, here or from Azure', async () => {
    const person = await Texter.waits(here.product)
    await here.kim.post(`/c/${person.reference}/take`)
    await person.texts(BACK)
    const { owner } = (await person.reading()).conversation
    if (owner.kind !== 'worker') throw new Error('nobody has them')
    await silent(person, async () => {
      expect((await here.kim.post(`/c/${person.reference}/say`, { text: 'Are you there?' })).body).toContain(
        'Not sent.'
      )
      // The bridge speaks by the same road, and says why not in the words of the desk.
      const said = { conversation: person.id, messageId: randomUUID(), worker: owner, text: 'Are you there?' }
      expect(await here.product.conversations.speak(said)).toBe('left')
      expect(deskRules(here.product).whyNot('left')).toBe('Not sent. They have left, and nothing may be sent to them.')
    })
  })

  test('nor by a clock', async () => {
    const person = await agreesAndLeaves()
    const { connection, conversations } = here.product
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
    const person = await here.inDanger()
    await silent(person, async () => {
      await here.robin.get(`/c/${person.reference}`)
      await here.robin.post(`/c/${person.reference}/emergency`, { called: 'yes', reason: 'In danger now' })
    })
  })
})

describe('those on call', () => {
  test('are told in the same turn, of who left in danger, after suicide was told, or with a plea', async () => {
    for (const person of [
      await here.inDanger(),
      await Texter.writes(here.product, 'hi', '1', 'stop dave'),
      await Texter.writes(here.product, 'hi', '1', 'i want to die', 'X')
    ])
      expect(await eventsOf(person)).toContain('left.at_risk')
  })

  test('are not told of who wants no more texts, or went by the exit', async () => {
    for (const text of ['no more texts', 'wrong number', 'X'])
      expect(await eventsOf(await Texter.writes(here.product, 'hi', '1', text))).not.toContain('left.at_risk')
  })

  test('are not woken for who leaves a worker with whom they spoke of suicide; they are, for who leaves one in danger', async () => {
    const spoke = await Texter.writes(here.product, 'hi', '1', 'i want to die')
    const danger = await Texter.waits(here.product)
    for (const { reference } of [spoke, danger]) await here.kim.post(`/c/${reference}/take`)
    await spoke.texts('X')
    await danger.texts(BACK)
    expect(await here.entry(here.kim, spoke)).toContain('after suicide was spoken of')
    expect([await eventsOf(spoke), await eventsOf(danger)]).toEqual([
      expect.not.arrayContaining(['left.at_risk']),
      expect.arrayContaining(['left.at_risk'])
    ])
  })

  test('are nobody here, and then the list and the page say that nobody is watching', async () => {
    const person = await here.inDanger()
    for (const url of ['/', `/c/${person.reference}`])
      expect((await here.kim.get(url)).body).toContain('While nobody is on duty, nobody is watching this list.')
    const watched = await openTestDesk({ onCall: true }, here.product)
    const sam = await watched.signIn('Sam')
    for (const url of ['/', `/c/${person.reference}`]) {
      const { body } = await sam.get(url)
      expect(body).toContain(person.reference)
      expect(body).not.toContain('nobody is watching')
    }
    await watched.close()
  })
})
