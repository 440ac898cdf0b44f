// Who may write something down, and how a form says that it was not kept.
import type { Listed } from '../store/desk-list.ts'
import type { SignedIn } from './signed-in.ts'
import type { Unsent } from './unsent.tsx'

/** The worker who has the conversation, also after the person left. Decided again under its lock. */
export const mayWrite = (listed: Listed, me: SignedIn): boolean =>
  listed.status !== 'closed' && listed.worker?.id === me.staffId

export const Complaint = ({ id, unsent }: { id: string; unsent: Unsent | null }) => (
  <p class="complaint" role="alert" id={id} hidden={!unsent}>
    {unsent?.why}
  </p>
)
