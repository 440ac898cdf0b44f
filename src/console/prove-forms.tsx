// The two ways to prove who one is: a passkey first, or a name, a password and a code.

import { LOGIN_MAX } from '../limits.ts'
import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { PostForm } from './page.tsx'
import { PasskeyForm } from './passkey-form.tsx'

export interface Tried {
  readonly login: string
  readonly complaint: string
}

interface ProveProps {
  readonly words: Words
  readonly me: { readonly formToken: string }
  /** `/sign-in`, or `/again`. */
  readonly at: string
  /** Passkeys can be used where this page is. */
  readonly passkeys: boolean
  readonly tried: Tried | null
  /** Where they go on to. */
  readonly next?: string
}

export const ProveForms = ({ words, me, at, passkeys, tried, next }: ProveProps) => (
  <>
    <Complaint id="complaint" why={tried?.complaint ?? null} />
    {passkeys && (
      <PasskeyForm
        words={words}
        me={me}
        does="get"
        action={`${at}/passkey`}
        label={words.signIn('passkeyUse')}
        {...(next ? { next } : {})}
      />
    )}
    <h2>{words.signIn('passwordTitle')}</h2>
    <PostForm action={`${at}/password`} me={me} class="prove">
      {next && <input type="hidden" name="next" value={next} />}
      <label for="login">{words.signIn('login')}</label>
      <input
        id="login"
        name="login"
        maxLength={LOGIN_MAX}
        required
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        value={tried?.login}
        aria-describedby={tried ? 'complaint' : undefined}
      />
      <label for="password">{words.signIn('password')}</label>
      <input id="password" name="password" type="password" required autocomplete="current-password" />
      <CodeField words={words} />
      <button type="submit">{words.staff('signInButton')}</button>
    </PostForm>
  </>
)

export const CodeField = ({ words }: { words: Words }) => (
  <>
    <label for="code">{words.signIn('code')}</label>
    <p id="code-about">{words.signIn('codeAbout')}</p>
    <input
      id="code"
      name="code"
      inputMode="numeric"
      required
      autocomplete="one-time-code"
      aria-describedby="code-about"
    />
  </>
)
