import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { CannotStart, codeOf } from './faults.ts'
import { isAlive } from './postmaster.ts'

/** `postgres` administers the server and holds the lock; `sidedoor` owns the product's database and nothing else. The product's own role has none that is kept. */
export interface Passwords {
  postgres: string
  sidedoor: string
}

const PASSWORDS_FILE = 'sidedoor-passwords.json'
const DRAFT_PREFIX = 'pg.new-'

/** The passwords of a cluster, kept with its data so that a copy of the folder is whole. */
export function readPasswords(pgDir: string): Passwords {
  try {
    return JSON.parse(readFileSync(join(pgDir, PASSWORDS_FILE), 'utf8'))
  } catch (fault) {
    throw new CannotStart(
      `The passwords in ${pgDir} cannot be read (${codeOf(fault)}): put back ${PASSWORDS_FILE} from a backup of that folder.`
    )
  }
}

/** Makes `<dataDir>/pg`. Until it is whole it has another name, so a kill half-way leaves no half cluster. */
export async function createCluster(dataDir: string, account: Account, binaries: Binaries): Promise<void> {
  const draft = mkdtempSync(join(dataDir, `${DRAFT_PREFIX}${process.pid}-`))
  try {
    const cluster = join(draft, 'cluster')
    const passwords: Passwords = { postgres: newPassword(), sidedoor: newPassword() }
    mkdirSync(cluster, { mode: 0o700 })
    const passwordFile = join(draft, 'password')
    writePrivate(passwordFile, passwords.postgres)
    for (const path of [draft, cluster, passwordFile]) giveTo(account, path)
    await initdb(cluster, passwordFile, account, binaries)
    const passwordsFile = join(cluster, PASSWORDS_FILE)
    writePrivate(passwordsFile, JSON.stringify(passwords))
    giveTo(account, passwordsFile)
    putInPlace(cluster, dataDir)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

function writePrivate(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600, flush: true })
  chmodSync(path, 0o600)
}

function giveTo(account: Account, path: string): void {
  if (account.uid === undefined) return
  try {
    chownSync(path, account.uid, account.gid)
  } catch (fault) {
    throw new CannotStart(
      `${path} cannot be given to user id ${account.uid} (${codeOf(fault)}): set DATA_DIR to a folder on a local disk.`
    )
  }
}

async function initdb(cluster: string, passwordFile: string, account: Account, binaries: Binaries): Promise<void> {
  const args = [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own collation: an upgrade of the machine's C library cannot break an index.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C'
  ]
  try {
    await promisify(execFile)(binaries.initdb, args, { ...account, env: binaries.env, cwd: '/' })
  } catch (fault) {
    const said = fault instanceof Error && 'stderr' in fault ? String(fault.stderr) : ''
    const reason = said.split('\n').find(line => line.includes('error:')) ?? codeOf(fault)
    throw new CannotStart(
      `The database cannot be created in ${cluster} (${reason.trim()}): check the free disk space, or set DATABASE_URL.`
    )
  }
}

function putInPlace(cluster: string, dataDir: string): void {
  try {
    renameSync(cluster, join(dataDir, 'pg'))
  } catch (fault) {
    // Another first start at the same moment was quicker: its cluster is the one to use.
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(fault))) throw fault
  }
  // The name must survive a power cut as surely as the commits that come after it.
  const folder = openSync(dataDir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Removes what first starts left behind that were killed. */
export function removeDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter(entry => entry.startsWith(DRAFT_PREFIX))) {
    const pid = Number.parseInt(name.slice(DRAFT_PREFIX.length), 10)
    // In a container we may have the very process id of the start that was killed.
    if (pid !== process.pid && isAlive(pid)) continue
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true })
    } catch {
      // The initdb of the killed start is still writing there: the next start removes it.
    }
  }
}
