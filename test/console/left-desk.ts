// A desk with a supervisor and a worker, and people who left it: in danger, after suicide was told, with a plea.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'
import { freeHands } from './free-hands.ts'
import { Texter } from './texter.ts'

/** Words that are read as leaving because somebody is there (read-as.ts). */
export const BACK = 'gotta go hes back'

interface Somebody {
  readonly id: string
  readonly reference: string
}

export class LeftDesk {
  desk!: TestDesk
  /** Whoever comes first is a supervisor too. */
  robin!: Worker
  kim!: Worker

  /** Opened before the tests of a file, and closed after them; nobody is on the list when one begins. */
  static raise(): LeftDesk {
    const here = new LeftDesk()
    beforeAll(async () => {
      here.desk = await openTestDesk()
      here.robin = await here.desk.signIn('Robin')
      here.kim = await here.desk.signIn('Kim')
    })
    beforeEach(() => here.product.connection.pool.query('delete from unclaimed'))
    afterEach(() => freeHands(here.product))
    afterAll(() => here.desk.close())
    return here
  }

  get product() {
    return this.desk.product
  }

  inDanger(): Promise<Texter> {
    return Texter.writes(this.product, 'hi', '1', BACK)
  }

  /** The record of who did what about them, oldest first. */
  async recordOf({ reference }: Somebody) {
    const rows = await this.product.staff.record(null)
    return rows
      .filter(row => row.reference === reference)
      .map(({ who: name, action, reason }) => ({ name, action, reason }))
      .toReversed()
  }

  async actsOf(person: Somebody): Promise<string[]> {
    return (await this.recordOf(person)).map(({ action }) => action)
  }

  /** The list of those who are not in the queue, as it stands on a worker's first page. */
  async list(worker: Worker): Promise<string> {
    return (await worker.get('/')).body.split('id="not-in-the-queue"')[1] ?? ''
  }

  /** What stands in it about somebody, as text; empty when nothing does. */
  async entry(worker: Worker, { reference }: Somebody): Promise<string> {
    const item = (await this.list(worker)).split('<li').find(part => part.includes(`>${reference}<`)) ?? ''
    return item.slice(0, item.indexOf('</li>')).replace(/<[^>]+>/g, '\n')
  }
}
