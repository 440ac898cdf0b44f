import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Passwords } from './cluster.ts'

/** Makes the owner of the database and the database where they are missing. The owner may not administer the server. */
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

/** The role the product's pools use, which owns nothing: its password is new at every start. Returns it. */
export async function ensureProductRole(connection: pg.Client): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  const role = await connection.query("select from pg_roles where rolname = 'sidedoor_product'")
  const verb = role.rowCount === 0 ? 'create' : 'alter'
  await connection.query(`${verb} role sidedoor_product login password ${connection.escapeLiteral(password)}`)
  return password
}

export function databaseUrl(port: number, role: 'sidedoor' | 'sidedoor_product', password: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/sidedoor`
}
