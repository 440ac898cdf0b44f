// The mark of a device on which a member has signed in before. It proves nothing: it only has their tries counted apart from everybody else's.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { MEMBERS_OF_DEVICE_MAX } from '../limits.ts'
import type { Database } from './schema.ts'

/** 128 bits each: beyond guessing, and short on the wire. */
const ID_BYTES = 16
const MARK_BYTES = 16

interface Device {
  readonly id: string
  readonly marks: readonly string[]
}

interface Member {
  readonly staff_id: string
  /** New with every password, so that a mark ends with the password it was made for. */
  readonly hash: string
}

export class KnownDevices {
  readonly #db: Kysely<Database>
  readonly #key: Buffer

  constructor(db: Kysely<Database>, key: Buffer) {
    this.#db = db
    this.#key = key
  }

  /** What tries with this name are counted under on a device that has the member's mark; null on any other. */
  async triesOf(cookie: string | undefined, login: string): Promise<string | null> {
    const device = deviceIn(cookie)
    if (!device) return null
    const member = await this.#members().where('login', '=', login.toLowerCase()).executeTakeFirst()
    const mark = member && this.#mark(device.id, member)
    return mark && device.marks.some(one => isSame(one, mark)) ? `${device.id}|${member.staff_id}` : null
  }

  /** What a device is to carry from now on: its marks, and the member's; null where the member has no password. */
  async marked(cookie: string | undefined, staffId: string): Promise<string | null> {
    const member = await this.#members().where('staff_id', '=', staffId).executeTakeFirst()
    if (!member) return null
    const { id, marks } = deviceIn(cookie) ?? { id: randomBytes(ID_BYTES).toString('base64url'), marks: [] }
    const mark = this.#mark(id, member)
    // Several share a computer. Whoever has not signed in there for longest is forgotten.
    return [id, mark, ...marks.filter(one => one !== mark)].slice(0, 1 + MEMBERS_OF_DEVICE_MAX).join('.')
  }

  #members() {
    return this.#db
      .selectFrom('password')
      .innerJoin('staff', 'staff.id', 'password.staff_id')
      .select(['staff_id', 'hash'])
      .where('removed_at', 'is', null)
  }

  #mark(id: string, { staff_id, hash }: Member): string {
    const whole = createHmac('sha256', this.#key).update(`${id}|${staff_id}|${hash}`).digest()
    return whole.subarray(0, MARK_BYTES).toString('base64url')
  }
}

function deviceIn(cookie: string | undefined): Device | null {
  const [id = '', ...marks] = cookie?.split('.') ?? []
  if (Buffer.from(id, 'base64url').length !== ID_BYTES) return null
  return { id, marks: marks.slice(0, MEMBERS_OF_DEVICE_MAX) }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
