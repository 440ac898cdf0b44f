// One conversation, as a worker sees it: what is safe first, then ten seconds, then the chat and the whole summary.
import { languageName } from '../summary/language-name.ts'
import type { Words } from '../wording/words.ts'
import type { Parts } from './conversation-parts.tsx'
import { ExportLinks } from './export-links.tsx'
import { Entries } from './log.tsx'
import { Page } from './page.tsx'
import { PartBox } from './part-box.tsx'
import { Urgent } from './queue.tsx'
import type { SignedIn } from './signed-in.ts'
import { theirPagePart } from './their-page.tsx'
import { visibleMessages } from './visible-messages.ts'
import type { Opened } from './way.ts'

interface ConversationProps {
  readonly words: Words
  readonly me: SignedIn
  readonly nonce: string
  readonly opened: Opened
  readonly parts: Parts
}

export const ConversationPage = ({ words, me, nonce, opened: { listed, reading }, parts }: ConversationProps) => {
  const { reference } = listed
  const address = `/c/${reference}`
  const title = words.staff('conversationTitle', { reference })
  return (
    <Page
      words={words}
      title={title}
      nonce={nonce}
      me={me}
      events={`${address}/events?after=${reading.conversation.lastSeq}`}
    >
      <PartBox part={parts.banner} class="banner" />
      <p class="back">
        <a href="/">{words.staff('backToQueue')}</a>
      </p>
      <h1>
        {title} {listed.urgent && <Urgent words={words} />}
      </h1>
      <p class="type">
        {words.staff(`referralType-${listed.type}`)}. {words.staff(`referralChannel-${listed.channel}`)},{' '}
        {languageName(listed.locale)}.
      </p>
      <PartBox part={parts.callBack} class="written" />
      <div class="columns">
        <section class="ten-seconds" aria-labelledby="ten-seconds-title">
          <h2 id="ten-seconds-title">{words.staff('referralSection-tenSeconds')}</h2>
          <PartBox part={parts.tenSeconds} />
          <PartBox part={parts.ownBand} class="own-band" />
        </section>
        <section class="chat" aria-labelledby="chat-title">
          <h2 id="chat-title">{words.staff('chatTitle')}</h2>
          {/* Without script the log lives in a frame that fetches itself again, so that nobody's typing is lost. */}
          <noscript>
            <iframe src={`${address}/log`} title={words.staff('chatLog')} />
          </noscript>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <div id="log" class="log scripted" role="log" aria-label={words.staff('chatLog')} tabIndex={0}>
            <Entries messages={visibleMessages(reading)} words={words} now={new Date()} />
          </div>
          {listed.channel === 'web' && (
            <div class="there">
              <PartBox part={theirPagePart(null, words, new Date())} />
              {/* Not a line of the chat: it comes and goes. */}
              <p class="aid" id="writing" aria-live="polite" data-text={words.staff('theyWrite')} />
            </div>
          )}
          <PartBox part={parts.actions} />
          <PartBox part={parts.ready} />
          <PartBox part={parts.partners} class="written" />
          <PartBox part={parts.closing} class="written" />
        </section>
        <section class="record written" aria-labelledby="record-title">
          <h2 id="record-title">{words.staff('notesTitle')}</h2>
          <p class="aid">{words.staff('notesMeans')}</p>
          <PartBox part={parts.notes} />
          <PartBox part={parts.noteForm} />
          <h2>{words.staff('recordTitle')}</h2>
          <p class="aid">{words.staff('recordMeans')}</p>
          <PartBox part={parts.recorded} />
          <PartBox part={parts.offered} />
          <PartBox part={parts.action} />
        </section>
        <section class="detail" aria-labelledby="summary-title">
          <h2 id="summary-title">{words.staff('referralTitle', { reference })}</h2>
          <PartBox part={parts.summary} />
          <ExportLinks reference={reference} words={words} />
          {parts.mail.map(one => (
            <PartBox key={one.id} part={one} />
          ))}
        </section>
      </div>
    </Page>
  )
}
