// Who has or had a conversation: its worker, and supervisors who joined in. Noted with the turn that gave it to them.
import type { Status } from '../conversation/conversation.ts'
import type { HandoverView } from '../conversation/handover.ts'
import { memberTopic } from '../staff/member-topic.ts'
import { BELL_CHANNEL } from './bell-channel.ts'
import type { Run } from './run.ts'

// Whoever has one of a couple from now on may not look at the other any more: their open pages are told.
const HELD = `with fresh as (
    insert into held (conversation_id, staff_id) select $1, unnest($2::uuid[]) on conflict do nothing returning staff_id)
  select pg_notify('${BELL_CHANNEL}', $3 || staff_id) from fresh`
const CLOSED = 'update held set closed_at = $3 where conversation_id = $1 and staff_id = $2'

type Now = Pick<HandoverView, 'worker' | 'helpers'> & { readonly status: Status | undefined }

export async function noteHeldBy(run: Run, conversation: string, staff: readonly string[]): Promise<void> {
  if (staff.length > 0) await run(HELD, [conversation, staff, memberTopic('')])
}

export async function noteHeld(
  run: Run,
  conversation: string,
  { worker, helpers, status }: Now,
  at: Date
): Promise<void> {
  await noteHeldBy(
    run,
    conversation,
    [worker, ...helpers].flatMap(one => (one ? [one.id] : []))
  )
  if (worker && status === 'closed') await run(CLOSED, [conversation, worker.id, at])
}
