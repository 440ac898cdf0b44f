// A plain yes or no about something the person wrote. It can be set aside like any question.
import { checkText } from '../../conversation/compose.ts'
import type { Place } from '../../flow/step.ts'
import { LiveFrame } from './live-frame.tsx'
import { Problem } from './problem.tsx'
import { Rails } from './rails.tsx'
import { Heading, Now, POSTED, type Scene, Token } from './step.tsx'

interface CheckProps {
  readonly scene: Scene
  readonly place: Extract<Place, { readonly kind: 'check' }>
  readonly after: number
}

export function Check({ scene, place: { check, name }, after }: CheckProps) {
  const { words, view, token } = scene
  return (
    <Now scene={scene} name={`check-${name}`} after={after}>
      <LiveFrame scene={scene} after={after} />
      <Problem scene={scene} />
      <form {...POSTED} id="q" data-check={name}>
        <Token token={token} />
        <input type="hidden" name="check" value={name} />
        <Heading scene={scene} text={checkText(words, check, view.about)} />
        <div class="yesno">
          {(['yes', 'no', 'skip'] as const).map(answer => (
            <button key={answer} type="submit" class="main" name="confirm" value={answer}>
              {words.check(answer)}
            </button>
          ))}
        </div>
      </form>
      <Rails scene={scene} />
    </Now>
  )
}
