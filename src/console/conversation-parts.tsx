// The pieces of the conversation page that change while it is open.
import type { Words } from '../wording/words.ts'
import { Actions } from './actions.tsx'
import { Banner } from './banner.tsx'
import type { Dependencies } from './dependencies.ts'
import type { Opened } from './opened.ts'
import { OwnBand } from './own-band.tsx'
import { type Part, part } from './part.ts'
import type { SignedIn } from './signed-in.ts'
import { SummaryDetail, TenSeconds } from './summary.tsx'
import { summaryOf } from './summary-of.ts'
import { Texting } from './texting.tsx'
import type { Unsent } from './unsent.tsx'

export interface Parts {
  readonly banner: Part
  readonly tenSeconds: Part
  readonly ownBand: Part
  readonly actions: Part
  readonly summary: Part
}

/** What a worker wrote in a form that could not be accepted. */
export interface NotAccepted {
  readonly message?: Unsent | null
  readonly band?: Unsent | null
}

export async function conversationParts(
  deps: Dependencies,
  words: Words,
  me: SignedIn,
  { listed, reading }: Opened,
  { message = null, band = null }: NotAccepted = {}
): Promise<Parts> {
  const now = new Date()
  const summary = await summaryOf(deps, words, listed, reading, now)
  const isLive = listed.status === 'open' && listed.worker !== null && listed.channel === 'web'
  const { returns } = reading.conversation
  const contact = summary.safeContact
  const isBehind = (await deps.mirror?.isBehind(listed.conversation)) ?? false
  const banner = (
    <Banner contact={contact} words={words} isLive={isLive} returns={returns} now={now}>
      {listed.channel === 'sms' && (
        <Texting
          reading={reading}
          contact={contact}
          isShort={deps.conversations.isShort(reading)}
          words={words}
          me={me}
          now={now}
        />
      )}
      {isBehind && <p>{words.staff('azureBehind')}</p>}
    </Banner>
  )
  const actions = <Actions listed={listed} words={words} me={me} now={now} unsent={message} />
  const ownBand = <OwnBand listed={listed} words={words} me={me} unsent={band} />
  // A form is replaced only when it becomes another one: somebody may be writing in it.
  const forms = `${listed.status} ${listed.worker?.id}`
  return {
    banner: part('banner', banner),
    tenSeconds: part('ten-seconds', <TenSeconds summary={summary} words={words} />),
    ownBand: part('own-band', ownBand, forms),
    actions: part('actions', actions, forms),
    summary: part('summary', <SummaryDetail summary={summary} words={words} now={now} />)
  }
}
