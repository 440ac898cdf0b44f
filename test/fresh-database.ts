import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of its own for one test, made from another one. Returns its address. */
async function madeFrom(template: string): Promise<string> {
  const server = new URL(inject('postgresUrl'))
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
  server.pathname = `/${name}`
  return server.href
}

/** As the migrations leave it: nobody was ever here. Copied, because every test would wait for the same migrations. */
export const freshDatabase = (): Promise<string> => madeFrom(inject('migratedDatabase'))

/** With nothing in it, for a product that begins. */
export const emptyDatabase = (): Promise<string> => madeFrom('template1')
