import { randomBytes } from 'node:crypto'
import pg from 'pg'

export interface SpareDatabase {
  readonly url: string
  /** Drops it, whoever is still connected. */
  remove(): Promise<void>
}

/** An empty database beside the one at `address`, named `<prefix>_<random>`. Throws what PostgreSQL answers when it may not be made. */
export async function spareDatabase(address: string, prefix: string): Promise<SpareDatabase> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: address })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await admin(`create database ${name}`)
  const url = new URL(address)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => admin(`drop database ${name} with (force)`) }
}
