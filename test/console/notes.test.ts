import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Hub } from '../../src/channels/hub.ts'
import { webChannel } from '../../src/channels/web/routes.ts'
import { startSession } from '../../src/channels/web/session.ts'
import { captureLog } from '../captured-log.ts'
import { answer } from '../opening.ts'
import { readPdf, textIn } from '../summary/read-pdf.ts'
import { openTestDesk, Person, type TestDesk, type Worker } from './desk.ts'
import { freeHands } from './free-hands.ts'

const captured = captureLog()
let desk: TestDesk
let sam: Worker
let kim: Worker
beforeAll(async () => {
  desk = await openTestDesk({ log: captured.log })
  sam = await desk.signIn('Sam')
  kim = await desk.signIn('Kim')
})
afterEach(() => freeHands(desk.product))
afterAll(() => desk.close())

const SECRET = 'Sounded like <June>'
const SHOWN = 'Sounded like &lt;June>'
const note = (by: Worker, reference: string, text: string) => by.post(`/c/${reference}/note`, { written: text })
const notesOf = async ({ id }: { id: string }) => (await desk.product.conversations.read(id))?.notes

async function withNote(): Promise<Person> {
  const person = await Person.asks(desk.product)
  await sam.post(`/c/${person.reference}/take`)
  await note(sam, person.reference, SECRET)
  return person
}

describe('a private note', () => {
  test('stands on the page with who wrote it and when, in order, and none is ever changed', async () => {
    const person = await withNote()
    await note(sam, person.reference, 'It was not her')
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body).toMatch(/Sounded like &lt;June><\/p><p class="provenance">Sam, (?:\d+ \w+, )?\d\d:\d\d/)
    expect(body.indexOf(SHOWN)).toBeLessThan(body.indexOf('It was not her'))
    expect(await notesOf(person)).toMatchObject([{ text: SECRET, by: 'Sam' }, { text: 'It was not her' }])
  })

  test('goes with the conversation to the next worker', async () => {
    const person = await withNote()
    await sam.post(`/c/${person.reference}/release`)
    await kim.post(`/c/${person.reference}/take`)
    expect((await kim.get(`/c/${person.reference}`)).body).toContain(SHOWN)
    await note(kim, person.reference, 'Read, thank you')
    expect(await notesOf(person)).toMatchObject([{ by: 'Sam' }, { by: 'Kim' }])
  })

  test('is in no copy of the summary', async () => {
    const person = await withNote()
    for (const kind of ['txt', 'json', 'pdf']) {
      const { rawPayload } = await sam.get(`/c/${person.reference}/summary.${kind}`)
      const copy = kind === 'pdf' ? textIn(readPdf(rawPayload).root) : rawPayload.toString('utf8')
      expect(copy).toContain(kind === 'json' ? '"acceptedBy": "Sam"' : 'Accepted by Sam.')
      expect(copy).not.toContain('June')
    }
    const { body } = await sam.get(`/c/${person.reference}`)
    expect(body.slice(body.indexOf('id="summary-title"'))).not.toContain('June')
  })

  test('is on no page of the person, not in what they are told is passed on, and not in their view', async () => {
    const { product } = desk
    const key = randomBytes(32)
    const hub = new Hub(inbound => product.conversations.receive(inbound))
    const exitUrl = 'https://www.bbc.co.uk/weather'
    const web = webChannel({ ...product, hub, key, exitUrl, log: captured.log })
    const { access, cookie } = startSession(key)
    const id = await product.conversations.begin({ channel: 'web', locale: 'en', access, peer: null })
    for (const event of [answer('channelOk', 'yes'), answer('dangerNow', 'no'), { type: 'person' } as const]) {
      await product.conversations.receive({ conversation: id, messageId: randomUUID(), event })
    }
    const reference = (await product.conversations.read(id))?.conversation.reference ?? ''
    await sam.post(`/c/${reference}/take`)
    await note(sam, reference, SECRET)
    await sam.post(`/c/${reference}/action`, { kind: 'safeguarding', written: 'Rang about June' })
    expect(await notesOf({ id })).toHaveLength(1)
    for (const [url, holds] of [
      ['/', 'Sam'],
      ['/t', 'class="told"']
    ] as const) {
      const page = await web.inject({ url, headers: { cookie: `__Host-s=${cookie}` } })
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain(holds)
      expect(page.body).not.toContain('June')
    }
    const view = await product.conversations.view(id)
    expect(view?.worker).toBe('Sam')
    expect(JSON.stringify(view)).not.toContain('June')
    await web.close()
  })

  test('lies sealed; its act alone is on record, and no log has a word of it', async () => {
    const person = await withNote()
    const { db, pool } = desk.product.connection
    const stored = await db.selectFrom('answer').selectAll().where('conversation_id', '=', person.id).execute()
    const [row] = stored.filter(({ kind }) => kind === 'note')
    expect(row?.body.toString('latin1')).not.toContain('June')
    const audit = await db.selectFrom('audit').selectAll().where('conversation_id', '=', person.id).execute()
    expect(audit.map(({ action }) => action)).toContain('note')
    expect(JSON.stringify(audit)).not.toContain('June')
    await pool.query("alter table answer add constraint away check (kind <> 'note') not valid")
    const unsaved = await note(sam, person.reference, 'June again')
    await pool.query('alter table answer drop constraint away')
    expect(unsaved.body).toContain('It could not be saved. Your words are still here: try again.')
    expect(unsaved.body).toContain('June again</textarea>')
    expect(captured.text()).toContain('a worker could not write something down')
    expect(captured.text()).not.toContain('June')
  })

  test('can be written after they left, by the worker who had them', async () => {
    const person = await withNote()
    await person.does({ type: 'leave' })
    expect((await note(sam, person.reference, 'They went at the word police')).statusCode).toBe(303)
    expect(await notesOf(person)).toHaveLength(2)
  })

  test('with nothing in it is none, and nobody else can write one', async () => {
    const person = await withNote()
    expect((await note(sam, person.reference, ' \n')).body).toContain('Not saved. There is nothing in it yet.')
    expect((await note(kim, person.reference, 'from Kim')).body).toContain('Taken by Sam')
    expect(await notesOf(person)).toHaveLength(1)
  })
})
