// Who is there: signed in, available and heard within ON_DUTY_HEARD, and somebody a person could talk to.
import { type Kysely, sql } from 'kysely'
import type { Colleague } from '../conversation/handover.ts'
import { ON_DUTY_HEARD, STAFF_ABSOLUTE } from '../limits.ts'
import { rolesWith } from '../staff/roles.ts'
import type { Database } from './schema.ts'

/** Nobody else is anybody a person could talk to. */
const AT_THE_DESK = rolesWith('desk')

/** By name, each once, however many pages they have open. */
export function onDuty(db: Kysely<Database>, now: Date): Promise<Colleague[]> {
  return db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select(['staff.id', 'staff.name'])
    .distinct()
    .where(sql<boolean>`staff.roles && ${AT_THE_DESK}::text[]`)
    .where('available', '=', true)
    .where('last_seen_at', '>', new Date(now.getTime() - ON_DUTY_HEARD))
    .where('staff_session.created_at', '>', new Date(now.getTime() - STAFF_ABSOLUTE))
    .orderBy('staff.name')
    .execute()
}
