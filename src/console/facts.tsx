// What a section of the summary says beside the answers, as the other renderings say it.
import type { Summary } from '../summary/schema.ts'
import { factsOf } from '../summary/section-facts.ts'
import type { Words } from '../wording/words.ts'

interface FactsProps {
  readonly section: Parameters<typeof factsOf>[0]
  readonly summary: Summary
  readonly words: Words
}

export const Facts = ({ section, summary, words }: FactsProps) => (
  <>
    {factsOf(section, summary, words).map(block => {
      if (block.kind === 'fact') return <p key={block.text}>{block.text}</p>
      if (block.kind !== 'point') return null
      return (
        <div key={block.text} class="point">
          <p>{block.text}</p>
          {block.from && (
            <details data-keep={block.text}>
              <summary>{words.staff('sourceTitle')}</summary>
              <p class="provenance">{block.from}</p>
            </details>
          )}
        </div>
      )
    })}
  </>
)
