// What a member of staff is to one conversation. Pages ask here what to show; what may be done is decided again under its lock.
import { may } from '../staff/roles.ts'
import type { Listed } from '../store/desk-list.ts'
import type { StaffSession } from '../store/staff.ts'

/**
 * owner: it is theirs. helper: a supervisor who joined in. asked: a colleague asks them to take over. reader: a supervisor who looks on
 * without the person knowing. free: nobody has it. none: it is somebody else's.
 */
export type RoleIn = 'owner' | 'helper' | 'asked' | 'reader' | 'free' | 'none'

export function roleIn({ worker, handover, status }: Listed, me: Pick<StaffSession, 'staffId' | 'roles'>): RoleIn {
  if (!worker) return 'free'
  if (worker.id === me.staffId) return 'owner'
  if (status !== 'open') return 'none'
  if (handover.helpers.some(({ id }) => id === me.staffId)) return 'helper'
  const { transfer } = handover
  if (transfer && (transfer.to === null || transfer.to.id === me.staffId)) return 'asked'
  return may(me.roles, 'supervise') ? 'reader' : 'none'
}
