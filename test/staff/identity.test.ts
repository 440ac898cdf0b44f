import { expect, test } from 'vitest'
import { identified } from '../../src/staff/identity.ts'

const CLAIMS = { iss: 'https://id.example', sub: 'sub', oid: 'oid', tid: 'tid', name: 'Robin Ash', roles: ['Worker'] }

test('somebody is known by tenant and object id, else by issuer and subject; never by name or e-mail', () => {
  expect(identified(CLAIMS).key).toBe('entra|tid|oid')
  expect(identified({ ...CLAIMS, name: 'Other', email: 'other@example.org', sub: 'x' }).key).toBe('entra|tid|oid')
  expect(identified({ ...CLAIMS, tid: undefined }).key).toBe('oidc|https://id.example|sub')
  expect(identified({ ...CLAIMS, oid: '' }).key).toBe('oidc|https://id.example|sub')
})

test('only roles we know make somebody anything', () => {
  const rolesOf = (roles: unknown) => identified({ ...CLAIMS, roles }).roles
  expect(rolesOf(['Worker', 'Supervisor', 'Auditor', 'Admin'])).toEqual(['worker', 'supervisor', 'auditor', 'admin'])
  expect(rolesOf(['Worker', 'Worker'])).toEqual(['worker'])
  for (const none of [
    undefined,
    null,
    [],
    'Admin',
    ['admin'],
    ['constructor', '__proto__'],
    [1, {}],
    { Admin: true }
  ]) {
    expect(rolesOf(none)).toEqual([])
  }
})

test('people in the chat see a first name', () => {
  expect(identified(CLAIMS).name).toBe('Robin')
  expect(identified({ ...CLAIMS, given_name: 'Kim Marie' }).name).toBe('Kim Marie')
  expect(identified({ ...CLAIMS, name: undefined }).name).toBe('')
})
