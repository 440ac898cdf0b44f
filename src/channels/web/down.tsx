// When a page cannot be given: plain words, the numbers that always work, and what was typed still in its field.
import type { PageKey } from '../../wording/keys.ts'
import type { Words } from '../../wording/words.ts'
import { Numbers } from './numbers.tsx'
import { newNonce, renderPage, renderPiece, type Surroundings } from './page.tsx'
import { POSTED, PRIVATE } from './step.tsx'

interface TroubleProps {
  readonly words: Words
  readonly says: PageKey
  /** What was posted: sent again as it was, it is the same message and is handled once. */
  readonly posted?: URLSearchParams
}

/** The page. */
export function drawTrouble(around: Surroundings, says: PageKey, posted: URLSearchParams | undefined) {
  const nonce = newNonce()
  const content = <Trouble words={around.words} says={says} {...(posted ? { posted } : {})} />
  return { html: renderPage(around, nonce, content), nonce }
}

/** For the script, which leaves the page as it is and adds the sentence and the numbers. */
export const drawTroubleNote = ({ words }: Surroundings, says: PageKey): string =>
  renderPiece(
    <div id="err" role="alert" tabIndex={-1}>
      <p>{words.page(says)}</p>
      <Numbers words={words} />
    </div>
  )

const Trouble = ({ words, says, posted }: TroubleProps) => (
  <section id="now" data-now="trouble" data-after="0">
    <h1 tabIndex={-1}>{words.page('troubleHeading')}</h1>
    <p>{words.page(says)}</p>
    {posted ? (
      <SendAgain words={words} posted={posted} />
    ) : (
      <a class="main" href="/">
        {words.page('tryAgain')}
      </a>
    )}
    <p>{words.page('numbersWork')}</p>
    <Numbers words={words} />
  </section>
)

function SendAgain({ words, posted }: { words: Words; posted: URLSearchParams }) {
  const text = posted.get('text')
  const others = [...posted].filter(([name]) => name !== 'text')
  return (
    <form {...POSTED} class="own">
      {others.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {text !== null && (
        <textarea name="text" rows={3} aria-label={words.page('ownWords')} {...PRIVATE}>
          {text}
        </textarea>
      )}
      <button type="submit" class="main">
        {words.page('tryAgain')}
      </button>
    </form>
  )
}
