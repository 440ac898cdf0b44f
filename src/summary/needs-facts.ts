// Section 7 in words: each service with its rule, its reason and the line of the source it stands on.
import type { Words } from '../wording/words.ts'
import type { Block } from './block.ts'
import type { Needs } from './needs-schema.ts'
import type { Summary } from './schema.ts'
import { sourceText } from './source-text.ts'

function decided({ decision }: Needs['matches'][number], words: Words): string {
  if (!decision) return ''
  const { accepted, reason, by } = decision
  const what = words.staff(accepted ? 'referralAccepted' : 'referralDeclined', { name: by })
  return ` ${reason === null ? what : `${what} ${words.staff(`referralBecause-${reason}`)}`}`
}

const fact = (text: string): Block => ({ kind: 'fact', text })

/** A title before a list, if there is a list. */
const titled = (title: string, points: readonly Block[]): Block[] => (points.length > 0 ? [fact(title), ...points] : [])

export function needsFacts({ needs }: Summary, words: Words): Block[] {
  const matches = needs.matches.map((found, index): Block => {
    const rules = found.by.map(({ rule, why }) => `${why} [${rule}]`).join(' ')
    const text = `${index + 1}. ${found.name}: ${rules}${decided(found, words)}`
    return {
      kind: 'point',
      text,
      from: sourceText(
        found.by.flatMap(({ sources }) => sources),
        words
      )
    }
  })
  const blocked = needs.blocked.map(
    ({ name, why, rule, sources }): Block => ({
      kind: 'point',
      text: `${name}: ${why} [${rule}]`,
      from: sourceText(sources, words)
    })
  )
  const unmet = needs.unmet.map(
    ({ why, rule, sources }): Block => ({ kind: 'point', text: `${why} [${rule}]`, from: sourceText(sources, words) })
  )
  const prompts = needs.prompts.map(
    ({ text, sources }): Block => ({ kind: 'point', text, from: sourceText(sources, words) })
  )
  const notes = needs.notes.map(({ text }): Block => ({ kind: 'point', text, from: null }))
  return [
    ...titled(words.staff('referralNotes'), notes),
    ...titled(words.staff('referralMatches'), matches),
    ...titled(words.staff('referralBlocked'), blocked),
    ...titled(words.staff('referralUnmet'), unmet),
    ...titled(words.staff('referralPrompts'), prompts)
  ]
}
