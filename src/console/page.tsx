// The frame of every staff page.
import type { FastifyReply } from 'fastify'
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { STAFF_REFRESH_SECONDS } from '../limits.ts'
import { may } from '../staff/roles.ts'
import type { Words } from '../wording/words.ts'
import { PASSKEY_SCRIPT, SCRIPT, STYLE } from './assets.ts'
import { contentPolicy, newNonce } from './headers.ts'
import { landingOf } from './landing.ts'
import type { SignedIn } from './signed-in.ts'

interface PageProps {
  readonly words: Words
  readonly title: string
  readonly nonce: string
  readonly me?: SignedIn
  /** Address of the stream that keeps this page up to date. */
  readonly events?: string
  /** Something on it asks for a passkey. */
  readonly passkeys?: boolean
  /** Without script the page fetches itself again every few seconds. */
  readonly refreshes?: boolean
  readonly children: ComponentChildren
}

export const Page = ({ words, title, nonce, me, events, passkeys, refreshes, children }: PageProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="data:," />
      <title>{title}</title>
      <Style nonce={nonce} content={STYLE} />
      {refreshes && (
        <noscript>
          <meta http-equiv="refresh" content={String(STAFF_REFRESH_SECONDS)} />
        </noscript>
      )}
      {events && (
        <noscript>
          <Style nonce={nonce} content=".scripted{display:none}" />
        </noscript>
      )}
    </head>
    <body>
      <a class="skip" href="#content">
        {words.staff('skipToContent')}
      </a>
      {me && <Header words={words} me={me} />}
      {events && <p class="announce" role="status" id="announce" />}
      {events && <div id="calls" />}
      <main
        id="content"
        tabIndex={-1}
        data-events={events}
        data-over={events && words.staff('overUnsent')}
        data-onward={events && words.staff('overOnward')}
      >
        {children}
      </main>
      {events && <p class="lost" role="status" id="lost" data-text={words.staff('connectionLost')} />}
      {SCRIPT && <Script nonce={nonce} content={SCRIPT} />}
      {passkeys && PASSKEY_SCRIPT && <Script nonce={nonce} content={PASSKEY_SCRIPT} />}
    </body>
  </html>
)

interface Own {
  readonly nonce: string
  /** A file of our own build, which must not be escaped. Never anything a person wrote. */
  readonly content: string
}

export const Style = ({ nonce, content }: Own) => <style nonce={nonce} dangerouslySetInnerHTML={{ __html: content }} />

const Script = ({ nonce, content }: Own) => <script nonce={nonce} dangerouslySetInnerHTML={{ __html: content }} />

const Header = ({ words, me }: { words: Words; me: SignedIn }) => (
  <header class="top">
    <a class="home" href={landingOf(me.roles)}>
      {words.staff('deskTitle')}
    </a>
    {may(me.roles, 'desk') && (
      <a href="/call-backs">
        {me.callBacksDue ? words.staff('callBacksDue', { due: me.callBacksDue }) : words.staff('callBacksLink')}
      </a>
    )}
    {may(me.roles, 'supervise') && <a href="/live">{words.staff('liveTitle')}</a>}
    <a href="/flows">{words.drawn('flows-title')}</a>
    {may(me.roles, 'audit') && <a href="/audit">{words.signIn('toAudit')}</a>}
    {may(me.roles, 'confirm') && (
      <a href="/confirmations">
        {me.untold ? words.signIn('confirmUntold', { changes: me.untold }) : words.signIn('confirmTitle')}
      </a>
    )}
    {may(me.roles, 'accounts') && <a href="/accounts">{words.signIn('accountsTitle')}</a>}
    <a href="/settings">{words.staff('settingsTitle')}</a>
    <a href="/account">{words.signIn(me.needsKey ? 'needsKey' : 'accountTitle')}</a>
    <span>
      {words.staff('youAre', { name: me.name })}{' '}
      {may(me.roles, 'desk') && <strong>{words.staff(me.available ? 'onDutyNow' : 'awayNow')}</strong>}
    </span>
    {may(me.roles, 'desk') && (
      <PostForm action="/available" me={me}>
        <button type="submit" name="available" value={me.available ? 'no' : 'yes'}>
          {words.staff(me.available ? 'goAway' : 'goHere')}
        </button>
      </PostForm>
    )}
    <PostForm action="/sign-out" me={me}>
      <button type="submit">{words.staff('signOut')}</button>
    </PostForm>
  </header>
)

interface PostFormProps {
  readonly action: string
  readonly me: Pick<SignedIn, 'formToken'>
  readonly class?: string
  /** Sent by the script without leaving the page; these words are shown when it could not be. */
  readonly unsaved?: string
  /** Shown by the script when it was. */
  readonly saved?: string
  readonly children: ComponentChildren
}

/** Every form of the console: what it posts can only have come from this page. */
export const PostForm = ({ action, me, unsaved, saved, children, class: name }: PostFormProps) => (
  <form method="post" action={action} autocomplete="off" class={name} data-unsaved={unsaved} data-saved={saved}>
    <input type="hidden" name="token" value={me.formToken} />
    {children}
    {saved && <p class="saved" role="status" />}
  </form>
)

/** Renders a page and sends it with a policy that lets only its own style and script run. */
export function sendPage(reply: FastifyReply, page: (nonce: string) => VNode, framed = false): FastifyReply {
  const nonce = newNonce()
  return reply
    .header('content-security-policy', contentPolicy(nonce, framed))
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${renderToString(page(nonce))}`)
}
