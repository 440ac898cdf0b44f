import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { CannotStart, codeOf } from './faults.ts'

/** The user PostgreSQL runs as. Empty: the user we are. In the shape `spawn` takes. */
export type Account = { uid: number; gid: number } | Record<string, never>

/** `nobody` and `nogroup` on every common Linux; no user has to be created. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 }

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** PostgreSQL refuses to run as root, so root hands it to the owner of the data or, at the first start, to nobody. */
export function accountFor(pgDir: string): Account {
  const owner = statSync(pgDir, { throwIfNoEntry: false })
  if (!isRoot()) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new CannotStart(`The data in ${pgDir} belongs to user id ${owner.uid}: start Sidedoor as that user.`)
    }
    return {}
  }
  if (!owner) return UNPRIVILEGED
  if (owner.uid === 0) {
    const { uid, gid } = UNPRIVILEGED
    throw new CannotStart(`PostgreSQL cannot run as root, who owns its data: run chown -R ${uid}:${gid} ${pgDir}`)
  }
  return { uid: owner.uid, gid: owner.gid }
}

/** Whether that user can enter a folder; really tried, because modes alone do not tell (ACLs, mounts, namespaces). */
export function canEnter(account: Account, folder: string): boolean {
  const attempt = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
  if (attempt.error) {
    throw new CannotStart(
      `This machine does not let root start programs as user id ${account.uid} (${codeOf(attempt.error)}): start Sidedoor as an ordinary user, or set DATABASE_URL.`
    )
  }
  return attempt.status === 0
}

/** Whether a user who is neither the owner nor root can enter a folder. */
export function othersCanEnter(folder: string): boolean {
  return canEnter(UNPRIVILEGED, folder)
}
