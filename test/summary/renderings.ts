// Every form in which a worker meets a summary, as text that can be compared. Print is the screen under another style sheet.
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Banner } from '../../src/console/banner.tsx'
import { SummaryDetail, TenSeconds } from '../../src/console/summary.tsx'
import { asPdf } from '../../src/summary/as-pdf.ts'
import { asText } from '../../src/summary/as-text.ts'
import { type Summary, summarySchema } from '../../src/summary/schema.ts'
import { outlineOf, readPdf } from './read-pdf.ts'
import { english } from './readings.ts'

/** The PDF as a screen reader meets it, and what only the eye meets: the head and foot of each page. */
async function pdfText(summary: Summary): Promise<string> {
  const { title, language, root, pages } = readPdf(await asPdf(summary, english))
  const around = pages.map(({ artifacts }, page) => `page ${page + 1}, outside the text: ${artifacts.join(' | ')}`)
  return [`title: ${String(title)}`, `language: ${String(language)}`, ...outlineOf(root), ...around].join('\n')
}

const NOBODY_CAME = { wrongWords: 0, decoyAt: null, backAt: null }

/** The parts of the page that show the summary, as the desk puts them in. */
function screen(summary: Summary): string {
  const props = { summary, words: english, now: new Date(summary.madeAt) }
  return [
    renderToString(h(Banner, { ...props, contact: summary.safeContact, isLive: false, returns: NOBODY_CAME })),
    renderToString(h(TenSeconds, props)),
    renderToString(h(SummaryDetail, props))
  ]
    .join('\n')
    .replaceAll(/(?<=>)(?=<(?!\/))/g, '\n')
}

/** By the ending of their golden files. */
export const RENDERINGS: Readonly<Record<string, (summary: Summary) => string | Promise<string>>> = {
  txt: summary => asText(summary, english),
  'json.txt': summary => JSON.stringify(summarySchema.parse(summary), null, 1),
  'pdf.txt': pdfText,
  'screen.txt': screen
}
