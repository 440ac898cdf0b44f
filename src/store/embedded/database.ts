import type pg from 'pg'
import type { Passwords } from './cluster.ts'

/** Makes the role and the database of the product where they are missing. The role may not administer the server. */
export async function ensureDatabase(connection: pg.Client, passwords: Passwords): Promise<void> {
  const role = await connection.query("select from pg_roles where rolname = 'sidedoor'")
  if (role.rowCount === 0) {
    // CREATEDB, because simulations and tests use databases of their own.
    await connection.query(
      `create role sidedoor login createdb password ${connection.escapeLiteral(passwords.sidedoor)}`
    )
  }
  const database = await connection.query("select from pg_database where datname = 'sidedoor'")
  if (database.rowCount === 0) await connection.query('create database sidedoor owner sidedoor')
}

/** Where the product's pools connect. */
export function databaseUrl(port: number, passwords: Passwords): string {
  return `postgres://sidedoor:${passwords.sidedoor}@127.0.0.1:${port}/sidedoor`
}
