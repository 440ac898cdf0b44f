import type { Message } from '../conversation/conversation.ts'
import { clock } from './clock.ts'

interface TheirWordsProps {
  readonly said: readonly Message[]
  readonly now: Date
}

/** Words of a person as they are, outside the chat. */
export const TheirWords = ({ said, now }: TheirWordsProps) => (
  <>
    {said.map(({ seq, text, locale, at }) => (
      <blockquote key={seq} class="their-words">
        <p dir="auto" lang={locale}>
          {text}
        </p>
        <footer>
          <time dateTime={at.toISOString()}>{clock(at, now)}</time>
        </footer>
      </blockquote>
    ))}
  </>
)
