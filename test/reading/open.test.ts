// Two hundred messages written by somebody who had not seen the lists: what of each kind is heard. Half of them; the other half is held back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/reading/read.ts'
import type { Reading } from '../../src/reading/reading.ts'
import type { Entry } from './entry.ts'
import { lexiconsOf, openAt } from './read-english.ts'

const entries = JSON.parse(readFileSync(join(import.meta.dirname, 'corpus', 'open.json'), 'utf8')) as readonly Entry[]
const CARDS: readonly string[] = ['danger', 'life']
const RAISED: readonly string[] = [...CARDS, 'near', 'leaving']

const hears = ({ concerns, signals }: Reading): boolean => concerns.length + signals.length > 0
const isCard = ({ reply }: Reading): boolean => CARDS.includes(reply.kind)

/** What is right for a kind, and the least share of it in per cent. */
const KINDS: Readonly<Record<string, readonly [least: number, isRight: (reading: Reading) => boolean]>> = {
  'danger N': [95, ({ reply }) => RAISED.includes(reply.kind)],
  'danger S': [95, reading => hears(reading) || isCard(reading)],
  past: [95, reading => hears(reading) && !isCard(reading)],
  harmless: [100, reading => !hears(reading) && !RAISED.includes(reading.reply.kind)],
  offtopic: [90, reading => !hears(reading) && !RAISED.includes(reading.reply.kind)]
}

describe('of messages written without knowing the lists', () => {
  it.each(Object.entries(KINDS))('enough of "%s" is heard for what it is', (kind, [least, isRight]) => {
    const of = entries.filter(entry => entry.kind === kind)
    const wrong = of.filter(({ say, at }) => !isRight(read(say, openAt(at), lexiconsOf('en'))))
    console.log(`${kind}: ${of.length - wrong.length} of ${of.length}`)
    expect(
      (100 * (of.length - wrong.length)) / of.length,
      wrong.map(({ say }) => say).join('\n')
    ).toBeGreaterThanOrEqual(least)
  })

  it('no emergency card comes for what is harmless, an answer, or a remark', () => {
    const calm = entries.filter(({ kind = '' }) => ['harmless', 'answer', 'offtopic', 'past'].includes(kind))
    expect(calm.filter(({ say, at }) => isCard(read(say, openAt(at), lexiconsOf('en')))).map(({ say }) => say)).toEqual(
      []
    )
  })
})
