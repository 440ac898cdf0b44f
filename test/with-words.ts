// Somebody who waits for a worker and has two words to come back with: the same person for every test about that.
import type { Conversation } from '../src/conversation/conversation.ts'
import { ACCESS_IDLE } from '../src/limits.ts'
import { ConversationStore } from '../src/store/conversations.ts'
import { runDueTimer } from '../src/store/timers.ts'
import { ANY_RECORD } from './any-record.ts'
import type { TestProduct } from './open-test-product.ts'
import { OPENING } from './opening.ts'

export const SAFE = 'Blue lamp'
export const DECOY = 'grey stone'

/** What they said before they were asked for their words. */
export const BEFORE_WORDS = [...OPENING, ['wantsNow', 'person'], ['contactMethod', 'none']] as const

type Behind = Pick<TestProduct, 'connection' | 'vault'>

/** Hashing is slow on purpose: whoever has the same words is put where the first of them stood. */
export async function standAs(
  { snapshot, owner }: Conversation,
  conversation: string,
  { connection, vault }: Behind
): Promise<void> {
  const change = {
    snapshot,
    owner,
    messages: [],
    handover: { type: 'standard', urgent: false, band: 'not_enough_known', harmer: false, unasked: false, mark: null }
  } as const
  await new ConversationStore(connection, vault, ANY_RECORD).turn(conversation, 'as the first', async () => ({
    change,
    result: null
  }))
}

export async function runTimers({ connection }: Behind, now: Date): Promise<void> {
  while (await runDueTimer(connection, now));
}

/** An hour passes in which nobody touches any page. */
export const anHourPasses = (product: Behind): Promise<void> =>
  runTimers(product, new Date(Date.now() + ACCESS_IDLE + 60_000))
