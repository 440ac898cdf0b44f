// A flow as a page of Markdown with one Mermaid chart for each section: it can be read, and compared, as text.
import type { Flow } from '../flow.ts'
import { RAILS_IN_WORDS } from './dot.ts'
import { type Box, outline, type SectionOutline, titleOf } from './outline.ts'
import { conditionInWords, type DrawingWords } from './words.ts'

/** Mermaid reads some characters inside quotes as its own. */
const safe = (text: string): string =>
  text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function node({ id, kind, title, details }: Box): string {
  const text = `"${[title, ...details].map(safe).join('<br/>')}"`
  if (kind === 'when') return `  ${id}{{${text}}}`
  return kind === 'ask' ? `  ${id}[${text}]` : `  ${id}([${text}])`
}

function chart({ title, boxes, arrows }: SectionOutline): string {
  const lines = arrows.map(({ from, to, label }) => `  ${from} -->${label ? `|${label}|` : ''} ${to}`)
  return [`## ${title}`, '', '```mermaid', 'flowchart TD', ...boxes.map(node), ...lines, '```', ''].join('\n')
}

/** The page of one flow; its charts are those of the web, SMS differs as its own picture shows. */
export function page(flow: Flow, words: DrawingWords): string {
  const cards = flow.cards.map(({ when, card }) => `| ${conditionInWords(when, words)} | ${words.messages[card]} |`)
  return [
    `# ${titleOf(flow.id)}`,
    '',
    `Written by \`npm run flows\`; pictures: [on the web](${flow.id}.web.svg), [by SMS](${flow.id}.sms.svg). The charts below are those of the web.`,
    '',
    `${RAILS_IN_WORDS}.`,
    '',
    '## Cards, shown at once with the answer',
    '',
    '| if | card |',
    '|---|---|',
    ...cards,
    '',
    ...outline(flow, words, 'web').map(chart)
  ].join('\n')
}
