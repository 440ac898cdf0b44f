// Whether a page of the person's is open. Nobody keeps a record: it is asked, and whichever process holds the page answers.
import type { Bell } from '../conversation/ports.ts'
import { HEARTBEAT, PAGE_ANSWERS_WITHIN } from '../limits.ts'

/** `since`: when it was last known to be open; null when it has not been while somebody watched. */
export type PageState = { readonly kind: 'unknown' | 'open' } | { readonly kind: 'away'; readonly since: Date | null }

export interface PageWatch {
  readonly state: () => PageState
  readonly stop: () => void
}

/**
 * Asks now, whenever a page closes, and every HEARTBEAT: a process that was killed does not answer. A question that does not come back
 * to ourselves was never passed on, so that no answer to it says nothing.
 */
export function watchPage(bell: Bell, conversation: string, changed: () => void): PageWatch {
  let state: PageState = { kind: 'unknown' }
  let isPassedOn = false
  let isAnswered = false
  let patience: NodeJS.Timeout | undefined

  const become = (next: PageState) => {
    const isNew = next.kind !== state.kind
    if (isNew) state = next
    if (isNew) changed()
  }
  const judge = (askedAt: Date) => {
    if (!isPassedOn) become({ kind: 'unknown' })
    else if (!isAnswered) become({ kind: 'away', since: state.kind === 'open' ? askedAt : null })
  }
  const ask = () => {
    clearTimeout(patience)
    isPassedOn = isAnswered = false
    patience = setTimeout(judge, PAGE_ANSWERS_WITHIN, new Date())
    bell.sign(conversation, 'pageAsked')
  }
  const heard = [
    bell.onSign(conversation, 'pageAsked', () => {
      isPassedOn = true
    }),
    bell.onSign(conversation, 'pageOpen', () => {
      isAnswered = true
      become({ kind: 'open' })
    }),
    bell.onSign(conversation, 'pageClosed', ask)
  ]
  const again = setInterval(ask, HEARTBEAT)
  ask()
  return {
    state: () => state,
    stop() {
      clearTimeout(patience)
      clearInterval(again)
      for (const stop of heard) stop()
    }
  }
}
