import { LOGIN_MAX, PASSWORD_MIN } from '../limits.ts'
import { grouped, otpauthLink } from '../staff/totp.ts'
import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { Page, PostForm } from './page.tsx'
import { CodeField } from './prove-forms.tsx'
import type { SignedIn } from './signed-in.ts'

interface PasswordProps {
  readonly words: Words
  readonly nonce: string
  readonly me: SignedIn
  /** Of the codes; it is kept once a code of it has come back. */
  readonly secret: string
  readonly login: string
  readonly complaint: string | null
}

export const PasswordPage = ({ words, nonce, me, secret, login, complaint }: PasswordProps) => {
  const title = words.signIn('passwordSet')
  return (
    <Page words={words} title={title} nonce={nonce} me={me}>
      <h1>{title}</h1>
      <Complaint id="complaint" why={complaint} />
      <PostForm action="/account/password" me={me} class="prove">
        <input type="hidden" name="secret" value={secret} />
        <label for="login">{words.signIn('login')}</label>
        <p id="login-about">{words.signIn('loginAbout')}</p>
        <input
          id="login"
          name="login"
          maxLength={LOGIN_MAX}
          required
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          value={login}
          aria-describedby={complaint ? 'complaint login-about' : 'login-about'}
        />
        <label for="password">{words.signIn('passwordNew')}</label>
        <p id="password-about">{words.signIn('passwordAbout', { min: PASSWORD_MIN })}</p>
        <input
          id="password"
          name="password"
          type="password"
          required
          autocomplete="new-password"
          aria-describedby="password-about"
        />
        <h2>{words.signIn('appTitle')}</h2>
        <p>{words.signIn('appAbout')}</p>
        <p class="link">{grouped(secret)}</p>
        <p>
          <a href={otpauthLink(secret, me.name, words.staff('deskTitle'))}>{words.signIn('appOpen')}</a>
        </p>
        <CodeField words={words} />
        <button type="submit" class="main">
          {words.signIn('passwordSet')}
        </button>
      </PostForm>
    </Page>
  )
}
