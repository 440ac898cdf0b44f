import type { Words } from '../wording/words.ts'

interface PasskeyProps {
  readonly words: Words
  readonly me: { readonly formToken: string }
  /** Makes one, or asks for one. */
  readonly does: 'create' | 'get'
  readonly action: string
  readonly label: string
  readonly next?: string
}

/** A button for a passkey. Its script (passkeys/client.ts) shows it where the browser has passkeys, and fills it in. */
export const PasskeyForm = ({ words, me, does, action, label, next }: PasskeyProps) => (
  <form
    method="post"
    action={action}
    class="passkey"
    hidden
    data-passkey={does}
    data-options={`${action}/options`}
    data-failed={words.signIn('passkeyFailed')}
  >
    <input type="hidden" name="token" value={me.formToken} />
    <input type="hidden" name="response" />
    {next && <input type="hidden" name="next" value={next} />}
    <p>{words.signIn('passkeyAbout')}</p>
    <p class="complaint" role="alert" hidden />
    <button type="submit" class="main">
      {label}
    </button>
  </form>
)
