// The last words of those who left in a way that says something, for the list: each reading is on record.
import type { Message } from '../conversation/conversation.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import type { Dependencies } from './dependencies.ts'
import { lastWords } from './last-words.ts'
import type { SignedIn } from './signed-in.ts'
import { showsWords } from './unclaimed-entry.tsx'

export type WordsOf = ReadonlyMap<string, readonly Message[]>

/**
 * Reads for one page, or for one stream. What was read is kept until the next minute, or until they are heard again: a list is made anew
 * at every bell, and the record has its line after FOLLOW_RECORDED in any case. `list` is whoever this worker may read by now: of
 * somebody they have to keep away from since, nothing is shown.
 */
export function wordsOnList({ way }: Pick<Dependencies, 'way'>) {
  const known = new Map<string, { readonly version: string; readonly said: readonly Message[] }>()
  return async (me: SignedIn, list: readonly UnclaimedItem[], now: Date): Promise<WordsOf> => {
    const shown = list.filter(showsWords)
    const versionOf = ({ heardAt }: UnclaimedItem) => `${heardAt.getTime()} ${now.getMinutes()}`
    const fresh = shown.filter(item => known.get(item.conversation)?.version !== versionOf(item))
    for (const { conversation } of fresh) known.delete(conversation)
    for (const { item, reading } of await way.openLeft(me, fresh))
      known.set(item.conversation, { version: versionOf(item), said: lastWords(reading) })
    return new Map(shown.map(({ conversation }) => [conversation, known.get(conversation)?.said ?? []]))
  }
}
