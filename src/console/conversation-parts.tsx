// The pieces of the conversation page that change while it is open.
import type { Words } from '../wording/words.ts'
import { Actions, type Unsent } from './actions.tsx'
import { Banner } from './banner.tsx'
import type { Dependencies } from './dependencies.ts'
import type { Opened } from './opened.ts'
import { type Part, part } from './part.ts'
import type { SignedIn } from './signed-in.ts'
import { SummaryDetail, TenSeconds } from './summary.tsx'
import { summaryOf } from './summary-of.ts'

export interface Parts {
  readonly banner: Part
  readonly tenSeconds: Part
  readonly actions: Part
  readonly summary: Part
}

export async function conversationParts(
  deps: Dependencies,
  words: Words,
  me: SignedIn,
  { listed, reading }: Opened,
  unsent: Unsent | null = null
): Promise<Parts> {
  const now = new Date()
  const summary = await summaryOf(deps, words, listed, reading, now)
  const isLive = listed.status === 'open' && listed.worker !== null && listed.channel === 'web'
  const actions = <Actions listed={listed} words={words} me={me} now={now} unsent={unsent} />
  return {
    banner: part('banner', <Banner contact={summary.safeContact} words={words} isLive={isLive} />),
    tenSeconds: part('ten-seconds', <TenSeconds summary={summary} words={words} />),
    // The composer is replaced only when it becomes another one: somebody may be writing in it.
    actions: part('actions', actions, `${listed.status} ${listed.worker?.id}`),
    summary: part('summary', <SummaryDetail summary={summary} words={words} now={now} />)
  }
}
