// The page around everything: neutral title, exit first, nothing from anywhere else. One render source for all answers.
import { randomBytes } from 'node:crypto'
import type { ComponentChildren, VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Words } from '../../wording/words.ts'
import type { Assets } from './assets.ts'

export interface Surroundings {
  readonly words: Words
  readonly exitUrl: string
  readonly assets: Assets
}

/** A value that lets one style and one script of one response through. */
export const newNonce = (): string => randomBytes(12).toString('base64url')

/** A whole page as HTML. */
export const renderPage = (around: Surroundings, nonce: string, content: VNode): string =>
  `<!doctype html>${render(
    <Page {...around} nonce={nonce}>
      {content}
    </Page>
  )}`

/** What the script gets in place of a page: lines to add to the log, and the step to put in place. */
export const renderPart = (entries: VNode, clears: boolean, now: VNode): string =>
  render(
    <>
      <div id="new" {...(clears ? { 'data-clear': '' } : {})}>
        {entries}
      </div>
      {now}
    </>
  )

/** One piece by itself. */
export const renderPiece = (piece: VNode): string => render(piece)

export const Head = ({ words, nonce, assets }: { words: Words; nonce: string; assets: Assets }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <meta name="format-detection" content="telephone=no" />
    <title>{words.page('title')}</title>
    <link rel="icon" href="data:," />
    {/* Our own stylesheet: escaping would break it. */}
    <style nonce={nonce} dangerouslySetInnerHTML={{ __html: assets.style }} />
  </head>
)

type PageProps = Surroundings & { readonly nonce: string; readonly children: ComponentChildren }

const Page = ({ words, exitUrl, assets, nonce, children }: PageProps) => (
  <html lang={words.locale} dir={words.direction}>
    <Head words={words} nonce={nonce} assets={assets} />
    <body
      data-shift1={words.page('shiftTwice')}
      data-shift2={words.page('shiftOnce')}
      data-slow={words.page('stillSending')}
      data-lost={words.page('unreached')}
      data-away={words.page('cutOff')}
    >
      <header>
        <a class="exit" href="/x" data-exit={exitUrl} rel="noreferrer nofollow" draggable={false}>
          {words.page('exit')}
        </a>
        <span>{words.page('title')}</span>
      </header>
      <main>{children}</main>
      <div id="say" class="v" role="status" />
      {assets.script && (
        // Our own script: escaping would break it.
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: assets.script }} />
      )}
    </body>
  </html>
)
