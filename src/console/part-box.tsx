import type { Part } from './part.ts'

interface PartBoxProps {
  readonly part: Part
  readonly class?: string
}

/** Where a part stands in its page. Its HTML was rendered by us a moment ago, every text in it escaped. */
export const PartBox = ({ part, class: name }: PartBoxProps) => (
  <div id={part.id} class={name} data-version={part.version} dangerouslySetInnerHTML={{ __html: part.html }} />
)
