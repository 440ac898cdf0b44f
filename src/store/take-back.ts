// An account that may be in other hands: whatever it could be opened with works no more, and whatever is open in it ends.
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'
import { endSessionsOf } from './sessions.ts'

/**
 * Takes an account out of every hand. Done the moment its new link begins to work, and once more when that is used: a recovery is asked
 * for because a stranger may be in it, and until its member has found the time to come that one must not read on.
 */
export async function takeBack(trx: Kysely<Database>, member: string): Promise<void> {
  await trx.deleteFrom('passkey').where('staff_id', '=', member).execute()
  await trx.deleteFrom('password').where('staff_id', '=', member).execute()
  await endSessionsOf(trx, member)
}

/** Links for a member that nobody has used. */
export async function forgetLinks(trx: Kysely<Database>, member: string): Promise<void> {
  await trx.deleteFrom('sign_in_link').where('staff_id', '=', member).where('used_at', 'is', null).execute()
}
