import type { Conversations } from '../conversation/conversations.ts'
import type { Bell, Desk } from '../conversation/ports.ts'
import type { Dialogue } from '../flow/account/dialogue.ts'
import type { Log } from '../log.ts'
import type { IdentityProvider } from '../staff/identity.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { ConversationStore } from '../store/conversations.ts'
import type { CredentialStore } from '../store/credentials.ts'
import type { IdentityVisits } from '../store/identity-visits.ts'
import type { SignInPace } from '../store/sign-in-pace.ts'
import type { StaffStore } from '../store/staff.ts'
import type { Directory } from '../triage/directory/directory.ts'
import type { Wordbook } from '../wording/wordbook.ts'

/** What the staff origin needs from outside. */
export interface Dependencies {
  readonly conversations: Pick<
    Conversations,
    'read' | 'facts' | 'isShort' | 'join' | 'speak' | 'setBand' | 'release' | 'close'
  >
  /** Reading that is on record. */
  readonly readings: Pick<ConversationStore, 'readOnRecord'>
  readonly staff: StaffStore
  readonly accounts: AccountStore
  readonly credentials: CredentialStore
  readonly pace: SignInPace
  readonly visits: IdentityVisits
  readonly desk: Desk
  readonly bell: Bell
  readonly wordbook: Wordbook
  readonly directory: Directory
  /** What is drawn and played through for staff. */
  readonly dialogue: Dialogue
  /** Signs form tokens; 32 bytes, derived for this purpose alone. */
  readonly key: Buffer
  readonly log: Log
  /** Set: accounts are the organisation's, and there are none of our own but the operator's link. */
  readonly identityProvider?: IdentityProvider | null
  /** Where staff reach this origin from outside, if that is not the host name they ask for. */
  readonly staffUrl?: string | null
}
