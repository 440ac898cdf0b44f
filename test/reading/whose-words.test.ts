// Whose words they are: a wish to die that somebody else said, wrote or was told to have is not the person's own.
import { describe, expect, it } from 'vitest'
import { readAt } from './read-english.ts'

describe('the first person in the words of another is the other', () => {
  it.each([
    "he said 'i want to die'",
    'he said i want to die',
    "he texted 'i want to die without you'",
    'my husband messaged me "i am going to kill myself"',
    "'i want to die' he wrote",
    'she told me i want to die if you go'
  ])('%s', say => {
    const { reply, concerns } = readAt(say, 'wants')
    expect(reply.kind).not.toBe('life')
    expect(concerns).toContain('theirSuicide')
    expect(concerns).not.toContain('suicide')
  })

  it('what they told the person to do is asked about, and is no card', () => {
    for (const say of ['he told me to kill myself', 'she says i should go and kill myself']) {
      const { reply, concerns } = readAt(say, 'control')
      expect(reply.kind, say).not.toBe('life')
      expect(concerns, say).toContain('suicide')
    }
  })

  it('what they may do in their own words is no threat of the person', () => {
    expect(readAt("he said 'im going to kill him'", 'wants').reply.kind).not.toBe('mayHurt')
  })

  it('"stop" and "bye" in their mouth are no leaving', () => {
    for (const say of ["he said 'stop it'", 'he said bye', "she texted 'goodbye'"])
      expect(readAt(say, 'fear').reply, say).not.toMatchObject({ kind: 'rail', rail: 'leave' })
  })
})

describe('the person stays the one who speaks', () => {
  it.each([
    'i want to die',
    '"i want to die"',
    "he's left me. i want to die",
    'he said hed never leave me and now i want to die',
    "i told him 'i want to die'",
    'my dad hates me i want to die'
  ])('%s', say => {
    expect(readAt(say, 'wants').reply).toMatchObject({ kind: 'life', of: 'self' })
  })

  it('and a friend is never taken for the one they fear for', () => {
    for (const say of ['my sister wants to die', 'she has taken an overdose', 'my mum says she cant go on'])
      expect(readAt(say, 'friendWorry').reply, say).toMatchObject({ kind: 'life', of: 'other' })
  })
})
