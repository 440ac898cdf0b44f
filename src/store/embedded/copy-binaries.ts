import { chmodSync, cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createFolder, systemFolder } from './data-dir.ts'
import { CannotStart, codeOf } from './faults.ts'

/**
 * A copy of PostgreSQL's programs that every user can run, made once for each version (60 MB).
 * Answers its folder, or undefined if they do not run there either.
 */
export function copyForEveryone(
  native: string,
  version: string,
  runs: (folder: string) => boolean
): string | undefined {
  const folder = join(systemFolder, `postgresql-${version}`)
  if (runs(folder)) return folder
  createFolder(systemFolder)
  const draft = mkdtempSync(join(systemFolder, 'draft-'))
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    openToEveryone(draft)
    // What was there did not run: half a copy from a power cut, or another start that has just finished.
    if (!runs(folder)) rmSync(folder, { recursive: true, force: true })
    renameSync(draft, folder)
  } catch (fault) {
    if (!runs(folder)) {
      throw new CannotStart(`PostgreSQL cannot be copied to ${folder} (${codeOf(fault)}): check the free disk space.`)
    }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return runs(folder) ? folder : undefined
}

/** Read and enter for all, whatever umask npm ran under. Links have no mode of their own. */
function openToEveryone(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToEveryone(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}
