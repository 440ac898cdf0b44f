// Whose text this is: the conversation a number is in, one it can come back to by a word, or a new one. Decision 012.
import { mayWrite } from '../flow/step.ts'
import { QUESTIONS } from '../questions/catalogue.ts'
import { mayBeAWord } from '../reading/read.ts'
import type { Lexicon } from '../wording/lexicon.ts'
import { type Door, decideReturn, type Key } from './come-back.ts'
import type { Conversation } from './conversation.ts'
import type { PersonEvent } from './person-event.ts'
import type { Store } from './ports.ts'
import { notAfterReply } from './pushed.ts'

/** What they are asked while a word is waited for. */
const ASKED = { id: 'channelOk', question: QUESTIONS.channelOk, labels: [] } as const

export interface Texting {
  /** Keyed hash of their number. */
  readonly peer: Buffer
  /** Their number, E.164. */
  readonly phone: string
  readonly text: string
  readonly messageId: string
}

/** `event` null: the text has been dealt with. Undefined: it is to be read as what it is. */
export interface Found {
  readonly conversation: string
  readonly event?: PersonEvent | null
}

interface House {
  readonly store: Store
  /** One turn, with all that follows from it. */
  readonly turn: Store['turn']
  readonly lexicons: readonly Lexicon[]
  readonly door: (found: Conversation) => Door
  /** Opens a new conversation for this number. */
  readonly begin: () => Promise<string>
}

/**
 * Finds it. Somebody who has only been asked whether it is all right to write may say their word instead, or open with it;
 * to whoever does not know one, nothing shows that there is something to come back to.
 */
export async function findByPhone(texting: Texting, house: House): Promise<Found> {
  const { store, begin } = house
  // The process died after it: were it taken for a new one, whoever has just left would be written to.
  const heard = await store.heardIn(texting.peer, texting.messageId)
  if (heard !== null) return { conversation: heard, event: null }
  const open = await store.byPeer(texting.peer)
  const earlier = await store.byReturn(texting.peer)
  if (earlier === null || earlier === open || !(await isNew(open, store)))
    return { conversation: open ?? (await begin()) }
  const came = await sayWord(earlier, open, texting, house)
  if (came === 'open') return { conversation: earlier, event: null }
  const conversation = open ?? (await begin())
  // The second word must not stand in a conversation anybody reads.
  return came === 'start' ? { conversation, event: { type: 'repeat' } } : { conversation }
}

/** Whether there is none, or one in which nothing was said yet but the first question. */
async function isNew(open: string | null, store: Store): Promise<boolean> {
  if (open === null) return true
  const reading = await store.read(open)
  return (
    reading === null || (reading.conversation.owner.kind === 'assistant' && !mayWrite(reading.conversation.snapshot))
  )
}

async function sayWord(
  earlier: string,
  open: string | null,
  texting: Texting,
  { store, turn: take, lexicons, door }: House
) {
  const { text, peer, messageId } = texting
  const reading = await store.read(earlier)
  if (!reading) return 'noMatch'
  const counts = mayBeAWord(text, ASKED, lexicons)
  const key = (now: Date): Key => ({ peer, notAfter: notAfterReply(now), counts })
  const decide = (found: Conversation, now: Date) => decideReturn(text, found, key(now), now, door(found))
  const { result } = await decide(reading.conversation, new Date())
  // A number is in one conversation at a time: the one that has only just begun makes room.
  if (result === 'open' && open !== null) await store.letGo(open)
  const turn = await take(earlier, `return:${messageId}`, decide)
  return turn.kind === 'done' ? turn.result : result
}
