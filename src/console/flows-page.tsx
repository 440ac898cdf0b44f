import { pathAsText } from '../flow/account/as-text.ts'
import { pathNames } from '../flow/account/checks-path.ts'
import type { Dialogue } from '../flow/account/dialogue.ts'
import { titleOf } from '../flow/account/teller.ts'
import type { PathSheets } from '../flow/draw.ts'
import { versionOf } from '../flow/flow.ts'
import { wayTo } from '../flow/way-to.ts'
import type { Words } from '../wording/words.ts'
import { Page } from './page.tsx'
import { NextQuestion, type Played, THERE, type There, Transcript } from './play.tsx'
import { addressOf, givenOf } from './play-answers.ts'
import type { SignedIn } from './signed-in.ts'

interface Common {
  readonly nonce: string
  readonly me: SignedIn
  readonly dialogue: Dialogue
}
interface WithWords extends Common {
  readonly words: Words
}

/** Where playing begins so that the path is the next thing; the beginning where no way is known. */
const startOf = ({ flow }: Dialogue, section: string, there: There): string =>
  addressOf(givenOf(wayTo(flow, section) ?? {}), there)

const BackToPaths = ({ words }: { words: Words }) => (
  <p class="back">
    <a href="/flows">{words.drawn('flows-back')}</a>
  </p>
)

/** All paths. */
export const FlowsPage = ({ words, nonce, me, dialogue }: WithWords) => (
  <Page words={words} title={words.drawn('flows-title')} nonce={nonce} me={me}>
    <h1>{words.drawn('flows-title')}</h1>
    <p>{words.drawn('flows-about', { version: versionOf(dialogue.flow) })}</p>
    <p>
      <a href="/flows/try">{words.drawn('flows-try')}</a>
    </p>
    <h2>{words.drawn('flows-paths')}</h2>
    <ul class="paths">
      {pathNames(dialogue.flow).map(section => (
        <li key={section}>
          <a href={`/flows/path/${section}`}>{titleOf(words, section)}</a>
        </li>
      ))}
    </ul>
  </Page>
)

interface SheetProps extends WithWords {
  readonly section: string
  readonly path: PathSheets
}

/** One path as its sheets, and the same as text. */
export const SheetPage = ({ words, nonce, me, dialogue, section, path }: SheetProps) => (
  <Page words={words} title={path.title} nonce={nonce} me={me}>
    <BackToPaths words={words} />
    <h1>{path.title}</h1>
    <p>
      <a href={startOf(dialogue, section, 'onDuty')}>{words.drawn('flows-tryHere')}</a>
    </p>
    {path.sheets.map(({ file, title, content }) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet that scrolls must be reachable by keyboard
      <section key={file} class="sheet" aria-label={title} tabIndex={0} dangerouslySetInnerHTML={{ __html: content }} />
    ))}
    <details>
      <summary>{words.drawn('flows-asText')}</summary>
      <pre>{pathAsText(dialogue, words, section)}</pre>
    </details>
  </Page>
)

/** A path played through. */
export const PlayPage = ({ nonce, me, dialogue, played }: Common & { played: Played }) => {
  const { words, given, there, web, sms } = played
  return (
    <Page words={words} title={words.drawn('flows-try')} nonce={nonce} me={me}>
      <BackToPaths words={words} />
      <h1>{words.drawn('flows-try')}</h1>
      <p>{words.drawn('play-about')}</p>
      <NextQuestion {...played} />
      <div class="two">
        <Transcript words={words} given={given} played={web} channel="web" />
        <Transcript words={words} given={given} played={sms} channel="sms" />
      </div>
      <nav aria-labelledby="there">
        <h2 id="there">{words.drawn('play-there')}</h2>
        <ul class="paths">
          {THERE.map(one => (
            <li key={one}>
              <a href={addressOf(given, one)} aria-current={one === there ? 'true' : undefined}>
                {words.drawn(`play-${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-labelledby="start">
        <h2 id="start">{words.drawn('play-startAt')}</h2>
        <ul class="paths">
          {Object.keys(dialogue.flow.sections).map(section => (
            <li key={section}>
              <a href={startOf(dialogue, section, there)}>{titleOf(words, section)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Page>
  )
}
