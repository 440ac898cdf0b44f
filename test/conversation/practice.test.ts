// What a practice lead may set, and what a slip in it says.
import { describe, expect, it } from 'vitest'
import { PRACTICE, readPractice } from '../../src/conversation/practice.ts'

describe('what a practice lead sets', () => {
  it('is the safe default where nothing is set', () => {
    expect(readPractice('')).toEqual({ unclear: 'silent', suicideFirst: true, secondEar: true })
  })

  it('changes what is named, and nothing else', () => {
    expect(readPractice(' secondEar=off , unclear=emergencyText')).toEqual({
      ...PRACTICE,
      secondEar: false,
      unclear: 'emergencyText'
    })
  })

  it.each(['secondEar', 'secondEar=perhaps', 'silenceAfterExit=off', 'unclear=on'])(
    'is refused with what it may be: %s',
    text => {
      expect(() => readPractice(text)).toThrow(/unclear=silent or emergencyText/)
    }
  )
})
