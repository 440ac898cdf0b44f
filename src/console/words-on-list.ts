// The last words of those who left in a way that says something, for the list: each reading is on record, once a look.
import type { Message } from '../conversation/conversation.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import type { Dependencies } from './dependencies.ts'
import { lastWords } from './last-words.ts'
import type { SignedIn } from './signed-in.ts'
import { showsWords } from './unclaimed-entry.tsx'

export type WordsOf = ReadonlyMap<string, readonly Message[]>

/**
 * Reads for one page, or for one stream: who is read once for it is on record once, and not again while it stays open and they have
 * written nothing new. `list` is whoever this worker may read.
 */
export function wordsOnList({ readings }: Pick<Dependencies, 'readings'>, { staffId }: SignedIn) {
  const known = new Map<string, { readonly heardAt: Date; readonly said: readonly Message[] }>()
  return async (list: readonly UnclaimedItem[]): Promise<WordsOf> => {
    for (const { conversation, heardAt } of list.filter(showsWords)) {
      if (known.get(conversation)?.heardAt.getTime() === heardAt.getTime()) continue
      const reading = await readings.readOnRecord(conversation, { staffId, action: 'left_list' })
      if (reading) known.set(conversation, { heardAt, said: lastWords(reading) })
    }
    return new Map([...known].map(([conversation, { said }]) => [conversation, said]))
  }
}
