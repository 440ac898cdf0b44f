// The summary of somebody who is not in the queue: nothing on it can be pressed but the way back, and a supervisor's decision about 999.
import type { ComponentChildren } from 'preact'
import { languageName } from '../summary/language-name.ts'
import type { Words } from '../wording/words.ts'
import { Banner } from './banner.tsx'
import { EmergencyLine } from './emergency.tsx'
import { lastWords } from './last-words.ts'
import { Marks } from './marks.tsx'
import { Page } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import { SummaryDetail, TenSeconds } from './summary.tsx'
import { TheirWords } from './their-words.tsx'
import type { UnclaimedReading } from './unclaimed.ts'
import { showsWords, wentWords } from './unclaimed-entry.tsx'

interface UnclaimedProps extends UnclaimedReading {
  readonly words: Words
  readonly me: SignedIn
  readonly nonce: string
  /** Whoever is on call is told: without them nobody watches out of hours. */
  readonly onCall: boolean
  /** The decision about 999, where this is its page. */
  readonly children?: ComponentChildren
}

export const UnclaimedPage = ({ words, me, nonce, item, reading, summary, now, onCall, children }: UnclaimedProps) => {
  const { reference, went } = item
  const title = words.staff('conversationTitle', { reference })
  const { returns } = reading.conversation
  return (
    <Page words={words} title={title} nonce={nonce} me={me}>
      <div class="banner">
        <Banner contact={summary.safeContact} words={words} isLive={false} returns={returns} now={now}>
          <Marks reading={reading} words={words} now={now} />
        </Banner>
      </div>
      <p class="back">
        <a href="/">{words.staff('backToQueue')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {words.staff(`referralChannel-${item.channel}`)}, {languageName(item.locale)}.
      </p>
      {/* Of the exit the banner speaks already. */}
      {went !== 'exit' && <p class="complaint">{wentWords(item, words, now)}</p>}
      {showsWords(item) && (
        <section aria-labelledby="last-words-title">
          <h2 id="last-words-title">{words.staff('lastWords')}</h2>
          <TheirWords said={lastWords(reading)} now={now} />
        </section>
      )}
      {children ?? <EmergencyLine item={item} words={words} me={me} now={now} />}
      <p>{words.staff('unclaimedMeans')}</p>
      {!onCall && <p>{words.staff('nobodyOnCall')}</p>}
      <section class="ten-seconds" aria-labelledby="ten-seconds-title">
        <h2 id="ten-seconds-title">{words.staff('referralSection-tenSeconds')}</h2>
        <TenSeconds summary={summary} words={words} />
      </section>
      <section class="detail" aria-labelledby="summary-title">
        <h2 id="summary-title">{words.staff('referralTitle', { reference })}</h2>
        <SummaryDetail summary={summary} words={words} now={now} />
      </section>
    </Page>
  )
}
