// The summary as a document: what stands where, in words, before anybody decides how it looks. Every rendering starts here.
import type { Words } from '../wording/words.ts'
import { bannerText } from './banner-text.ts'
import type { Block } from './block.ts'
import { lineBlocks } from './line-text.ts'
import type { Summary } from './schema.ts'
import { factsOf } from './section-facts.ts'
import type { SectionName } from './sections.ts'

export interface OutlineSection {
  readonly name: SectionName | 'referralForm' | 'workerActions'
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Outline {
  readonly title: string
  /** First of all, on every page. */
  readonly banner: readonly string[]
  readonly forbids: boolean
  /** What somebody may be in danger of, before anything is read. */
  readonly alerts: readonly string[]
  readonly tenSecondsTitle: string
  /** What the band is and is not, wherever it is read first. */
  readonly aid: string
  readonly tenSeconds: readonly string[]
  readonly sections: readonly OutlineSection[]
}

/** In the order of the domain guide, section 6. */
const ORDER = [
  'safeContact',
  'contact',
  'person',
  'situation',
  'risk',
  'childrenAndOthers',
  'needs',
  'verbatim',
  'consent',
  'referrer',
  'referralForm',
  'workerActions'
] as const satisfies readonly OutlineSection['name'][]

/** Everything a worker may read, in the order they need it. A section with nothing in it is left out. */
export function outlineOf(summary: Summary, words: Words): Outline {
  const sections = ORDER.map((name): OutlineSection => {
    const lines = name === 'workerActions' || name === 'referralForm' ? [] : (summary[name]?.lines ?? [])
    const blocks = [...factsOf(name, summary, words), ...lineBlocks(lines, words)]
    return { name, title: words.staff(`referralSection-${name}`), blocks }
  })
  return {
    title: words.staff('referralTitle', { reference: summary.contact.reference }),
    banner: bannerText(summary.safeContact, words),
    forbids: !summary.safeContact.mayContact,
    alerts: summary.risk.signals.map(signal => words.staff(`referralSignal-${signal}`)),
    tenSecondsTitle: words.staff('referralSection-tenSeconds'),
    aid: words.staff('referralTriageAid'),
    tenSeconds: summary.tenSeconds.map(({ text }) => text),
    sections: sections.filter(section => section.blocks.length > 0)
  }
}
