// The field for saying it in one's own words where no question has one of its own: at a check, under a card, at a pause.
import { POSTED, type Scene, TextField, Token } from './step.tsx'

/** Folded away in short mode: on a phone somebody may be looking at, only the choices are on the screen. */
export function OwnWords({ scene }: { scene: Scene }) {
  const { words, view, draft, token } = scene
  const field = (
    <form {...POSTED} class="own">
      <Token token={token} />
      <label for="t" class={view.short ? 'v' : 'hint'}>
        {words.page('ownWords')}
      </label>
      <TextField scene={scene} />
      <button type="submit">{words.page('send')}</button>
    </form>
  )
  if (!view.short) return field
  return (
    <details open={Boolean(draft?.text)}>
      <summary>{words.page('ownWords')}</summary>
      {field}
    </details>
  )
}
