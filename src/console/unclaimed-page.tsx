// The summary of somebody nobody was asked to join: nothing on it can be pressed but the way back.
import { languageName } from '../summary/language-name.ts'
import type { Words } from '../wording/words.ts'
import { Banner } from './banner.tsx'
import { Page } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import { SummaryDetail, TenSeconds } from './summary.tsx'
import type { UnclaimedReading } from './unclaimed.ts'
import { wentWords } from './unclaimed-entry.tsx'

interface UnclaimedProps extends UnclaimedReading {
  readonly words: Words
  readonly me: SignedIn
  readonly nonce: string
}

export const UnclaimedPage = ({ words, me, nonce, item, reading, summary, now }: UnclaimedProps) => {
  const { reference } = item
  const title = words.staff('conversationTitle', { reference })
  const { returns } = reading.conversation
  return (
    <Page words={words} title={title} nonce={nonce} me={me}>
      <div class="banner">
        <Banner contact={summary.safeContact} words={words} isLive={false} returns={returns} now={now} />
      </div>
      <p class="back">
        <a href="/">{words.staff('backToQueue')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {words.staff(`referralChannel-${item.channel}`)}, {languageName(item.locale)}.
      </p>
      {/* Of the exit the banner speaks already. */}
      {item.went === 'quiet' && <p class="complaint">{wentWords(item, words, now)}</p>}
      <p>{words.staff('unclaimedMeans')}</p>
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
