// What the bridge to Azure is given by main, and what its files share.
import type { Message } from '../../conversation/conversation.ts'
import type { Conversations } from '../../conversation/conversations.ts'
import type { Reading } from '../../conversation/ports.ts'
import type { Log } from '../../log.ts'
import type { Words } from '../../wording/words.ts'
import type { HandoverTransport } from '../transport.ts'
import type { AzureAccount } from './account.ts'
import type { Threads, Unspoken } from './thread.ts'

/** The rules of the desk, which hold for whoever writes from Azure too. */
export interface DeskRules {
  /** What somebody typed, as it may be said. */
  clean(text: string): string
  /** What a worker may see of a conversation. */
  visible(reading: Reading): readonly Message[]
  /** Why a worker's words did not go, in plain words. */
  whyNot(refused: Unspoken): string
  /** How concerned we are, and what is safe to do: lines for a worker. */
  firstLines(reading: Reading): Promise<readonly string[]>
}

export interface BridgeDeps {
  readonly account: AzureAccount
  readonly transport: HandoverTransport
  readonly threads: Threads
  readonly conversations: Pick<Conversations, 'read' | 'speak'>
  readonly desk: DeskRules
  /** English: what staff read. */
  readonly words: Words
  readonly log: Log
  readonly now: () => Date
}
