import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may, PERMISSIONS, ROLES, type Role } from '../../src/staff/roles.ts'
import { rebind } from '../rebind.ts'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'

let desk: TestDesk
const staff = {} as Record<Role, Worker>
beforeAll(async () => {
  const nothing = {
    contentDomains: [],
    addressOf: () => null,
    send: async () => false,
    isKept: async () => false,
    sentOf: async () => []
  }
  // So that the route of its form is walked too.
  desk = await openTestDesk({ mail: nothing })
  for (const role of ROLES) {
    staff[role] = await desk.signIn(role)
    const { db } = desk.product.connection
    await db
      .updateTable('staff')
      .set({ roles: [role] })
      .where('name', '=', role)
      .execute()
    await rebind(desk.product)
  }
})
afterAll(() => desk.close())

/** Said a second time, by hand: what a role may do is not read from the table that is tested. */
const ALLOWED: Record<Role, readonly string[]> = {
  worker: ['own', 'desk', 'dialogue'],
  supervisor: ['own', 'desk', 'supervise', 'audit', 'confirm', 'dialogue'],
  auditor: ['own', 'audit', 'dialogue'],
  admin: ['own', 'accounts', 'confirm', 'dialogue']
}

test('each role holds what it is meant to, and nobody without a role holds anything', () => {
  for (const role of ROLES) expect(PERMISSIONS.filter(permission => may([role], permission))).toEqual(ALLOWED[role])
  expect(PERMISSIONS.filter(permission => may([], permission))).toEqual([])
})

describe('every route, for every role', () => {
  test('is open to whoever holds its permission and closed to everybody else', async () => {
    const wrong: string[] = []
    let closed = 0
    for (const { method, url, access } of desk.routes) {
      if (access === 'open' || url === '/sign-out') continue
      for (const role of ROLES) {
        const isStream = url.endsWith('/events')
        if (isStream && ALLOWED[role].includes(access)) continue
        const { cookie, token } = staff[role]
        const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
        const { body } = await desk.origin.inject({
          method,
          url,
          headers: { cookie, ...(method === 'POST' ? form : {}) },
          ...(method === 'POST' ? { payload: `token=${token}` } : {})
        })
        const isClosed = body.includes('Your role does not open this page')
        if (isClosed) closed += 1
        if (isClosed === ALLOWED[role].includes(access)) wrong.push(`${role} ${method} ${url}`)
      }
    }
    expect(wrong).toEqual([])
    expect(closed).toBeGreaterThan(10)
  })
})
