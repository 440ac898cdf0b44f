// A flow as Graphviz text: one column of boxes for each section, the rails and the cards once.
import type { Channel } from '../../questions/answer.ts'
import type { Flow } from '../flow.ts'
import { type Box, type BoxKind, OTHERWISE, outline, type SectionOutline, titleOf } from './outline.ts'
import { conditionInWords, type DrawingWords } from './words.ts'

/** Said once, for every place of every flow: they are not drawn as arrows. */
export const RAILS_IN_WORDS =
  'Always possible, at every place: leave · talk to a person · emergency help · back · skip · hear it again · change language'

const ARROWS_IN_WORDS = 'After a yellow box: a solid arrow if it is so, a dashed arrow if not'

const LOOK: Readonly<Record<BoxKind, string>> = {
  start: 'shape=oval, fillcolor="#1f3a5f", fontcolor="#ffffff"',
  ask: 'shape=box, fillcolor="#ffffff"',
  when: 'shape=box, style="filled,rounded", fillcolor="#fff6cf"',
  say: 'shape=note, fillcolor="#eaf5ea"',
  pause: 'shape=note, fillcolor="#d9ecd9"',
  handover: 'shape=box, style="filled,rounded", fillcolor="#dfe6ff"',
  go: 'shape=cds, fillcolor="#eeeeee"',
  wait: 'shape=oval, fillcolor="#dfe6ff"',
  leave: 'shape=oval, fillcolor="#dddddd"',
  shelf: 'shape=folder, fillcolor="#eaf5ea"'
}

const LINE = 44

/** Lines of about equal length, broken between words. */
function wrapped(text: string, longest = LINE): string[] {
  const length = Math.ceil(text.length / Math.ceil(text.length / longest)) + 5
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length >= length) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const breaks = (lines: readonly string[]): string => lines.map(escaped).join('<br/>')

function label({ kind, title, details }: Box): string {
  const main = breaks(wrapped(title))
  const small = details.map(detail => `<font point-size="9" color="#555555">${breaks(wrapped(detail, 56))}</font>`)
  return `<${[kind === 'ask' ? `<b>${main}</b>` : main, ...small].join('<br/>')}>`
}

const box = (drawn: Box): string => `"${drawn.id}" [${LOOK[drawn.kind]}, label=${label(drawn)}];`

function column({ name, boxes, arrows }: SectionOutline, place: number): string {
  // Graphviz drops labels of arrows between neighbours when it packs columns, so the kind of line has to say it.
  const lines = arrows.map(({ from, to, label: said }) => {
    const look = said === OTHERWISE ? ' [style=dashed]' : ''
    return `"${from}" -> "${to}"${look};`
  })
  return [
    `subgraph "cluster_${name}" { color="#b8c4d0"; style="rounded"; margin=14; sortv=${place + 1};`,
    ...boxes.map(box),
    ...lines,
    '}'
  ].join('\n')
}

function cards(flow: Flow, words: DrawingWords): string {
  const rows = flow.cards.map(({ when, card }, index) => {
    const rule = breaks(wrapped(`If ${conditionInWords(when, words)}:`, 60))
    return `"card_${index}" [shape=box, fillcolor="#fde4e1", label=<${rule}<br/><b>${breaks(wrapped(words.messages[card], 60))}</b>>];`
  })
  const chain = flow.cards.map((_, index) => `"card_${index}"`).join(' -> ')
  const start =
    '"cards_start" [shape=oval, fillcolor="#8c1d18", fontcolor="#ffffff", label="Cards: shown at once, with the answer"];'
  return [
    'subgraph "cluster_cards" { color="#d8b4b0"; style="rounded"; margin=14; sortv=99;',
    start,
    ...rows,
    `"cards_start" -> ${chain} [style=invis];`,
    '}'
  ].join('\n')
}

/** The whole flow on one channel, as text for Graphviz. */
export function dot(flow: Flow, words: DrawingWords, channel: Channel): string {
  const where = channel === 'web' ? 'on the web' : 'by SMS'
  const title = `<<font point-size="22"><b>${titleOf(flow.id)}, ${where}</b></font><br/><font point-size="14">${escaped(RAILS_IN_WORDS)}</font><br/><font point-size="12" color="#555555">${ARROWS_IN_WORDS}</font><br/> >`
  return [
    'digraph flow {',
    'graph [fontname="Arial", labelloc=t, ranksep=0.3, nodesep=0.35, pack=24, packmode="array_tu6"];',
    'node [fontname="Arial", fontsize=12, style="filled", margin="0.14,0.08"];',
    'edge [fontname="Arial", fontsize=10, color="#5b6b7b"];',
    ...outline(flow, words, channel).map(column),
    ...(flow.cards.length > 0 ? [cards(flow, words)] : []),
    // Last, because every cluster written after it would take it for its own.
    `label=${title};`,
    '}'
  ].join('\n')
}
