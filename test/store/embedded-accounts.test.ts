import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dataDirectory } from '../../src/store/embedded/data-dir.ts'
import { endEverything, query, startSidedoor } from './sidedoor-process.ts'
import { copySmallCheckout, undoInstallScript } from './small-checkout.ts'

vi.setConfig({ testTimeout: 60_000 })

const nobody = { uid: 65534, gid: 65534 }
let folder: string
let dataDir: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sidedoor-accounts-')))
  chmodSync(folder, 0o711)
  dataDir = join(folder, 'data')
})

afterEach(() => {
  endEverything([dataDir])
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe('the data folder', () => {
  test('is the one the operator names, counted from the checkout and made if missing', () => {
    expect(dataDirectory({ DATA_DIR: './elsewhere' }, folder)).toBe(join(folder, 'elsewhere'))
    expect(statSync(join(folder, 'elsewhere')).isDirectory()).toBe(true)
  })

  test('lies beside package.json where everybody may enter', () => {
    expect(dataDirectory({}, folder)).toBe(dataDir)
    expect(statSync(dataDir).mode & 0o077).toBe(process.getuid?.() === 0 ? 0o011 : 0)
  })
})

// Only root can become somebody else, so these cases exist only for root; everybody else is the ordinary user already.
if (process.getuid?.() === 0)
  describe('under root', () => {
    test('the data of a checkout only root can enter lies in the folder of the system', () => {
      chmodSync(folder, 0o700)
      expect(dataDirectory({}, folder)).toBe('/var/lib/sidedoor')
    })

    test('a data folder only root can enter is refused in one line that says what to do', async () => {
      mkdirSync(dataDir)
      chmodSync(folder, 0o700)
      const app = await startSidedoor(dataDir)
      expect(app).toMatchObject({ fault: 'CannotStart' })
      expect(app.message).toContain('set DATA_DIR')
      expect(app.message).not.toContain('\n')
    })

    test('data that was given to root is refused with the command that mends it', async () => {
      mkdirSync(join(dataDir, 'pg'), { recursive: true })
      const app = await startSidedoor(dataDir)
      expect(app.message).toContain(`chown -R 65534:65534 ${dataDir}/pg`)
    })

    test('PostgreSQL runs as nobody from a checkout that only root can enter', async () => {
      const hidden = join(folder, 'hidden')
      mkdirSync(hidden, { mode: 0o700 })
      mkdirSync(dataDir, { mode: 0o711 })
      const app = await startSidedoor(dataDir, copySmallCheckout(hidden))
      expect(app.fault).toBeUndefined()
      expect(statSync(join(dataDir, 'pg')).uid).toBe(nobody.uid)
      expect((await query(app.url, 'select 1 as one')).rows).toEqual([{ one: 1 }])
      await app.stop()
    })

    test('an ordinary user starts, is killed and starts again, even where npm ran no install scripts', async () => {
      const checkout = copySmallCheckout(join(folder, 'checkout'))
      undoInstallScript(join(folder, 'checkout'))
      mkdirSync(dataDir)
      chownSync(dataDir, nobody.uid, nobody.gid)
      const first = await startSidedoor(dataDir, { ...checkout, ...nobody })
      expect(first.fault).toBeUndefined()
      expect((await startSidedoor(dataDir, { ...checkout, ...nobody })).fault).toBe('AlreadyRunning')
      await first.kill()
      const next = await startSidedoor(dataDir, { ...checkout, ...nobody })
      expect(next.adopted).toBe(true)
      await next.stop()
    })

    test('data of another user is refused in one line that names the user', async () => {
      const first = await startSidedoor(makeDataDir())
      await first.stop()
      const checkout = copySmallCheckout(join(folder, 'checkout'))
      const other = await startSidedoor(dataDir, { ...checkout, uid: 12_345, gid: 12_345 })
      expect(other.message).toContain('belongs to user id 65534')
    })
  })

function makeDataDir(): string {
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o755)
  return dataDir
}
