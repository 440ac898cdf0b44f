// The small page for whoever has been here before: one field, one button. It is the same for everybody, whatever there is.
import type { Aside } from './conversation-page.tsx'
import { BRING, Heading, Now, PRIVATE, Token } from './step.tsx'

/** `noMatch`: the one answer to a word that opens nothing, whyever it does not. */
export const returnAside =
  (noMatch: boolean): Aside =>
  (scene, { after }) => {
    const { words, token } = scene
    return (
      <Now scene={scene} name="aside" after={after}>
        <Heading scene={scene} text={words.page('returnLink')} />
        {noMatch && (
          <p id="err" role="alert" tabIndex={-1} {...BRING}>
            {words.message('wordNoMatch')}
          </p>
        )}
        <form method="post" action="/r" autocomplete="off" class="own">
          <Token token={token} />
          <label for="w" class="hint">
            {words.page('returnWord')}
          </label>
          <input
            id="w"
            type="text"
            name="word"
            enterkeyhint="go"
            {...(noMatch ? { 'aria-describedby': 'err' } : {})}
            {...PRIVATE}
          />
          <button type="submit" class="main">
            {words.page('continue')}
          </button>
        </form>
        <a class="main" href="/">
          {words.page('returnNew')}
        </a>
      </Now>
    )
  }
