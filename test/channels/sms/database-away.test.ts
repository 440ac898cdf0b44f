import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { TextLine } from './line.ts'
import { NEUTRAL } from './words.ts'

const HERS = '+447700900123'

let line: TextLine
let server: pg.Client
beforeAll(async () => {
  line = await TextLine.open()
  server = new pg.Client(inject('postgresUrl'))
  await server.connect()
})
afterAll(async () => {
  await line.close()
  await server.end()
})

/** The database of the line is there, or lets nobody in and sends away whoever is. */
async function database(isThere: boolean): Promise<void> {
  const name = new URL(line.product.databaseUrl).pathname.slice(1)
  await server.query(`alter database ${name} with allow_connections ${isThere}`)
  if (!isThere) {
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  }
}

test('a text that cannot be kept is not acknowledged, and is taken when the carrier brings it again', async () => {
  await line.text(HERS, 'hi')
  await database(false)
  const texted = await line.carrier.text(HERS, '1')
  expect(texted.answers).toMatchObject([{ status: 503, body: '' }])
  expect(line.heard(HERS)).toEqual([NEUTRAL])
  await database(true)
  const { answers } = await line.carrier.replay(texted, { copies: 2 })
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  await line.settle()
  expect(line.heard(HERS)).toHaveLength(2)
  expect(line.heard(HERS).at(-1)).toContain('Is anyone in danger right now?')
})

test('a text that was kept is answered once the database is back', async () => {
  line.carrier.faults.next('away')
  await line.carrier.text(HERS, '2')
  await database(false)
  await new Promise(resolve => setTimeout(resolve, 300))
  await database(true)
  await expect.poll(() => line.heard(HERS).at(-1), { timeout: 30_000 }).toContain('Who is this about?')
  await line.settle()
  expect(line.heard(HERS)).toHaveLength(3)
})
