// The forms in which a summary may leave. The safe-contact banner is part of each: none can be made without it.
import { asText } from '../summary/as-text.ts'
import { type Summary, summarySchema } from '../summary/schema.ts'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'

export interface Export {
  readonly ending: 'txt' | 'json' | 'pdf'
  readonly label: StaffKey
  readonly type: string
  readonly make: (summary: Summary, words: Words) => string | Promise<Buffer>
}

export const EXPORTS: readonly Export[] = [
  { ending: 'txt', label: 'exportText', type: 'text/plain; charset=utf-8', make: asText },
  {
    ending: 'pdf',
    label: 'exportPdf',
    type: 'application/pdf',
    // Loaded when somebody first asks for one: the library and its fonts are a tenth of the product's memory.
    make: async (summary, words) => (await import('../summary/as-pdf.ts')).asPdf(summary, words)
  },
  {
    ending: 'json',
    label: 'exportJson',
    type: 'application/json; charset=utf-8',
    // Checked once more on the way out: whoever reads it relies on the schema.
    make: summary => JSON.stringify(summarySchema.parse(summary), null, 2)
  }
]
