// Where a member is signed in, on their own page: seen by nobody else.
import type { OwnSession } from '../store/own-sessions.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

interface Seen {
  readonly words: Words
  readonly me: SignedIn
}

export const OwnSessions = ({ words, me, sessions }: Seen & { readonly sessions: readonly OwnSession[] }) => (
  <section>
    <h2>{words.signIn('sessionsTitle')}</h2>
    <p>{words.signIn('sessionsMeans')}</p>
    <ul class="members">
      {sessions.map(session => (
        <Session key={session.id} session={session} words={words} me={me} />
      ))}
    </ul>
    {sessions.length > 1 && (
      <PostForm action="/account/sessions/end-others" me={me}>
        <button type="submit">{words.signIn('sessionsEndOthers')}</button>
      </PostForm>
    )}
  </section>
)

function Session({ session, words, me }: Seen & { readonly session: OwnSession }) {
  const { id, by, isThis } = session
  const now = new Date()
  const since = clock(session.since, now)
  return (
    <li>
      <p>
        {words.signIn(by ? `session-${by}` : 'session-before', { since })}{' '}
        {words.signIn('sessionHeard', { time: clock(session.heardAt, now) })}{' '}
        {isThis && <strong>{words.signIn('sessionThis')}</strong>}
      </p>
      <PostForm action={isThis ? '/sign-out' : `/account/sessions/${id}/end`} me={me}>
        <button type="submit">{isThis ? words.staff('signOut') : words.signIn('sessionEnd', { since })}</button>
      </PostForm>
    </li>
  )
}
