// What each role may do. The one table every staff route is measured against: what is not in it is refused.

/** worker: talks to people. supervisor: sees everything live. auditor and admin: never any content. */
export const ROLES = ['worker', 'supervisor', 'auditor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Who holds a permission. A member of staff may have several roles, and then holds what any of them does. */
const HOLDERS = {
  /** What everybody does about themselves: their own page, their settings, signing out. */
  own: ROLES,
  /** The queue, and the conversations of this worker. */
  desk: ['worker', 'supervisor'],
  /** Everything live, whoever has it. */
  supervise: ['supervisor'],
  /** Who looked at what, and when. Ids and acts, no content. */
  audit: ['supervisor', 'auditor'],
  /** Accounts and roles. No content. */
  accounts: ['admin'],
  /** Being the second person where somebody is given a role that opens what people said. */
  confirm: ['supervisor', 'admin'],
  /** The dialogue as it stands: nothing of it is anybody's. */
  dialogue: ROLES
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof HOLDERS
export const PERMISSIONS = Object.keys(HOLDERS) as readonly Permission[]

/** Whether somebody with these roles may. Without a role nothing is allowed. */
export const may = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some(role => (HOLDERS[permission] as readonly Role[]).includes(role))

/** What nobody is given by one person alone: to read what people said, and to give that to others. */
const BY_TWO: readonly Permission[] = ['desk', 'supervise', 'accounts', 'confirm']

/** Whether these roles need a second person, for somebody who has had others. */
export const needsTwo = (before: readonly Role[], after: readonly Role[]): boolean =>
  BY_TWO.some(permission => may(after, permission) && !may(before, permission))

/** Every role that holds a permission. */
export const rolesWith = (permission: Permission): readonly Role[] => HOLDERS[permission]
