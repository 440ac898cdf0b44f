import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** An empty database of its own for one test file. Returns its address. */
export async function freshDatabase(): Promise<string> {
  const server = new URL(inject('postgresUrl'))
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  server.pathname = `/${name}`
  return server.href
}
