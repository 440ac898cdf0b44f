// The summary as plain text for a worker: banner first, then ten seconds, then everything with its provenance.
import type { Words } from '../wording/words.ts'
import type { Block } from './block.ts'
import { outlineOf } from './outline.ts'
import type { Summary } from './schema.ts'
import { asEntry, quoted } from './text-lines.ts'

const present = (parts: readonly (string | null)[]): string => parts.filter(part => part !== null).join(' ')

/** One block as one line of text. */
function blockText(block: Block): string {
  switch (block.kind) {
    case 'line':
      return present([`- ${block.asked}`, block.answer, block.own && quoted(block.own.text), block.from, block.earlier])
    case 'said': {
      const { at, asked, own, translation } = block
      return present([at, own.locale, asked === null ? null : `[${asked}]`, quoted(own.text), translation])
    }
    case 'point':
      return present([`- ${block.text}`, block.from])
    default:
      return block.text
  }
}

/** Everything a worker may read, in the order they need it. */
export function asText(summary: Summary, words: Words): string {
  const outline = outlineOf(summary, words)
  const title = (text: string) => `\n${text.toUpperCase()}`
  const { sections } = outline
  return [
    ...outline.banner.map(asEntry),
    ...outline.alerts,
    title(outline.tenSecondsTitle),
    outline.aid,
    ...outline.tenSeconds.map(asEntry),
    `\n${outline.title}`,
    ...sections.flatMap(section => [title(section.title), ...section.blocks.map(block => asEntry(blockText(block)))])
  ].join('\n')
}
