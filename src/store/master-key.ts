import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FAULTS, OperatorError } from '../errors.ts'
import type { Connection } from './database.ts'
import type { Vault } from './vault.ts'

const KEY_BYTES = 32
const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The master key in `<dataDir>/master.key`, made once with mode 0600. `made` hears of it, so that somebody backs it up. Throws an OperatorError. */
export function masterKeyFile(dataDir: string, made: () => void): Buffer {
  const file = join(dataDir, 'master.key')
  try {
    return decodeMasterKey(readFileSync(file, 'utf8').trim()) ?? fail(file)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const key = randomBytes(KEY_BYTES)
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  made()
  return key
}

/** 32 bytes from base64 or hex; null for anything else. */
export function decodeMasterKey(text: string): Buffer | null {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  return key.length === KEY_BYTES ? key : null
}

const fail = (file: string): never => {
  throw new OperatorError(FAULTS.noMasterKey(file))
}

/** Refuses to go on with a key that cannot open what is stored: writing under two keys would lose conversations. Throws an OperatorError. */
export async function checkMasterKey({ db }: Connection, vault: Vault): Promise<void> {
  const value = vault.fingerprint()
  await db
    .insertInto('setting')
    .values({ name: 'master key', value })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'master key').executeTakeFirstOrThrow()
  if (!row.value.equals(value)) {
    throw new OperatorError(FAULTS.otherMasterKey())
  }
}
