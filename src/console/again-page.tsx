// Asking a member to prove once more who they are, before something that is worth it.
import type { FastifyReply } from 'fastify'
import type { Words } from '../wording/words.ts'
import { landingOf } from './landing.ts'
import { Page, sendPage } from './page.tsx'
import { ProveForms, type Tried } from './prove-forms.tsx'
import type { SignedIn } from './signed-in.ts'

interface AgainProps {
  readonly words: Words
  readonly me: SignedIn
  readonly passkeys: boolean
  /** Where they go on to. */
  readonly next: string
  readonly tried?: Tried
}

/** The page that asks. Whoever has nothing to prove it with is told to set it first. */
export const askAgain = (reply: FastifyReply, props: AgainProps): FastifyReply =>
  sendPage(reply.status(403), nonce => <AgainPage nonce={nonce} {...props} />)

const AgainPage = ({ words, me, nonce, passkeys, next, tried }: AgainProps & { nonce: string }) => {
  const title = words.signIn('againTitle')
  const back = next.startsWith('/c/') ? next.replace(/\/[^/]*$/, '') : landingOf(me.roles)
  return (
    <Page words={words} title={title} nonce={nonce} me={me} passkeys={passkeys}>
      <h1>{title}</h1>
      {me.needsKey ? (
        <>
          <p>{words.signIn('againNoKey')}</p>
          <p>
            <a href="/account">{words.signIn('accountTitle')}</a>
          </p>
        </>
      ) : (
        <>
          <p>{words.signIn('againWhy')}</p>
          <How words={words} me={me} passkeys={passkeys} next={next} tried={tried ?? null} />
        </>
      )}
      <p>
        <a href={back}>{words.signIn('againBack')}</a>
      </p>
    </Page>
  )
}

const How = ({ words, me, passkeys, next, tried }: Omit<AgainProps, 'tried'> & { tried: Tried | null }) =>
  me.isElsewhere ? (
    <p>
      <a class="button" href={`/sign-in/identity?${new URLSearchParams({ again: '1', next })}`}>
        {words.signIn('identityUse')}
      </a>
    </p>
  ) : me.hasKey ? (
    <ProveForms words={words} me={me} at="/again" passkeys={passkeys} tried={tried} next={next} />
  ) : (
    <p>{words.signIn('againOperators')}</p>
  )
