import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { type Part, part } from './part.ts'
import type { PageState } from './watch-page.ts'

/** Whether the person's page is open, as far as it is known; nothing before it was asked, and nothing where there is none. */
export function theirPagePart(state: PageState | null, words: Words, now: Date): Part {
  return part('their-page', <p class="aid">{state && sentence(state, words, now)}</p>)
}

function sentence(state: PageState, words: Words, now: Date): string {
  if (state.kind !== 'away') return words.staff(`theirPage-${state.kind}`)
  return state.since ? words.staff('theirPageSince', { time: clock(state.since, now) }) : words.staff('theirPage-away')
}
