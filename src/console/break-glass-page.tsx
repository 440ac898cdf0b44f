import type { Reading } from '../conversation/ports.ts'
import { REASON_MAX } from '../limits.ts'
import type { Listed } from '../store/desk-list.ts'
import type { Summary } from '../summary/schema.ts'
import type { Words } from '../wording/words.ts'
import { Banner } from './banner.tsx'
import { Complaint } from './complaint.tsx'
import { Entries } from './log.tsx'
import { Marks } from './marks.tsx'
import { Page, PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'
import { SummaryDetail, TenSeconds } from './summary.tsx'
import { visibleMessages } from './visible-messages.ts'

interface Seen {
  readonly words: Words
  readonly nonce: string
  readonly me: SignedIn
}

interface FormProps extends Seen {
  readonly reference: string
  readonly complaint: string | null
}

/** Asks for the reason, and says what becomes of it. */
export const GlassForm = ({ words, nonce, me, reference, complaint }: FormProps) => {
  const title = words.signIn('glassTitle', { reference })
  return (
    <Page words={words} title={title} nonce={nonce} me={me}>
      <h1>{title}</h1>
      <p>{words.signIn('glassMeans')}</p>
      <Complaint id="complaint" why={complaint} />
      <PostForm action={`/c/${reference}/break-glass`} me={me}>
        <label for="reason">{words.signIn('glassReason')}</label>
        <p id="reason-about">{words.signIn('glassReasonAbout')}</p>
        <textarea
          id="reason"
          name="reason"
          rows={3}
          maxLength={REASON_MAX}
          required
          aria-describedby={complaint ? 'complaint reason-about' : 'reason-about'}
        />
        <button type="submit">{words.signIn('glassOpen')}</button>
      </PostForm>
      <p>
        <a href="/">{words.staff('backToQueue')}</a>
      </p>
    </Page>
  )
}

interface PageProps extends Seen {
  readonly listed: Listed
  readonly reading: Reading
  readonly summary: Summary
  readonly now: Date
}

/** What there is to read, and nothing to press but the way back. */
export const GlassPage = ({ words, nonce, me, listed, reading, summary, now }: PageProps) => {
  const { reference } = listed
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
      <p class="complaint">{words.signIn('glassReading')}</p>
      <section class="ten-seconds" aria-labelledby="ten-seconds-title">
        <h2 id="ten-seconds-title">{words.staff('referralSection-tenSeconds')}</h2>
        <TenSeconds summary={summary} words={words} />
      </section>
      <section aria-labelledby="chat-title">
        <h2 id="chat-title">{words.staff('chatTitle')}</h2>
        <Entries messages={visibleMessages(reading)} words={words} now={now} />
      </section>
      <section class="detail" aria-labelledby="summary-title">
        <h2 id="summary-title">{words.staff('referralTitle', { reference })}</h2>
        <SummaryDetail summary={summary} words={words} now={now} />
      </section>
    </Page>
  )
}
