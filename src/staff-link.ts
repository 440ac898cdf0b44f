// npm run staff:link: a link that signs a new member in; or, with the name of an admin, that admin. It runs beside the product, on
// the same machine and with the same settings, and is the only thing that prints a link once an admin can sign in.
import { readConfig } from './config.ts'
import { hashOf, newToken } from './console/sign-in-link.ts'
import { FAULTS, OperatorError } from './errors.ts'
import { SIGN_IN_VALID } from './limits.ts'
import { keyThatIsThere } from './machine-key.ts'
import { type Connection, connect } from './store/database.ts'
import { CannotStart, checkout, dataDirectory, runningUrl } from './store/embedded/index.ts'
import { openKeyed } from './store/hash-keys.ts'
import { keepAdminLink, keepOperatorLink } from './store/operator-link.ts'
import { Vault } from './store/vault.ts'

/** PostgreSQL's code for a table there is not: no Sidedoor has begun this database. */
const NO_TABLE = '42P01'

async function open(databaseUrl: string | null): Promise<Connection> {
  const url = databaseUrl ?? runningUrl(dataDirectory(process.env, checkout()))
  if (!url) throw new OperatorError(FAULTS.notRunning())
  const connection = connect(url, () => {})
  try {
    await connection.pool.query('select from audit_turn')
    return connection
  } catch (error) {
    await connection.db.destroy()
    const isBegun = !(error instanceof Error && 'code' in error && error.code === NO_TABLE)
    throw new OperatorError(databaseUrl && isBegun ? FAULTS.noDatabase() : FAULTS.notRunning())
  }
}

async function link(name: string): Promise<string> {
  const { databaseUrl, staffUrl, staffPort, identity } = readConfig(process.env)
  if (name !== '' && identity) throw new OperatorError(FAULTS.linkElsewhere())
  const { db } = await open(databaseUrl)
  try {
    const keyed = await openKeyed(db, new Vault(keyThatIsThere()), { made() {}, broken() {} })
    const token = newToken()
    const expiresAt = new Date(Date.now() + SIGN_IN_VALID)
    if (name === '') {
      await keepOperatorLink(db, keyed, hashOf(token), expiresAt)
    } else {
      const kept = await keepAdminLink(db, keyed, name, hashOf(token), expiresAt)
      if (kept !== 'kept') throw new OperatorError(FAULTS.noSuchAdmin(kept))
    }
    return new URL(`/sign-in/${token}`, staffUrl ?? `http://127.0.0.1:${staffPort}`).href
  } finally {
    await db.destroy()
  }
}

async function main(): Promise<void> {
  try {
    const name = process.argv.slice(2).join(' ').trim()
    process.stdout.write(`${await link(name)}\n`)
  } catch (error) {
    if (!(error instanceof OperatorError) && !(error instanceof CannotStart)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

await main()
