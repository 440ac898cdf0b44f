import type { Conversations } from '../conversation/conversations.ts'
import type { Bell, Desk } from '../conversation/ports.ts'
import type { Dialogue } from '../flow/account/dialogue.ts'
import type { Log } from '../log.ts'
import type { StaffStore } from '../store/staff.ts'
import type { Directory } from '../triage/directory/directory.ts'
import type { Wordbook } from '../wording/wordbook.ts'

/** What the staff origin needs from outside. */
export interface Dependencies {
  readonly conversations: Pick<
    Conversations,
    'read' | 'facts' | 'isShort' | 'join' | 'speak' | 'setBand' | 'release' | 'close'
  >
  readonly staff: StaffStore
  readonly desk: Desk
  readonly bell: Bell
  readonly wordbook: Wordbook
  readonly directory: Directory
  /** What is drawn and played through for staff. */
  readonly dialogue: Dialogue
  /** Signs form tokens; 32 bytes, derived for this purpose alone. */
  readonly key: Buffer
  readonly log: Log
  /** Where staff reach this origin from outside, if that is not the host name they ask for. */
  readonly staffUrl?: string | null
  /** A second place where conversations can be followed, if there is one: it may be behind. */
  readonly mirror?: { isBehind(conversation: string): Promise<boolean> } | null
}
