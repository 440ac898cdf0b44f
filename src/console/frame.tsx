import { STAFF_REFRESH_SECONDS } from '../limits.ts'
import type { Words } from '../wording/words.ts'
import { STYLE } from './assets.ts'
import { clock } from './clock.ts'
import { Entries } from './log.tsx'
import { Style } from './page.tsx'
import { visibleMessages } from './visible-messages.ts'
import type { Opened } from './way.ts'

interface FrameProps {
  readonly words: Words
  readonly nonce: string
  /** Null when the conversation is not this worker's to see any more. */
  readonly opened: Opened | null
}

/** The chat log alone, for a browser without script: newest first, so that what is new is in view. */
export const LogFrame = ({ words, nonce, opened }: FrameProps) => {
  const now = new Date()
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="refresh" content={String(STAFF_REFRESH_SECONDS)} />
        <title>{words.staff('chatLog')}</title>
        <Style nonce={nonce} content={STYLE} />
      </head>
      <body class="frame">
        <main>
          {opened?.listed.status === 'left' && (
            <p class="complaint">{words.staff('leftByExit', { time: clock(opened.listed.changedAt, now) })}</p>
          )}
          {opened ? (
            <Entries messages={visibleMessages(opened.reading).toReversed()} words={words} now={now} />
          ) : (
            <p class="complaint">{words.staff('conversationGone')}</p>
          )}
        </main>
      </body>
    </html>
  )
}
