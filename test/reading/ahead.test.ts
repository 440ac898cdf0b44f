// A text may be listened to before its conversation is locked; what is read is the same, and nothing of it stays.
import { expect, it } from 'vitest'
import { listenAhead } from '../../src/reading/ahead.ts'
import { read } from '../../src/reading/read.ts'
import { lexiconsOf, openAt } from './read-english.ts'

const TEXTS = [
  'he strangled me last year',
  'no',
  'hes kicking the door in',
  'who are you',
  'im 14 and i want to die',
  '2 x'
]

it('is read as it would have been, once or twice, and at any question', () => {
  for (const text of TEXTS) {
    for (const at of ['dangerNow', 'neck', null]) {
      const usual = read(text, openAt(at), lexiconsOf('en'))
      const forget = listenAhead(text, lexiconsOf('en'))
      expect(read(text, openAt(at), lexiconsOf('en'))).toEqual(usual)
      expect(read(text, openAt(at), lexiconsOf('en'))).toEqual(usual)
      forget()
    }
  }
})

it('is listened to anew in another language than it was listened to before', () => {
  const forget = listenAhead('on mnie bije', lexiconsOf('en'))
  expect(read('on mnie bije', null, lexiconsOf('pl')).concerns).toContain('physical')
  forget()
})
