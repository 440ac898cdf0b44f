// One statement inside the transaction of whoever calls: in a turn by the connection itself, everywhere else by Kysely.
import { CompiledQuery, type Kysely } from 'kysely'
import type pg from 'pg'
import type { Database } from './schema.ts'

export type Run = <R>(statement: string, values: readonly unknown[]) => Promise<R[]>

export const runOn =
  (client: pg.PoolClient): Run =>
  async (statement, values) =>
    (await client.query(statement, [...values])).rows

export const runIn =
  (db: Kysely<Database>): Run =>
  async <R>(statement: string, values: readonly unknown[]) =>
    (await db.executeQuery(CompiledQuery.raw(statement, [...values]))).rows as R[]
