// One real PostgreSQL for a whole test run; every test file makes databases of its own in it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect, migrate } from '../src/store/database.ts'
import { readPasswords } from '../src/store/embedded/cluster.ts'
import { startEmbedded } from '../src/store/embedded/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    /** A database that every migration has been through and nobody has used: others are copied from it. */
    migratedDatabase: string
  }
}

const MIGRATED = 'migrated'

/**
 * Its data goes with the run, so it need not wait for the disk. What is durable is tested on servers of the product's own
 * (test/store/embedded.test.ts, test/crash/), which know nothing of this.
 */
async function withoutWaiting(url: string, dataDir: string): Promise<void> {
  const admin = new URL(url)
  admin.username = 'postgres'
  admin.password = readPasswords(join(dataDir, 'pg')).postgres
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    await client.query(`alter system set ${setting} = off`)
  }
  await client.query('select pg_reload_conf()')
  await client.end()
}

async function makeMigrated(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${MIGRATED}`)
  await client.end()
  const address = new URL(url)
  address.pathname = `/${MIGRATED}`
  const { db } = connect(address.href, () => {})
  await migrate(db)
  await db.destroy()
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sidedoor-test-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, log: () => {} })
  await withoutWaiting(server.url, dataDir)
  await makeMigrated(server.url)
  project.provide('postgresUrl', server.url)
  project.provide('migratedDatabase', MIGRATED)
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
