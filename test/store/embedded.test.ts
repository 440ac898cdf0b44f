import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  endEverything,
  killWholeServer,
  postmasterPid,
  query,
  startSidedoor,
  startUnwatched
} from './sidedoor-process.ts'

vi.setConfig({ testTimeout: 60_000 })

let dataDir: string

beforeEach(() => {
  dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'sidedoor-embedded-')))
  chmodSync(dataDir, 0o711)
})

afterEach(() => {
  endEverything([dataDir])
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

/** A Sidedoor with one committed row, which must still be there whatever happens next. */
async function startWithOneRow() {
  const app = await startSidedoor(dataDir)
  await query(app.url, 'create table kept as select 1 as row')
  return app
}

async function keptRows(url: string) {
  return (await query(url, 'select row from kept')).rows
}

function expectOnePlainLine(message: string | undefined, part: string) {
  expect(message).toContain(part)
  expect(message).not.toContain('\n')
}

describe('the embedded PostgreSQL', () => {
  test('makes its database on the first start and has it again after a clean stop', async () => {
    const first = await startWithOneRow()
    expect(first.adopted).toBe(false)
    await first.stop()
    expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(false)
    const second = await startSidedoor(dataDir)
    expect(second.adopted).toBe(false)
    expect(await keptRows(second.url)).toEqual([{ row: 1 }])
    await second.stop()
  })

  test('keeps every promise about durability and listens on this machine only, with a password', async () => {
    const app = await startSidedoor(dataDir)
    const { rows } = await query(
      app.url,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
       'listen_addresses', 'server_encoding') order by name`
    )
    expect(Object.fromEntries(rows.map(row => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      synchronous_commit: 'on'
    })
    const socketFolder = readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[4]
    expect(socketFolder).toBe('')
    await expect(query(app.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('authentication failed')
    expect(statSync(join(dataDir, 'pg')).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'pg', 'sidedoor-passwords.json')).mode & 0o777).toBe(0o600)
    await app.stop()
  })

  test("tells its programs none of our secrets and its log none of a person's words", async () => {
    const app = await startSidedoor(dataDir, { env: { MASTER_KEY: 'the-master-key' } })
    if (existsSync('/proc/self/environ')) {
      expect(readFileSync(`/proc/${postmasterPid(dataDir)}/environ`, 'utf8')).not.toContain('the-master-key')
    }
    await expect(query(app.url, "select 'he took my phone'::integer")).rejects.toThrow('he took my phone')
    const shown = await query(app.url, 'show log_min_messages')
    expect(shown.rows).toEqual([{ log_min_messages: 'fatal' }])
    await app.stop()
    expect(app.output()).not.toContain('phone')
  })

  test('is adopted by the next start when only the product was killed', async () => {
    const killed = await startWithOneRow()
    const server = postmasterPid(dataDir)
    await killed.kill()
    const next = await startSidedoor(dataDir)
    expect(next).toMatchObject({ adopted: true, url: killed.url })
    expect(postmasterPid(dataDir)).toBe(server)
    expect(await keptRows(next.url)).toEqual([{ row: 1 }])
    await next.stop()
    await expect(query(next.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('recovers when the product and the whole server were killed', async () => {
    const killed = await startWithOneRow()
    await killed.kill()
    killWholeServer(dataDir)
    const next = await startSidedoor(dataDir)
    expect(next.adopted).toBe(false)
    expect(await keptRows(next.url)).toEqual([{ row: 1 }])
    await next.stop()
  })

  test('recovers when its old process id has gone to another program', async () => {
    const killed = await startWithOneRow()
    const { uid, gid } = statSync(join(dataDir, 'pg'))
    await killed.kill()
    killWholeServer(dataDir)
    const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {})
    const pidFile = join(dataDir, 'pg', 'postmaster.pid')
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)))
    const next = await startSidedoor(dataDir)
    expect(await keptRows(next.url)).toEqual([{ row: 1 }])
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
    await next.stop()
  })

  test('serves one Sidedoor at a time, and the second is told so in one line', async () => {
    const first = await startWithOneRow()
    const second = await startSidedoor(dataDir)
    expect(second.fault).toBe('AlreadyRunning')
    expectOnePlainLine(second.message, `(process ${first.child.pid})`)
    expect(await keptRows(first.url)).toEqual([{ row: 1 }])
    await first.stop()
  })

  test('goes to one of two first starts at the same moment', async () => {
    const both = await Promise.all([startSidedoor(dataDir), startSidedoor(dataDir)])
    const winner = both.find(app => app.url)
    expect(both.map(app => app.fault ?? 'started').sort()).toEqual(['AlreadyRunning', 'started'])
    expect((await query(winner?.url ?? '', 'select 1 as one')).rows).toEqual([{ one: 1 }])
    await winner?.stop()
    expect(readdirSync(dataDir)).toEqual(['pg'])
  })

  test('comes back at the same address when it dies under the product, still held by it', async () => {
    const app = await startWithOneRow()
    killWholeServer(dataDir)
    await vi.waitFor(() => expect(app.output()).toContain('PostgreSQL is back'), { timeout: 20_000 })
    expect(await keptRows(app.url)).toEqual([{ row: 1 }])
    const second = await startSidedoor(dataDir)
    expect(second.fault).toBe('AlreadyRunning')
    await app.stop()
    await expect(query(app.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('is held again when only the connection that holds it was cut', async () => {
    const app = await startWithOneRow()
    const lock = 'select pid from pg_stat_activity where application_name like $$sidedoor %$$'
    const before = (await query(app.url, lock)).rows[0].pid
    process.kill(before, 'SIGTERM')
    await vi.waitFor(() => expect(app.output()).toContain('PostgreSQL is back'), { timeout: 20_000 })
    expect((await startSidedoor(dataDir)).fault).toBe('AlreadyRunning')
    await app.stop()
  })

  test('starts cleanly after a first start that was killed half-way', async () => {
    for (const moment of [200, 500, 800]) {
      const child = startUnwatched(dataDir)
      await sleep(moment)
      child.kill('SIGKILL')
    }
    const app = await startWithOneRow()
    await app.stop()
    const next = await startSidedoor(dataDir)
    expect(await keptRows(next.url)).toEqual([{ row: 1 }])
    expect(readdirSync(dataDir)).toEqual(['pg'])
    await next.stop()
  })
})
