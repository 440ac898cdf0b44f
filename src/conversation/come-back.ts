// Coming back by a word, on any channel: what a word does to a conversation, decided under its lock. Decision 012.
import type { Flow } from '../flow/flow.ts'
import { currentAnswers, type Snapshot, step } from '../flow/step.ts'
import type { Words } from '../wording/words.ts'
import type { Change, Conversation } from './conversation.ts'
import type { Decision } from './ports.ts'
import { prompt } from './prompts.ts'
import { isLocked, type Returns } from './returns.ts'
import { isHashed, isSameWord } from './secret-word.ts'

/** open: they are back. start: nothing is shown but the start page. noMatch: the one neutral answer to everything else. */
export type CameBack = 'open' | 'start' | 'noMatch'

/** What leads back from then on, and whether a word that is not the right one counts as a try. */
export type Key = { readonly counts: boolean } & (
  | { readonly access: Buffer }
  /** By text: the keyed hash of the number, and the moment after which nothing said to it may leave. */
  | { readonly peer: Buffer; readonly notAfter: Date }
)

/** The rules and the words of the conversation somebody comes back to. */
export interface Door {
  readonly flow: Flow
  readonly words: Words
}

/** Whether there is a word this conversation can be opened with again. */
export const canReturn = (snapshot: Snapshot): boolean => isHashed(currentAnswers(snapshot).safeWord)

const nothing: Decision<CameBack> = { change: null, result: 'noMatch' }

/**
 * What a word does. Both words are always compared, so that none of the answers takes longer than another. The second word
 * works even after the lock: whoever is made to write something must not be betrayed by what the page says.
 */
export async function decideReturn(
  word: string,
  { snapshot, status, returns, channel }: Pick<Conversation, 'snapshot' | 'status' | 'returns' | 'channel'>,
  key: Key,
  now: Date,
  { flow, words }: Door
): Promise<Decision<CameBack>> {
  const { safeWord, decoyWord } = currentAnswers(snapshot)
  const [isSafe, isDecoy] = await Promise.all([isSameWord(word, safeWord), isSameWord(word, decoyWord)])
  if (status !== 'open' || !canReturn(snapshot)) return nothing
  if (isDecoy) return { change: closed({ ...returns, decoyAt: now }), result: 'start' }
  if (isLocked(returns)) return nothing
  if (isSafe) {
    const change: Change = {
      snapshot: step(flow, snapshot, { type: 'RETURN' }).snapshot,
      messages: [prompt(words, 'channelOk', channel)],
      ...('access' in key ? { access: key.access } : { peer: key.peer, heard: true, sendNotAfter: key.notAfter }),
      returns: { ...returns, backAt: now },
      announce: true
    }
    return { change, result: 'open' }
  }
  if (!key.counts) return nothing
  const after = { ...returns, wrongWords: returns.wrongWords + 1 }
  return { change: isLocked(after) ? closed(after) : { messages: [], returns: after }, result: 'noMatch' }
}

/** Whatever page still has the conversation open, it is open no longer. */
const closed = (returns: Returns): Change => ({ messages: [], returns, endAccess: true, announce: true })

/** The same work as for a conversation, where there is none. */
export async function compareWithNothing(word: string): Promise<CameBack> {
  await Promise.all([isSameWord(word, undefined), isSameWord(word, undefined)])
  return 'noMatch'
}
