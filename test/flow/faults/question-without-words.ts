import type { Worded } from '../../../src/wording/keys.ts'

interface Words {
  fear: { text: string; options: { not: string; aBit: string } }
}

// The label for `very` has not been written.
export const question: Worded<Words> = 'fear'
