import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ON_DUTY_HEARD, STAFF_ABSOLUTE, STAFF_IDLE } from '../../src/limits.ts'
import type { StaffStore } from '../../src/store/staff.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
let staff: StaffStore
beforeAll(async () => {
  product = await openTestProduct()
  staff = product.staff
})
afterAll(() => product.close())

const noon = new Date('2026-05-04T12:00:00Z')
const later = (milliseconds: number) => new Date(noon.getTime() + milliseconds)

async function signIn(name: string, now = noon) {
  const link = randomBytes(32)
  await staff.createLink(link, new Date(now.getTime() + 60_000))
  const id = await staff.useLink(link, name, now)
  if (!id) throw new Error('the link did not work')
  const session = randomBytes(32)
  await staff.openSession(session, { staffId: id, by: 'link' }, now)
  return { id, session }
}

describe('a sign-in link', () => {
  test('works once, even when it is used twice at the same moment', async () => {
    const link = randomBytes(32)
    await staff.createLink(link, later(60_000))
    const used = await Promise.all([staff.useLink(link, 'Sam', noon), staff.useLink(link, 'Kim', noon)])
    expect(used.filter(id => id !== null)).toHaveLength(1)
    expect(await staff.useLink(link, 'Sam', noon)).toBeNull()
    expect(await staff.linkWorks(link, noon)).toBeNull()
  })

  test('does not work after its time', async () => {
    const link = randomBytes(32)
    await staff.createLink(link, later(60_000))
    expect(await staff.linkWorks(link, later(59_999))).not.toBeNull()
    expect(await staff.useLink(link, 'Sam', later(60_000))).toBeNull()
  })

  test('is revoked by a newer one', async () => {
    const [first, second] = [randomBytes(32), randomBytes(32)]
    await staff.createLink(first, later(60_000))
    await staff.createLink(second, later(60_000))
    expect(await staff.useLink(first, 'Sam', noon)).toBeNull()
    expect(await staff.useLink(second, 'Sam', noon)).not.toBeNull()
  })
})

describe('a staff session', () => {
  test('knows its worker, and ends when it is ended', async () => {
    const { id, session } = await signIn('Sam')
    expect(await staff.session(session, later(1_000))).toMatchObject({
      staffId: id,
      name: 'Sam',
      available: true
    })
    await staff.endSession(session)
    expect(await staff.session(session, later(2_000))).toBeNull()
    expect(await staff.session(randomBytes(32), noon)).toBeNull()
  })

  test('ends when nothing was heard for too long, and lives on while something is', async () => {
    const { session } = await signIn('Sam')
    expect(await staff.session(session, later(STAFF_IDLE - 1))).not.toBeNull()
    expect(await staff.session(session, later(2 * STAFF_IDLE - 2))).not.toBeNull()
    expect(await staff.session(session, later(3 * STAFF_IDLE))).toBeNull()
  })

  test('ends after its longest time, whatever was heard', async () => {
    const { session } = await signIn('Sam')
    for (let moment = 0; moment < STAFF_ABSOLUTE; moment += STAFF_IDLE - 1) await staff.session(session, later(moment))
    expect(await staff.session(session, later(STAFF_ABSOLUTE))).toBeNull()
  })
})

describe('on duty', () => {
  const day = new Date('2026-06-01T12:00:00Z')
  const dayLater = (milliseconds: number) => new Date(day.getTime() + milliseconds)

  test('counts people, not browsers, and only those who are available and heard', async () => {
    const sam = await signIn('Sam', day)
    const kim = await signIn('Kim', day)
    await staff.openSession(randomBytes(32), { staffId: sam.id, by: 'link' }, day)
    expect(await staff.onDutyCount(day)).toBe(2)
    await staff.setAvailable(kim.session, false)
    expect(await staff.onDutyCount(day)).toBe(1)
    expect(await staff.onDutyCount(dayLater(ON_DUTY_HEARD))).toBe(0)
    await staff.session(sam.session, dayLater(ON_DUTY_HEARD))
    expect(await staff.onDutyCount(dayLater(ON_DUTY_HEARD + 1))).toBe(1)
  })
})

test('the record says who did what with which conversation, by id alone', async () => {
  const { id } = await signIn('Zebedee')
  const conversation = randomUUID()
  await staff.audit({ staffId: id, action: 'summary_open', conversation })
  const rows = await product.connection.db.selectFrom('audit').selectAll().where('staff_id', '=', id).execute()
  expect(rows.map(row => [row.action, row.conversation_id])).toEqual([
    ['sign_in', null],
    ['summary_open', conversation]
  ])
  expect(JSON.stringify(rows)).not.toContain('Zebedee')
})
