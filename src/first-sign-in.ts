import { newSignInLink } from './console/routes.ts'
import type { StaffStore } from './store/staff.ts'

/**
 * What the start says about signing in: nothing once an admin can. A link opens the desk to its reader, so it is shown at a
 * terminal alone: what is written anywhere else may be a log, and kept.
 */
export async function firstSignIn(
  staff: StaffStore,
  staffUrl: string,
  isTerminal: boolean
): Promise<readonly string[]> {
  if (await staff.hasAdmin(new Date())) return []
  if (!isTerminal) return ['  Nobody can sign in:   for a link, run "npm run staff:link" on this machine']
  return [`  Sign in (works once): ${await newSignInLink(staff, staffUrl)}`]
}
