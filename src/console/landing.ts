import { may, type Permission, type Role } from '../staff/roles.ts'

/** Where each may go on to, the first that holds. */
const PAGES: readonly (readonly [Permission, string])[] = [
  ['desk', '/'],
  ['audit', '/audit'],
  ['accounts', '/accounts']
]

/** The first page of somebody with these roles. */
export const landingOf = (roles: readonly Role[]): string =>
  PAGES.find(([permission]) => may(roles, permission))?.[1] ?? '/account'
