// Who of the call-backs is due, for the head of every page: a number alone. It is worked out by the product for nobody in particular, and
// no word it is worked out from goes to a page: hence the one reading here that is not on record.
import type { Conversations } from '../conversation/conversations.ts'
import type { Bell } from '../conversation/ports.ts'
import { CALL_BACKS_COUNTED } from '../limits.ts'
import { errorFacts, type Log } from '../log.ts'
import type { StaffStore } from '../store/staff.ts'
import type { Wordbook } from '../wording/wordbook.ts'
import { callBackOf, callBacksIn } from './call-backs.ts'
import type { SummarySources } from './summary-of.ts'

/** What no route has: see `Dependencies`. */
export interface DueSources extends SummarySources {
  readonly conversations: SummarySources['conversations'] & Pick<Conversations, 'read'>
  readonly staff: Pick<StaffStore, 'waiting'>
  readonly bell: Bell
  readonly wordbook: Wordbook
  readonly log: Log
}

export interface DueCallBacks {
  /** Their ids, kept for a while and worked out anew when anything changes; null where they cannot be. */
  readonly now: () => Promise<readonly string[] | null>
  readonly stop: () => void
}

export function dueCallBacks(sources: DueSources): DueCallBacks {
  const words = sources.wordbook.in('en')
  let known: { readonly at: number; readonly due: Promise<readonly string[] | null> } | null = null
  const stop = sources.bell.listen('queue', () => {
    known = null
  })

  const work = async (now: Date): Promise<readonly string[]> => {
    const due: string[] = []
    for (const listed of callBacksIn(await sources.staff.waiting(now))) {
      const reading = await sources.conversations.read(listed.conversation)
      const callBack = reading && (await callBackOf(sources, words, { listed, reading }, now))
      if (callBack?.until) due.push(listed.conversation)
    }
    return due
  }
  return {
    stop,
    now() {
      const now = new Date()
      if (!known || now.getTime() - known.at >= CALL_BACKS_COUNTED || now.getTime() < known.at) {
        const due = work(now).catch(error => {
          sources.log.warn(errorFacts(error), 'call-backs could not be counted')
          return null
        })
        known = { at: now.getTime(), due }
      }
      return known.due
    }
  }
}
