// Who is to be given what, and by whom it was: for whoever can be the second person, and for every supervisor to know of.
import type { RoleChange } from '../store/role-changes.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { Complaint } from './complaint.tsx'
import { Page, PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

export interface Shown extends RoleChange {
  /** There is somebody who can confirm it: no code counts. */
  readonly hasOthers: boolean
}

interface Seen {
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
}
interface ConfirmProps extends Seen {
  readonly nonce: string
  readonly changes: readonly Shown[]
  readonly complaint: string | null
}

export const ConfirmPage = ({ nonce, changes, complaint, ...seen }: ConfirmProps) => {
  const { words, me } = seen
  const title = words.signIn('confirmTitle')
  const open = changes.filter(({ state }) => state === 'asked')
  const decided = changes.filter(({ state }) => state !== 'asked')
  return (
    <Page words={words} title={title} nonce={nonce} me={me}>
      <h1>{title}</h1>
      <p>{words.signIn('confirmMeans')}</p>
      <Complaint id="complaint" why={complaint} />
      <h2>{words.signIn('confirmOpen')}</h2>
      {open.length === 0 && <p>{words.signIn('confirmNone')}</p>}
      <ul class="members">
        {open.map(change => (
          <Open key={change.id} change={change} {...seen} />
        ))}
      </ul>
      {decided.length > 0 && <h2>{words.signIn('confirmBefore')}</h2>}
      <ul class="members">
        {decided.map(change => (
          <li key={change.id}>
            <What change={change} {...seen} />
            <p>{decidedWords(change, words)}</p>
            {change.kind === 'invite' && change.member && <p>{words.signIn('confirmCame', { name: change.member })}</p>}
          </li>
        ))}
      </ul>
      {(me.untold ?? 0) > 0 && (
        <PostForm action="/confirmations/read" me={me}>
          <input type="hidden" name="upTo" value={seen.now.toISOString()} />
          <button type="submit">{words.signIn('confirmRead')}</button>
        </PostForm>
      )}
    </Page>
  )
}

const What = ({ change, words, now }: Pick<Seen, 'words' | 'now'> & { change: RoleChange }) => {
  const roles = change.roles.map(role => words.signIn(`role-${role}`)).join(', ')
  const facts = { roles, name: change.member ?? '', by: change.askedBy ?? '', time: clock(change.askedAt, now) }
  return (
    <>
      <h3>{words.signIn('confirmNumber', { number: change.id })}</h3>
      <p>{words.signIn(`confirmWhat-${change.kind}`, facts)}</p>
    </>
  )
}

function decidedWords({ state, decidedBy }: RoleChange, words: Words): string {
  if (state === 'given') return words.signIn('confirmGiven')
  if (state === 'refused') return words.signIn('confirmRefused')
  return decidedBy ? words.signIn('confirmedBy', { name: decidedBy }) : words.signIn('confirmedByCode')
}

const Open = ({ change, ...seen }: Seen & { change: Shown }) => {
  const { words, me } = seen
  const { id, askedById, memberId, hasOthers } = change
  const isMine = askedById === me.staffId || memberId === me.staffId
  return (
    <li>
      <What change={change} {...seen} />
      {!isMine && (
        <PostForm action={`/confirmations/${id}/confirm`} me={me}>
          <button type="submit" class="main">
            {words.signIn('confirmYes', { number: id })}
          </button>
        </PostForm>
      )}
      {isMine && hasOthers && <p>{words.signIn('confirmWaits')}</p>}
      {!hasOthers && memberId !== me.staffId && (
        <PostForm action={`/confirmations/${id}/code`} me={me}>
          <p id={`about-${id}`}>{words.signIn('confirmCodeMeans', { command: `npm run staff:confirm -- ${id}` })}</p>
          <label for={`code-${id}`}>{words.signIn('confirmCode')}</label>
          <input id={`code-${id}`} name="code" required maxLength={20} aria-describedby={`about-${id}`} />
          <button type="submit">{words.signIn('confirmByCode', { number: id })}</button>
        </PostForm>
      )}
      <PostForm action={`/confirmations/${id}/refuse`} me={me}>
        <button type="submit">{words.signIn('confirmNo', { number: id })}</button>
      </PostForm>
    </li>
  )
}
