// What a message may cost: the conversation is locked while it is read. Counted in looks at a word, which no busy machine changes.
import { describe, expect, it } from 'vitest'
import { replyOf } from '../../src/reading/ladder.ts'
import { listen, openScan } from '../../src/reading/listen.ts'
import { prepareAll } from '../../src/reading/prepare.ts'
import { lexiconsOf } from './read-english.ts'

const prepared = prepareAll(lexiconsOf('en'))
const STORY =
  'he keeps asking me where i have been and my mum says i should leave but i dont know where to go with the kids and he has taken my phone again. '

function looksAt(text: string): number {
  const scan = openScan(text, prepared)
  const heard = listen(scan, prepared)
  replyOf({ text, core: { text, scan, isSigned: false }, open: null, isFirst: true, scan, prepared, heard })
  return scan.looks
}

describe('reading a message', () => {
  it.each([
    ['a long story', STORY.repeat(12).slice(0, 1_600)],
    ['nothing but "not"', 'not '.repeat(500)],
    ['nothing but "hes going to the"', 'hes going to the '.repeat(120)]
  ])('%s looks at each word a bounded number of times', (_, text) => {
    expect(looksAt(text) / text.split(' ').length).toBeLessThan(1_200)
  })

  it('asks each list once, however many rungs ask for it', () => {
    const scan = openScan(STORY, prepared)
    listen(scan, prepared)
    const once = scan.looks
    listen(scan, prepared)
    expect(scan.looks).toBe(once)
  })
})
