// A stolen copy of the database: whatever workers wrote lies sealed in it, wherever they wrote it.
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { REASON } from '../../src/store/sealed-reason.ts'
import { CallBackDesk } from './call-back-desk.ts'
import { Person, type Worker } from './desk.ts'
import { BACK } from './left-desk.ts'
import { Texter } from './texter.ts'

vi.mock(import('../../src/reading/read.ts'), async original => {
  const { readAs } = await import('./read-as.ts')
  const whole = await original()
  return { ...whole, read: readAs(whole.read) }
})

const here = CallBackDesk.raise()

/** Every cell of every table, as a thief reads them: as it stands, and what stands in it as bytes or in base64. */
async function everythingAtRest(): Promise<string> {
  const { db } = here.desk.product.connection
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`.execute(db)
  const cells: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.raw(name)}`.execute(db)
    for (const cell of rows.flatMap(row => Object.values(row))) {
      const plain = Buffer.isBuffer(cell) ? cell.toString('latin1') : JSON.stringify(cell)
      cells.push(
        plain,
        ...(plain.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []).map(one => Buffer.from(one, 'base64').toString())
      )
    }
  }
  return cells.join('\n')
}

const about = (by: Worker, { reference }: { readonly reference: string }) => {
  return async (route: string, fields: Record<string, string>) => {
    await by.get('/')
    const { statusCode, body } = await by.post(`/c/${reference}/${route}`, fields)
    expect([route, statusCode, statusCode < 400 ? '' : body]).toEqual([route, statusCode < 300 ? 200 : 303, ''])
  }
}

test('whoever copies the database reads no reason a worker wrote, and no other word of theirs', async () => {
  const { sam, kim, desk } = here
  const person = await Person.asks(desk.product)
  const kims = about(kim, person)
  await kims('take', {})
  await kims('say', { text: 'kettle said' })
  await kims('band', { band: 'high', reason: 'kettle band' })
  await kims('note', { written: 'kettle note' })
  await kims('action', { kind: 'safeguarding', written: 'kettle action' })
  await kims('action', { kind: 'withoutConsent', written: 'kettle shared', approvedBy: 'kettle approver' })
  await kims('close', { outcome: 'advice_given', written: 'kettle done', because: 'kettle because' })
  await about(sam, person)('break-glass', { reason: 'kettle glass' })

  const left = await Texter.writes(desk.product, 'hi', '1', BACK)
  await about(sam, left)('emergency', { called: 'no', reason: 'kettle nine' })

  const later = await here.who({ times: ['weekdayMorning'] })
  await here.at('13:00')
  const sams = about(sam, later)
  await sams('call-back', { override: 'yes', written: 'kettle override' })
  await sams('attempt', { result: 'noAnswer', written: 'kettle attempt' })
  await sams('call-back-end', { written: 'kettle end' })

  const stolen = await everythingAtRest()
  expect(stolen.match(/.{0,40}kettle.{0,40}/g)).toBeNull()
  expect(stolen).toContain(REASON)

  // They are all kept: those who may read them do.
  const kept = [
    JSON.stringify(await desk.product.conversations.read(person.id)),
    JSON.stringify(await desk.product.conversations.read(later.id)),
    (await sam.get('/audit')).body
  ].join()
  const written = 'said band note action shared approver done because glass nine override attempt end'
  for (const word of written.split(' ')) expect(kept).toContain(`kettle ${word}`)
  expect((await sam.get('/audit')).body).toContain('The chain holds')
})
