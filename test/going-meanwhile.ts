// Browsers that close a page while the server is still finding out whose it is.
import { get } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import type pg from 'pg'
import { vi } from 'vitest'

/** For what the server has begun for them to come to its end, in ms. */
const SETTLES = 300
const PATIENCE = { timeout: 20_000, interval: 20 }

interface Going {
  readonly pool: pg.Pool
  readonly server: Server
  /** The table the server has to look into first. */
  readonly table: 'conversation' | 'staff_session'
  readonly path: string
  readonly cookie: string
  readonly count: number
}

/** `count` of them come and go again before the database has answered. Resolves when the server has dealt with all. */
export async function comeAndGo({ pool, server, table, path, cookie, count }: Going): Promise<void> {
  const { port } = server.address() as AddressInfo
  const connections = () => new Promise<number>(resolve => server.getConnections((_error, open) => resolve(open)))
  const waiting = async () => {
    const { rows } = await pool.query(
      "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
    )
    return rows[0].n as number
  }
  const before = await connections()
  const holder = await pool.connect()
  try {
    await holder.query('begin')
    await holder.query(`lock table ${table} in access exclusive mode`)
    const requests = Array.from({ length: count }, () =>
      get({ port, host: '127.0.0.1', path, agent: false, headers: { cookie } }).on('error', () => {})
    )
    await vi.waitUntil(async () => (await waiting()) >= count, PATIENCE)
    for (const request of requests) request.destroy()
    await vi.waitUntil(async () => (await connections()) <= before, PATIENCE)
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  await vi.waitUntil(async () => (await waiting()) === 0, PATIENCE)
  await new Promise(resolve => setTimeout(resolve, SETTLES))
}
