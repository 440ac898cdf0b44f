import { chmodSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isRoot, othersCanEnter } from './account.ts'
import { CannotStart, codeOf } from './faults.ts'

/** Where Sidedoor keeps things when root runs it from a checkout nobody else can enter. */
export const systemFolder = '/var/lib/sidedoor'

/**
 * DATA_DIR or its default: ./data beside package.json; as root where other users cannot enter the checkout,
 * /var/lib/sidedoor. Creates it. A relative DATA_DIR counts from the checkout, so it means the same from everywhere.
 */
export function dataDirectory(env: NodeJS.ProcessEnv, checkout: string): string {
  const folder = env.DATA_DIR ? resolve(checkout, env.DATA_DIR) : defaultFolder(checkout)
  createFolder(folder)
  return folder
}

function defaultFolder(checkout: string): string {
  return isRoot() && !othersCanEnter(checkout) ? systemFolder : join(checkout, 'data')
}

/** Creates a folder that, under root, the user of PostgreSQL may walk through but not list. Throws CannotStart. */
export function createFolder(folder: string): void {
  try {
    const created = mkdirSync(folder, { recursive: true })
    // Said explicitly, because the umask cuts the mode given to mkdir.
    if (created) chmodSync(folder, isRoot() ? 0o711 : 0o700)
  } catch (fault) {
    throw new CannotStart(
      `The folder ${folder} cannot be created (${codeOf(fault)}): set DATA_DIR to a folder this user may write in.`
    )
  }
}
