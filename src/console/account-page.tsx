import type { OwnSession } from '../store/own-sessions.ts'
import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { Page } from './page.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import type { SignedIn } from './signed-in.ts'

interface AccountProps {
  readonly words: Words
  readonly nonce: string
  readonly me: SignedIn
  /** Passkeys can be used where this page is. */
  readonly passkeys: boolean
  /** What they sign in with already: a name for their password, and so many passkeys. */
  readonly login: string | null
  readonly keys: number
  readonly complaint: string | null
  readonly isElsewhere: boolean
  /** Where they are signed in. */
  readonly sessions: readonly OwnSession[]
}

export const AccountPage = ({ words, nonce, me, passkeys, isElsewhere, sessions, ...own }: AccountProps) => {
  const title = words.signIn('accountTitle')
  return (
    <Page words={words} title={title} nonce={nonce} me={me} passkeys={passkeys && !isElsewhere}>
      <h1>{title}</h1>
      <p>{words.signIn('yourRoles', { roles: me.roles.map(role => words.signIn(`role-${role}`)).join(', ') })}</p>
      <Complaint id="complaint" why={own.complaint} />
      {isElsewhere ? (
        <p>{words.signIn(me.isElsewhere ? 'accountElsewhere' : 'accountOperators')}</p>
      ) : (
        <Keys words={words} me={me} passkeys={passkeys} {...own} />
      )}
      <OwnSessions words={words} me={me} sessions={sessions} />
    </Page>
  )
}

type KeysProps = Pick<AccountProps, 'words' | 'me' | 'passkeys' | 'login' | 'keys'>

const Keys = ({ words, me, passkeys, login, keys }: KeysProps) => (
  <>
    {me.needsKey && <p class="complaint">{words.signIn('cannotComeBack')}</p>}
    <h2>{words.signIn('passkeyTitle')}</h2>
    <p>{words.signIn('passkeysYouHave', { number: keys })}</p>
    {passkeys ? (
      <PasskeyForm words={words} me={me} does="create" action="/account/passkey" label={words.signIn('passkeyMake')} />
    ) : (
      <p>{words.signIn('passkeyNotHere')}</p>
    )}
    <h2>{words.signIn('passwordTitle')}</h2>
    <p>{login ? words.signIn('passwordYouHave', { login }) : words.signIn('passwordNone')}</p>
    <p>
      <a href="/account/password">{words.signIn(login ? 'passwordChange' : 'passwordSet')}</a>
    </p>
  </>
)
