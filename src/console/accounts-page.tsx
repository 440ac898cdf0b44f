import { ROLES, type Role } from '../staff/roles.ts'
import type { Member } from '../store/accounts.ts'
import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { Page, PostForm } from './page.tsx'
import type { SignedIn } from './signed-in.ts'

interface Seen {
  readonly words: Words
  readonly me: SignedIn
}

interface AccountsProps extends Seen {
  readonly nonce: string
  readonly members: readonly Member[]
  readonly complaint: string | null
  readonly isElsewhere: boolean
}

export const AccountsPage = ({ words, nonce, me, members, complaint, isElsewhere }: AccountsProps) => {
  const title = words.signIn('accountsTitle')
  return (
    <Page words={words} title={title} nonce={nonce} me={me}>
      <h1>{title}</h1>
      <Complaint id="complaint" why={complaint} />
      {isElsewhere ? (
        <p>{words.signIn('accountsElsewhere')}</p>
      ) : (
        <section>
          <h2>{words.signIn('inviteTitle')}</h2>
          <PostForm action="/accounts/invite" me={me}>
            <Roles words={words} chosen={['worker']} legend={words.signIn('rolesOfInvited')} />
            <button type="submit">{words.staff('invite')}</button>
          </PostForm>
        </section>
      )}
      <h2>{words.signIn('membersTitle')}</h2>
      <ul class="members">
        {members.map(member => (
          <MemberItem key={member.id} member={member} words={words} me={me} isElsewhere={isElsewhere} />
        ))}
      </ul>
    </Page>
  )
}

const Roles = ({ words, chosen, legend }: { words: Words; chosen: readonly Role[]; legend: string }) => (
  <fieldset>
    <legend>{legend}</legend>
    {ROLES.map(role => (
      <label key={role} class="box">
        <input type="checkbox" name="roles" value={role} checked={chosen.includes(role)} />{' '}
        {words.signIn(`role-${role}`)}: {words.signIn(`may-${role}`)}
      </label>
    ))}
  </fieldset>
)

const MemberItem = ({ member, words, me, isElsewhere }: Seen & { member: Member; isElsewhere: boolean }) => {
  const { id, name, roles, hasKey } = member
  const isOwn = id === me.staffId
  return (
    <li>
      <h3>{isOwn ? words.signIn('memberYou', { name }) : name}</h3>
      <p>{roles.map(role => words.signIn(`role-${role}`)).join(', ')}</p>
      {!hasKey && <p>{words.signIn('memberNoKey')}</p>}
      {!isElsewhere && !member.isElsewhere && !isOwn && (
        <details>
          <summary>{words.signIn('changeMember', { name })}</summary>
          <PostForm action={`/accounts/${id}/roles`} me={me}>
            <Roles words={words} chosen={roles} legend={words.signIn('rolesOf', { name })} />
            <button type="submit">{words.signIn('rolesChange')}</button>
          </PostForm>
          <p>{words.signIn('recoverMeans')}</p>
          <PostForm action={`/accounts/${id}/invite`} me={me}>
            <button type="submit">{words.signIn('recover', { name })}</button>
          </PostForm>
        </details>
      )}
      {!isOwn && (
        <details>
          <summary>{words.signIn(member.isElsewhere ? 'endSessions' : 'removeMember', { name })}</summary>
          <p>{words.signIn(member.isElsewhere ? 'endSessionsMeans' : 'removeMeans')}</p>
          <PostForm action={`/accounts/${id}/remove`} me={me}>
            <button type="submit">{words.signIn('removeNow')}</button>
          </PostForm>
        </details>
      )}
    </li>
  )
}

interface LinkProps extends Seen {
  readonly nonce: string
  readonly link: string
  readonly until: string
  /** The number of the request it waits for; null where it works at once. */
  readonly waits: string | null
}

export const LinkPage = ({ words, nonce, me, link, until, waits }: LinkProps) => (
  <Page words={words} title={words.staff('inviteTitle')} nonce={nonce} me={me}>
    <h1>{words.staff('inviteTitle')}</h1>
    <p>{waits ? words.signIn('inviteWaits', { number: waits }) : words.staff('inviteReady', { until })}</p>
    {waits && (
      <p>
        <a href="/confirmations">{words.signIn('confirmTitle')}</a>
      </p>
    )}
    <p class="link">{link}</p>
    <p>
      <a href="/accounts">{words.signIn('backToAccounts')}</a>
    </p>
  </Page>
)
