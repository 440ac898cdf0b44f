// Whoever reads what people said is on record, by whichever route they came. Every route there is, for everybody there may be.
import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formToken } from '../../src/console/form-token.ts'
import { hashOf, newToken } from '../../src/console/sign-in-link.ts'
import { READING_ACTS } from '../../src/store/audit.ts'
import { answer, opening } from '../opening.ts'
import { rebind } from '../rebind.ts'
import { agreed } from './agreed.ts'
import { openTestDesk, Person, type TestDesk } from './desk.ts'
import { BACK } from './left-desk.ts'
import type { Route } from './routes-of.ts'
import { Texter } from './texter.ts'

/** Every route is asked, on a machine that may be busy; in ms. */
const PATIENCE = 300_000
let desk: TestDesk
beforeAll(async () => {
  const kept = { contentDomains: [], isKept: async () => false, send: async () => true, sentOf: async () => [] }
  desk = await openTestDesk({ mail: { ...kept, addressOf: text => text } })
  await desk.origin.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => desk.close())

/** Of several in one list the reference says whose words they are; what somebody typed only they said. */
interface Somebody {
  readonly person: Person
  readonly typed: string
}
const COVER_NAME = 'Pat from the library'
const isIn = (body: string, { person, typed }: Somebody): boolean =>
  body.includes(typed) || (body.includes(COVER_NAME) && body.includes(person.reference))

const door = () => `the blue door ${randomUUID()}`
async function waits(): Promise<Somebody> {
  const text = door()
  const events = [answer('channelOk', 'yes'), answer('dangerNow', 'no'), { type: 'typed', text } as const]
  return { person: await Person.asks(desk.product, events), typed: text }
}
const left = async (somebody: Somebody): Promise<Somebody> => {
  await somebody.person.does({ type: 'leave' })
  return somebody
}

/** Somebody never handed over, who left after something grave. */
async function unclaimed(): Promise<Somebody> {
  const { conversations } = desk.product
  const text = door()
  const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  for (const event of [
    ...opening(),
    answer('wantsNow', 'questions'),
    answer('wants', 'talk'),
    { type: 'typed', text: 'he choked me last year' } as const,
    answer('neck', 'before'),
    { type: 'typed', text } as const,
    { type: 'leave' } as const
  ]) {
    await conversations.receive({ conversation: id, messageId: randomUUID(), event })
  }
  const reference = (await conversations.read(id))?.conversation.reference ?? ''
  return { person: { id, reference } as Person, typed: text }
}

/** Somebody who left by text because somebody was there: their words stand on the list, and a supervisor is asked about 999. */
async function inDanger(): Promise<Somebody> {
  const text = door()
  const person = await Texter.writes(desk.product, 'hi', '1', text, BACK)
  return { person: { id: person.id, reference: person.reference } as Person, typed: text }
}

/** Somebody who has just begun their shift, and has looked at nothing yet. */
async function freshMember() {
  const { connection, staff } = desk.product
  const [id, token, now] = [randomUUID(), newToken(), new Date()]
  const roles = ['worker', 'supervisor'] as const
  await connection.db
    .insertInto('staff')
    .values({ id, name: 'Robin', roles: [...roles], created_at: now })
    .execute()
  await rebind(desk.product)
  await staff.openSession(hashOf(token), { staffId: id, by: 'link' }, now)
  return { id, cookie: `__Host-staff=${token}`, token: formToken(desk.key, hashOf(token)) }
}
type Member = Awaited<ReturnType<typeof freshMember>>

const FULL = {
  text: 'hello',
  written: 'hello',
  reason: 'they asked me to look',
  outcome: 'advice_given',
  result: 'noAnswer',
  kind: 'done',
  address: 'midwife@example.org',
  partner: 'nobody',
  available: 'yes',
  called: 'yes'
}

/** What comes back; of a stream its first moments. */
async function bodyOf(method: 'GET' | 'POST', url: string, by: Member, fields: Record<string, string> | null) {
  const { port } = desk.origin.server.address() as AddressInfo
  const stop = new AbortController()
  const payload = new URLSearchParams({ token: by.token, once: randomUUID(), ...fields })
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const answered = await fetch(`http://127.0.0.1:${port}${url}`, {
    method,
    redirect: 'manual',
    signal: stop.signal,
    headers: { cookie: by.cookie, ...(method === 'POST' ? form : {}) },
    ...(method === 'POST' ? { body: payload } : {})
  })
  if (!url.includes('/events')) return answered.text()
  let text = ''
  setTimeout(() => stop.abort(), 400)
  try {
    for await (const chunk of answered.body ?? []) text += new TextDecoder().decode(chunk)
  } catch {}
  return text
}

/** Acts of reading that are on record of a member, by conversation. */
async function readBy({ id }: Member): Promise<Set<string | null>> {
  const rows = await desk.product.connection.db
    .selectFrom('audit')
    .select('conversation_id')
    .where('staff_id', '=', id)
    .where('action', 'in', [...READING_ACTS])
    .execute()
  return new Set(rows.map(row => row.conversation_id))
}

const WHO: Readonly<Record<string, () => Promise<Somebody>>> = {
  'who waits': waits,
  'who agreed to be contacted later': async () => ({
    person: await agreed(desk.product, { times: ['anyTime'] }),
    typed: COVER_NAME
  }),
  'who left after they asked': async () => left(await waits()),
  'who left before they asked': unclaimed,
  'who left in danger': inDanger
}

/** What one route shows a member who has looked at nothing: null where it is nothing of theirs; else whether it is on record. */
async function tryRoute(
  { method, url }: Route,
  somebody: Somebody,
  by: Member,
  fields: Record<string, string> | null
): Promise<boolean | null> {
  const body = await bodyOf(method, url.replace('AAAAAAA', somebody.person.reference), by, fields)
  return isIn(body, somebody) ? (await readBy(by)).has(somebody.person.id) : null
}

describe('a body with a person’s words has its line in the record, of somebody', () => {
  test.each(Object.entries(WHO))('%s', { timeout: PATIENCE }, async (_who, make) => {
    const unrecorded: string[] = []
    let shown = 0
    let somebody = await make()
    for (const route of desk.routes) {
      if (route.access === 'open' || route.url === '/sign-out') continue
      // It may have been closed or taken by the one before.
      if (route.method === 'POST' && route.url.includes('AAAAAAA')) somebody = await make()
      const isOnRecord = await tryRoute(route, somebody, await freshMember(), FULL)
      if (isOnRecord !== null) shown += 1
      if (isOnRecord === false) unrecorded.push(`${route.method} ${route.url}`)
    }
    expect(unrecorded).toEqual([])
    expect(shown).toBeGreaterThan(0)
  })

  test('whose worker they are, whatever they write into it', { timeout: PATIENCE }, async () => {
    const unrecorded: string[] = []
    const shown: string[] = []
    for (const route of desk.routes) {
      if (!route.url.includes('/c/AAAAAAA')) continue
      const somebody = await waits()
      const by = await freshMember()
      await bodyOf('POST', `/c/${somebody.person.reference}/take`, by, null)
      // A form with nothing in it: the page comes back with what is missing.
      const isOnRecord = await tryRoute(route, somebody, by, null)
      const name = `${route.method} ${route.url}`
      if (isOnRecord !== null) shown.push(name)
      if (isOnRecord === false) unrecorded.push(name)
    }
    expect(unrecorded).toEqual([])
    const some = ['GET /c/AAAAAAA/log', 'GET /c/AAAAAAA/events', 'GET /c/AAAAAAA/summary.txt', 'POST /c/AAAAAAA/note']
    expect(shown).toEqual(expect.arrayContaining(some))
    expect(shown.length).toBeGreaterThan(8)
  })
})

test('whoever keeps the log open is on record again and again, and not every few seconds', async () => {
  const { person } = await waits()
  const by = await freshMember()
  const lines = async () =>
    (
      await desk.product.connection.db
        .selectFrom('audit')
        .select('at')
        .where('staff_id', '=', by.id)
        .where('conversation_id', '=', person.id)
        .execute()
    ).length
  for (let look = 0; look < 3; look += 1) await bodyOf('GET', `/c/${person.reference}/log`, by, null)
  expect(await lines()).toBe(1)
  const { readings } = desk.product
  const entry = { staffId: by.id, action: 'summary_follow' } as const
  await readings.readOnRecord(person.id, entry, new Date(Date.now() + 11 * 60_000))
  expect(await lines()).toBe(2)
})
