// Our own user in Azure: made once, and used by every process.
import type { ServiceUser } from '../handover/azure/thread.ts'
import type { Connection } from './database.ts'

export class AzureUser implements ServiceUser {
  readonly #db: Connection['db']
  readonly #name: string

  /** Another resource of Azure's has other users: `host` is which one it is. */
  constructor({ db }: Connection, host: string) {
    this.#db = db
    this.#name = `azure user ${host}`
  }

  async find(): Promise<string | null> {
    const row = await this.#db.selectFrom('setting').select('value').where('name', '=', this.#name).executeTakeFirst()
    return row?.value.toString('utf8') ?? null
  }

  async keep(user: string): Promise<string> {
    await this.#db
      .insertInto('setting')
      .values({ name: this.#name, value: Buffer.from(user) })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return (await this.find()) ?? user
  }

  async forget(user: string): Promise<void> {
    await this.#db.deleteFrom('setting').where('name', '=', this.#name).where('value', '=', Buffer.from(user)).execute()
  }
}
