// A text made to keep the reader busy costs no more than a long one, and a long one no more than READ_MAX of it.
import { describe, expect, it } from 'vitest'
import { READ_MAX } from '../../src/limits.ts'
import { isDanger, listen, openScan } from '../../src/reading/listen.ts'
import { prepareAll } from '../../src/reading/prepare.ts'
import { read } from '../../src/reading/read.ts'
import { lexiconsOf, openAt } from './read-english.ts'

const prepared = prepareAll(lexiconsOf('en'))

/** How often a word is looked at. */
function looksAt(text: string): number {
  const scan = openScan(text, prepared)
  listen(scan, prepared)
  isDanger(scan, prepared, true)
  return scan.looks
}

const HOSTILE: readonly [string, (length: number) => string][] = [
  ['one giant word', length => 'a'.repeat(length)],
  ['nothing but spaces', length => ' '.repeat(length)],
  ['near phrases over and over', length => 'hes going to the '.repeat(length).slice(0, length)],
  ['a word every phrase begins with', length => 'he '.repeat(length).slice(0, length)],
  ['nothing but gaps to bridge', length => 'hand hand round '.repeat(length).slice(0, length)],
  ['negations over and over', length => 'not never no '.repeat(length).slice(0, length)],
  ['marks upon marks', length => `e${'\u0301'.repeat(length)}`],
  ['halves of signs', length => '\ud83d'.repeat(length)],
  ['signs that unfold', length => '\ufdfa'.repeat(length)],
  ['commas and full stops', length => 'a,b. '.repeat(length).slice(0, length)]
]

describe.each(HOSTILE)('%s', (_, make) => {
  it('costs at most twice as much when it is twice as long', () => {
    const [once, twice] = [looksAt(make(READ_MAX / 4)), looksAt(make(READ_MAX / 2))]
    expect(twice).toBeLessThanOrEqual(2.1 * once + 500)
  })

  it('costs no more at a hundred thousand signs than at the most that is read', () => {
    expect(looksAt(make(100_000))).toBeLessThanOrEqual(1.1 * looksAt(make(READ_MAX)) + 500)
  })

  it('is read at every kind of question', () => {
    for (const at of ['neck', 'area', 'threatsToKill', 'friendWorry', null])
      expect(() => read(make(100_000), openAt(at), lexiconsOf('en'))).not.toThrow()
  })
})

describe('while it is read the conversation is locked', () => {
  /** Of the processor, not of the clock: the machine of a test is shared. In ms. */
  const LONGEST = 50
  const ordinary = 'he was at work and the kids were at school so i stayed with my mum and she said '
    .repeat(20)
    .slice(0, 1_600)

  it.each([
    ['nothing but "not"', 'not '.repeat(500)],
    ['an ordinary long message', ordinary],
    ['nothing but kisses', 'x '.repeat(1_000)],
    ['"he he" over and over', 'he he '.repeat(333)],
    ['only the word every phrase begins with', "he's ".repeat(400)]
  ])('%s takes well under fifty milliseconds', (_, text) => {
    const open = openAt('neck')
    const lexicons = lexiconsOf('en')
    const ours = [
      'Have they ever grabbed your neck or stopped you breathing? 1 Yes, last few days',
      'Is anyone in danger right now? If yes, you can call 999 any time.'
    ]
    const once = (): number => {
      const began = process.cpuUsage()
      read(text, open, lexicons, ours)
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1_000
    }
    once()
    expect(Math.min(...Array.from({ length: 5 }, once))).toBeLessThan(LONGEST)
  })
})

describe('a long text', () => {
  it('is still read at its end, where the news is', () => {
    const long = `${'we have talked about it and nothing came of it. '.repeat(3_000)} hes kicking the door in`
    expect(read(long, openAt('neck'), lexiconsOf('en')).reply.kind).toBe('danger')
  })
})
