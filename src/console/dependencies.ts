import type { AddressOf } from '../client-address.ts'
import type { Conversations } from '../conversation/conversations.ts'
import type { Bell, Desk } from '../conversation/ports.ts'
import type { Dialogue } from '../flow/account/dialogue.ts'
import type { Timings } from '../handover/timings.ts'
import type { Log } from '../log.ts'
import type { IdentityProvider } from '../staff/identity.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { Challenges } from '../store/challenges.ts'
import type { CredentialStore } from '../store/credentials.ts'
import type { IdentityVisits } from '../store/identity-visits.ts'
import type { KnownDevices } from '../store/known-devices.ts'
import type { Mailed, NewReferral } from '../store/referral-mail.ts'
import type { RoleChangeStore } from '../store/role-changes.ts'
import type { SignInPace } from '../store/sign-in-pace.ts'
import type { StaffStore } from '../store/staff.ts'
import type { Directory } from '../triage/directory/directory.ts'
import type { Wordbook } from '../wording/wordbook.ts'
import type { Guarded, Way } from './way.ts'

/** A summary by e-mail to the professional who referred. Never to the person themselves. */
export interface ReferralMail {
  /** Domains the summary itself may go to; everybody else gets a notice. */
  readonly contentDomains: readonly string[]
  /** The one address in a field; null when it is not exactly one. */
  addressOf(text: string): string | null
  /** Whether it was kept to be sent: not when the conversation is somebody else's by now. */
  send(mail: NewReferral): Promise<boolean>
  /** Whether it was kept before, under this `id`: its answer may have been lost. */
  isKept(id: string): Promise<boolean>
  sentOf(conversation: string): Promise<Mailed[]>
}

/** What the staff origin needs from outside. */
export interface Dependencies {
  readonly conversations: Pick<
    Conversations,
    'facts' | 'isShort' | 'join' | 'speak' | 'setBand' | 'record' | 'note' | 'release' | 'close' | 'tend' | 'callBack'
  >
  /** The only way to a conversation and to what was said in it: no route has another. */
  readonly way: Way
  /** Of those who agreed to be contacted later, who is due now. */
  readonly dueCallBacks: () => Promise<readonly string[] | null>
  readonly staff: Omit<StaffStore, Guarded>
  readonly accounts: AccountStore
  readonly credentials: CredentialStore
  readonly challenges: Challenges
  readonly roleChanges: RoleChangeStore
  readonly pace: SignInPace
  readonly knownDevices: KnownDevices
  /** Whose address a request has, for the paces. */
  readonly addressOf: AddressOf
  readonly visits: IdentityVisits
  readonly desk: Desk
  readonly bell: Bell
  /** The clocks of a handover. */
  readonly timings: Timings
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
  /** Whoever is on call is told of what nobody on duty sees. */
  readonly onCall?: boolean
  /** Absent where no mail is set up. */
  readonly mail?: ReferralMail | null
  /** A second place where conversations can be followed, if there is one: it may be behind. */
  readonly mirror?: { isBehind(conversation: string): Promise<boolean> } | null
}
