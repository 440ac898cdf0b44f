// What a worker writes in Azure becomes their word here, through the same gate as at the desk. Every message is dealt with once.
import { TEXT_MAX } from '../../limits.ts'
import type { Posted } from '../transport.ts'
import type { BridgeDeps } from './deps.ts'
import type { Heard, Held, Thread, Unspoken } from './thread.ts'

type Room = Pick<BridgeDeps, 'account' | 'threads' | 'conversations' | 'desk'>

/** Deals with what is new of the worker's, and returns everything of theirs that was. Nobody else's is looked at. */
export async function hear(room: Room, thread: Thread, held: Held, posted: readonly Posted[]): Promise<Heard[]> {
  const heard = [...(await room.threads.heard(thread.id))]
  const known = new Set(heard.map(({ messageId }) => messageId))
  for (const message of posted) {
    if (message.sender !== thread.worker || message.isTakenBack || known.has(message.id)) continue
    known.add(message.id)
    const outcome = await pass(room, thread, held, message, heard)
    const dealtWith = { messageId: message.id, ...outcome, answered: false }
    await room.threads.keepHeard(thread.id, dealtWith)
    heard.push(dealtWith)
  }
  return heard
}

const no = (refused: Unspoken) => ({ seq: null, refused })

async function pass(room: Room, thread: Thread, held: Held, { id, text: raw }: Posted, heard: readonly Heard[]) {
  const { account, conversations, desk } = room
  if (!account.includesWords) return no('notOptedIn')
  if (raw === null) return no('notPlain')
  const text = desk.clean(raw)
  if (text === '') return no('empty')
  if (text.length > TEXT_MAX) return no('long')
  const outcome = await conversations.speak({
    conversation: thread.conversation,
    messageId: `acs:${thread.thread}:${id}`,
    worker: { id: held.workerId, name: held.workerName },
    text
  })
  // Whoever has them is never kept from them; whoever has not may not speak in any case.
  if (outcome === 'partner') return no('notYours')
  if (outcome !== 'done' && outcome !== 'duplicate') return no(outcome)
  return { seq: await becameOf(conversations, thread, text, heard), refused: null }
}

/**
 * Which message of ours it became: it stands in the thread already, and is not mirrored back. Where they wrote the same at the desk,
 * either will do.
 */
async function becameOf(
  conversations: Room['conversations'],
  thread: Thread,
  text: string,
  heard: readonly Heard[]
): Promise<number | null> {
  const reading = await conversations.read(thread.conversation, thread.mirroredSeq)
  const said = reading?.messages.find(
    message =>
      message.from === 'worker' &&
      message.kind === 'said' &&
      message.text === text &&
      !heard.some(({ seq }) => seq === message.seq)
  )
  return said?.seq ?? null
}
