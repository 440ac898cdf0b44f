// Ways to help that fit what was said: at most three, offered and never promised. Triage specification, section 3.
import { Tel } from './numbers.tsx'
import type { Scene } from './step.tsx'

/** In short mode only numbers: a name on the screen could be read by somebody else. */
export function Help({ scene: { words, view } }: { scene: Scene }) {
  if (view.help.length === 0) return null
  return (
    <section>
      <h2>{words.page('helpHeading')}</h2>
      <ul class="numbers ways">
        {view.help.map(({ service, says, name, reach }) => (
          <li key={service}>
            {!view.short && (
              <p>
                {name && <b>{name}. </b>}
                {words.page(`service-${says}`)}
              </p>
            )}
            {reach.phone && <Tel number={reach.phone} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
