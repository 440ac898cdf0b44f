import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DIRECTORY } from '../../../src/triage/directory/directory.ts'
import { PROMPTS } from '../../../src/triage/prompts/prompts.ts'
import { RULES } from '../../../src/triage/rules/all.ts'
import { HAMPSHIRE_PAGE, type Quoted, SOUTHAMPTON_STRATEGY, type Source } from '../../../src/triage/source.ts'
import { quoteFault, readSeed } from './seeds.ts'

const rows = [...DIRECTORY.values()]
const sourced: readonly { id: string; sources: readonly Source[] }[] = [...rows, ...RULES, ...PROMPTS]
const quoted = sourced.flatMap(({ sources }) => sources.filter((source): source is Quoted => 'file' in source))

describe('where everything comes from', () => {
  it('is written down for every row, rule and prompt', () => {
    expect(sourced.filter(({ sources }) => sources.length === 0)).toEqual([])
  })

  it('can be found: every quote stands word for word in its lines, and in no fewer', () => {
    expect(quoted.length).toBeGreaterThan(150)
    expect(quoted.map(quote => quoteFault(quote)).filter(fault => fault !== null)).toEqual([])
  })

  it('is one of the two documents for every row but the contacts from outside', () => {
    const unquoted = rows.filter(({ sources }) => !sources.some(source => 'file' in source)).map(({ id }) => id)
    expect(unquoted.filter(id => !id.startsWith('ext.'))).toEqual([])
  })

  it('is the documents as they were given to us', () => {
    const hash = (file: string) => createHash('sha256').update(readSeed(file)).digest('hex').slice(0, 16)
    expect([hash(HAMPSHIRE_PAGE), hash(SOUTHAMPTON_STRATEGY)]).toEqual(['4a05f9cfa6ee81ab', '94c11fc4a6dfa67e'])
  })
})

describe('a source that is not right is found:', () => {
  const right: Quoted = { file: HAMPSHIRE_PAGE, lines: [6, 6], quote: 'You can call the advice line on 03300 165 112.' }
  it.each([
    ['another line', { ...right, lines: [7, 7] as const }, 'is not there'],
    ['another word', { ...right, quote: 'You may call the advice line on 03300 165 112.' }, 'is not there'],
    ['too many lines', { ...right, lines: [5, 6] as const }, 'needs fewer lines'],
    ['nothing much', { ...right, quote: 'You' }, 'is no quote']
  ])('%s', (_what, quote, fault) => {
    expect(quoteFault(right)).toBeNull()
    expect(quoteFault(quote)).toContain(fault)
  })
})
