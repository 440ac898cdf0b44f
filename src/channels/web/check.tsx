// A plain question about something the person wrote, answered with one press or in their own words. It can be set aside like any.
import type { Message } from '../../conversation/conversation.ts'
import { earForm } from '../../conversation/ear-question.ts'
import { checkText } from '../../conversation/prompts.ts'
import type { Place } from '../../flow/step.ts'
import { LiveFrame } from './live-frame.tsx'
import { OwnWords } from './own-words.tsx'
import { Problem } from './problem.tsx'
import { Rails } from './rails.tsx'
import { Heading, Now, POSTED, type Scene, Token } from './step.tsx'

interface CheckProps {
  readonly scene: Scene
  readonly place: Extract<Place, { readonly kind: 'check' }>
  /** The question as it was put: it may repeat what they wrote. */
  readonly said: Message | undefined
  readonly after: number
}

export function Check({ scene, place: { check, name }, said, after }: CheckProps) {
  const { words, view, token } = scene
  const { about, short, young } = view
  const text = said?.text ?? checkText(check, { words, channel: 'web', about, short, young, quote: null })
  return (
    <Now scene={scene} name={`check-${name}`} after={after}>
      <LiveFrame scene={scene} after={after} />
      <Problem scene={scene} />
      <form {...POSTED} id="q" data-check={name}>
        <Token token={token} />
        <input type="hidden" name="check" value={name} />
        <Heading scene={scene} text={text} />
        {check.kind === 'ear' ? <EarChoices scene={scene} /> : <YesOrNo scene={scene} />}
      </form>
      <OwnWords scene={scene} />
      <Rails scene={scene} />
    </Now>
  )
}

const YesOrNo = ({ scene: { words } }: { scene: Scene }) => (
  <div class="yesno">
    {(['yes', 'no', 'skip'] as const).map(answer => (
      <button key={answer} type="submit" class="main" name="confirm" value={answer}>
        {words.check(answer)}
      </button>
    ))}
  </div>
)

/** One press each: nothing is chosen first and sent after, where somebody may be in danger. */
function EarChoices({ scene: { words, view } }: { scene: Scene }) {
  const { about, short, young } = view
  return (
    <div class="choices">
      {earForm({ channel: 'web', about, short, young }).options.map(({ said, label }) => (
        <button key={said} type="submit" class="main" name="ear" value={said}>
          {words.check(label, {}, about)}
        </button>
      ))}
    </div>
  )
}
