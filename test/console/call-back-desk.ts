// A desk with two workers on a Wednesday morning, where people agreed to be contacted later; and what each does about it.
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { counted, forgetCounted } from '../counted.ts'
import { rebind } from '../rebind.ts'
import { agreed, type Way } from './agreed.ts'
import { openTestDesk, type Person, type TestDesk, type Worker } from './desk.ts'

export class CallBackDesk {
  desk!: TestDesk
  sam!: Worker
  kim!: Worker
  readonly #people: Person[] = []

  /** Raised before the first test of the file; it is ten o'clock at the beginning of each. */
  static raise(): CallBackDesk {
    const here = new CallBackDesk()
    beforeAll(async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T10:00:00Z') })
      here.desk = await openTestDesk()
      here.sam = await here.desk.signIn('Sam')
      here.kim = await here.desk.signIn('Kim')
    })
    beforeEach(() => here.at('10:00'))
    afterEach(async () => {
      for (const person of here.#people.splice(0)) await person.does({ type: 'leave' })
    })
    afterAll(async () => {
      await here.desk.close()
      vi.useRealTimers()
    })
    return here
  }

  get #db() {
    return this.desk.product.connection.db
  }

  /** In winter the clock on the wall is UTC. Both workers have been at work all the while. */
  async at(time: string, day = '2026-11-25'): Promise<void> {
    vi.setSystemTime(new Date(`${day}T${time}:00Z`))
    const now = new Date()
    await this.#db.updateTable('staff_session').set({ last_seen_at: now, created_at: now }).execute()
    await rebind(this.desk.product)
  }

  async who(way: Way = {}): Promise<Person> {
    const person = await agreed(this.desk.product, way)
    this.#people.push(person)
    return person
  }

  async read({ id }: Person) {
    const reading = await this.desk.product.conversations.read(id)
    if (!reading) throw new Error('it is gone')
    const { status, handoverState } = reading.conversation
    return { status, stage: handoverState?.view.stage, records: reading.records }
  }

  begins = (by: Worker, { reference }: Person, fields = {}) => by.post(`/c/${reference}/call-back`, fields)
  tries = (by: Worker, { reference }: Person, result: string, fields = {}) =>
    by.post(`/c/${reference}/attempt`, { result, ...fields })
  ends = (by: Worker, { reference }: Person, fields = {}) => by.post(`/c/${reference}/call-back-end`, fields)

  /** The entry of one of them in the list, as a worker reads it; empty where they are not in it. */
  async entry({ reference }: Person, by: Worker = this.sam): Promise<string> {
    const { body } = await by.get('/call-backs')
    return body.split('<li').find(one => one.includes(`/c/${reference}"`)) ?? ''
  }

  async audited({ id }: Person): Promise<string[]> {
    const rows = await this.#db.selectFrom('audit').select('action').where('conversation_id', '=', id).execute()
    return rows.map(({ action }) => action)
  }

  /** The rows of those who were counted since this was last asked. */
  async counted() {
    const rows = await counted(this.desk.product)
    await forgetCounted(this.desk.product)
    return rows
  }
}
