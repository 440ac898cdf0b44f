import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { confirmCode, isConfirmCode } from '../src/staff/confirm-code.ts'
import { CONFIRM_CODES, Vault } from '../src/store/vault.ts'

const CHECKOUT = join(import.meta.dirname, '..')

/** The command as an operator runs it. */
function confirm(args: readonly string[], settings: Record<string, string>) {
  const { MASTER_KEY: _ours, ...rest } = process.env
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(CHECKOUT, 'scripts', 'run.mjs'), 'dist/src/staff-confirm.js', ...args],
    { cwd: CHECKOUT, encoding: 'utf8', env: { ...rest, ...settings }, timeout: 120_000 }
  )
  return { status, stdout, stderr: stderr.replace(/^(Building|Installing).*\n/gm, '') }
}

describe('npm run staff:confirm', () => {
  const master = randomBytes(32)
  const code = (request: string) => confirmCode(new Vault(master).derive(CONFIRM_CODES), request)

  test('prints the code of one request, from the key of the machine', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidedoor-confirm-'))
    writeFileSync(join(folder, 'master.key'), `${master.toString('base64')}\n`)
    const printed = { status: 0, stdout: `${code('K7F3ABCD')}\n`, stderr: '' }
    expect(confirm(['k7f3abcd'], { DATA_DIR: folder })).toEqual(printed)
    expect(confirm(['K7F3ABCD'], { MASTER_KEY: master.toString('base64') })).toEqual(printed)
    rmSync(folder, { recursive: true })
  })

  test('makes no key where there is none, and says what it needs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidedoor-confirm-'))
    expect(confirm(['K7F3ABCD'], { DATA_DIR: folder })).toMatchObject({ status: 1, stdout: '' })
    expect(existsSync(join(folder, 'master.key'))).toBe(false)
    rmSync(folder, { recursive: true })
    const { stderr } = confirm([], { MASTER_KEY: master.toString('base64') })
    expect(stderr).toContain('npm run staff:confirm -- NUMBER')
  })
})

describe('a code', () => {
  const key = randomBytes(32)
  test('is for one request under one key, however it is typed', () => {
    const code = confirmCode(key, 'K7F3ABCD')
    expect(code).toMatch(/^(?:[2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/)
    expect(isConfirmCode(key, 'K7F3ABCD', ` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(true)
    expect(isConfirmCode(key, 'K7F3ABCE', code)).toBe(false)
    expect(isConfirmCode(randomBytes(32), 'K7F3ABCD', code)).toBe(false)
    expect(isConfirmCode(key, 'K7F3ABCD', '')).toBe(false)
  })
})
