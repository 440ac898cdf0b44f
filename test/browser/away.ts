// What happens while nobody looks at the page: time passes. The test turns the clock of the rows, the product does the rest.
import { ACCESS_IDLE } from '../../src/limits.ts'
import { ConversationStore } from '../../src/store/conversations.ts'
import { type Connection, connect } from '../../src/store/database.ts'
import { Vault } from '../../src/store/vault.ts'
import { ANY_RECORD } from '../any-record.ts'

export class Away {
  readonly #connection: Connection
  readonly #store: ConversationStore

  constructor(databaseUrl: string, masterKey: Buffer) {
    this.#connection = connect(databaseUrl, () => {})
    this.#store = new ConversationStore(this.#connection, new Vault(masterKey), ANY_RECORD)
  }

  /** An hour in which no page was open; then the product's own timer has run. */
  async forAnHour(): Promise<void> {
    const { pool } = this.#connection
    const then = new Date(Date.now() - ACCESS_IDLE - 60_000)
    await pool.query('update conversation set updated_at = $1, seen_at = $1', [then])
    await pool.query('update timer set due_at = $1', [then])
    const open = 'select from conversation where access_hash is not null and can_return'
    while ((await pool.query(open)).rowCount !== 0) await new Promise(resolve => setTimeout(resolve, 100))
  }

  /** The newest conversation as it is where a safe word was picked and nobody has been asked to come. */
  async nobodyIsWaitedFor(): Promise<void> {
    const { rows } = await this.#connection.pool.query('select id from conversation order by opened_at desc limit 1')
    await this.#store.turn(rows[0].id, 'nobody', async ({ snapshot }) => ({
      change: {
        snapshot: { ...snapshot, memory: { ...snapshot.memory, handover: false } },
        owner: { kind: 'assistant' },
        messages: []
      },
      result: null
    }))
  }

  async newestReference(): Promise<string> {
    const { rows } = await this.#connection.pool.query(
      'select reference from conversation order by opened_at desc limit 1'
    )
    return rows[0].reference
  }

  close(): Promise<void> {
    return this.#connection.db.destroy()
  }
}
