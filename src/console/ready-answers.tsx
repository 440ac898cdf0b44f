// The sentences a worker says most, in the person's language: with script they fill the field, without it they are sent.
import { randomUUID } from 'node:crypto'
import type { Listed } from '../store/desk-list.ts'
import type { ReadyKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

/** In the order a conversation goes. */
export const READY = [
  'hello',
  'haveRead',
  'safeToWrite',
  'mayLeave',
  'takeTime',
  'mayAsk',
  'stillHere',
  'thankYou',
  'notYourFault',
  'lookingUp',
  'whatNext',
  'inDanger'
] as const satisfies readonly ReadyKey[]

interface ReadyAnswersProps {
  readonly listed: Listed
  /** English, as staff read it; and what the person reads. */
  readonly words: Words
  readonly theirs: Words
  readonly me: SignedIn
}

export const ReadyAnswers = ({ listed, words, theirs, me }: ReadyAnswersProps) => {
  if (listed.status !== 'open' || listed.worker?.id !== me.staffId) return null
  const said = (by: Words, key: ReadyKey) => by.ready(key, { name: me.name }, listed.channel)
  const isEnglish = theirs.locale === words.locale
  return (
    <details data-keep="ready">
      <summary>{words.staff('readyTitle')}</summary>
      <PostForm action={`/c/${listed.reference}/ready`} me={me} class="ready">
        <input type="hidden" name="once" value={randomUUID()} />
        <p class="scripted">{words.staff('readyFills')}</p>
        <noscript>
          <p>{words.staff('readySends')}</p>
        </noscript>
        <ul>
          {READY.map(key => (
            <li key={key}>
              <button type="submit" name="answer" value={key}>
                {!isEnglish && <span class="gloss">{said(words, key)}</span>}
                <span class="theirs" lang={theirs.locale} dir={theirs.direction}>
                  {said(theirs, key)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </PostForm>
    </details>
  )
}
