import type { Words } from '../wording/words.ts'
import { Complaint } from './complaint.tsx'
import { Page } from './page.tsx'
import { ProveForms, type Tried } from './prove-forms.tsx'

interface SignInProps {
  readonly words: Words
  readonly nonce: string
  readonly me: { readonly formToken: string }
  readonly passkeys: boolean
  readonly tried: Tried | null
  /** Accounts are the identity provider's. */
  readonly isElsewhere: boolean
}

export const SignInPage = ({ words, nonce, isElsewhere, ...forms }: SignInProps) => (
  <Page words={words} title={words.staff('signInTitle')} nonce={nonce} passkeys={forms.passkeys}>
    <h1>{words.staff('signInTitle')}</h1>
    {isElsewhere ? (
      <>
        <Complaint id="complaint" why={forms.tried?.complaint ?? null} />
        <p>
          <a class="button" href="/sign-in/identity">
            {words.signIn('identityUse')}
          </a>
        </p>
      </>
    ) : (
      <>
        <ProveForms words={words} at="/sign-in" {...forms} />
        <p>{words.signIn('noAccount')}</p>
      </>
    )}
  </Page>
)
