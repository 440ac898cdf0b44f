// What people were found to write, in every form it comes in: our words come back, phones answer by themselves, kisses, numbers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/reading/read.ts'
import { allowed, type Entry, hasReply } from './entry.ts'
import { lexiconsOf, openAt, readAt } from './read-english.ts'

const entries = JSON.parse(readFileSync(join(import.meta.dirname, 'corpus', 'forms.json'), 'utf8')) as Entry[]

describe('each form is read for what it is', () => {
  it.each(entries)('$at: $say', entry => {
    const reading = read(entry.say, openAt(entry.at), lexiconsOf('en'), entry.ours)
    expect(
      allowed(entry).some(each => hasReply(reading, each)),
      JSON.stringify(reading)
    ).toBe(true)
  })
})

describe('a short form and its full form are one', () => {
  it.each([
    ['i dont want to live', 'I do not want to live', 'i don?t want to live', 'i don t want to live'],
    ['i cant go on', 'i can not go on', 'i cannot go on', 'i can’t go on'],
    ['hes here', 'he is here', 'he s here', 'heâ€™s here', 'he&#39;s here', 'HE’S HERE'],
    ['hes got a knife', 'he has got a knife', 'he¿s got a knife', 'hes... got... a knife', 'hes\ngot a\nknife'],
    ['im hiding in the shed', 'i am hiding in the shed', 'I?m hiding in the shed', 'i m hiding in the shed'],
    ['theyre outside my door', 'they are outside my door', 'they re outside my door', 'they*re outside my door'],
    ['he wont let me out', 'he will not let me out', 'he won`t let me out', 'he won t let me out'],
    ['ive cut my wrists', 'i have cut my wrists', 'i?ve cut my wrists', 'i ve cut my wrists'],
    ['ill kill myself tonight', 'i will kill myself tonight', 'I?ll kill myself tonight', 'i ll kill myself tonight'],
    ['hell kill me tonight', 'he will kill me tonight', 'he?ll kill me tonight'],
    ['my husband?s got a knife', 'my husbands got a knife', 'my husband s got a knife'],
    ['shes not breathing', 'she is not breathing', 'she isnt breathing', 'she isn?t breathing']
  ])('%s', (first, ...others) => {
    for (const at of [null, 'dangerNow', 'suicide', 'neck', 'channelOk'])
      for (const other of others) expect(readAt(other, at), `${at}: ${other}`).toEqual(readAt(first, at))
  })

  it('but a word that only looks like one stays itself', () => {
    for (const say of ['i feel ill', 'im hiding in the shed', 'go to hell', 'he took my id', 'they were here', 'well'])
      expect(readAt(say, null).reply.kind, say).not.toBe('rail')
    expect(readAt('bloody hell', 'neck').reply.kind).toBe('words')
  })
})
