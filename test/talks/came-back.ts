// What came back to a message: more than the same question, or only that; and whether the desk knows of it.
import type { NewMessage } from '../../src/conversation/conversation.ts'
import { marksAt, questionText, type Talk, type Turn } from './talk.ts'

/** Sentences that say no more than that the same question comes again. */
const NO_ANSWER: readonly string[] = [
  'notFollowed',
  'answerFirst',
  'stale',
  'notAnOption',
  'cannotSkip',
  'notUnderstood'
]

/** Marks of silence that the ladder asks for: somebody near, leaving, other hands. */
const SILENT: readonly string[] = ['someoneNear', 'leftInDanger', 'mayHaveBeenPlea', 'otherHands', 'askedWhoThisIs']

/** The question as it stood, and nothing else than that it comes again. */
function saysMore(message: NewMessage, same: string | null): boolean {
  const rest = same === null ? message.text : message.text.replace(same, '').trim()
  if (rest === '') return false
  return message.key === undefined || !NO_ANSWER.includes(message.key)
}

/** said: something else. silence: nothing is said, and the desk knows why. same: only the question, or nothing at all. */
export type CameBack = 'said' | 'silence' | 'same'

export function cameBack(before: Talk, { said, after, urgent, hushed, left, to }: Turn): CameBack {
  const same = questionText(before)
  if (said.some(message => saysMore(message, same))) return 'said'
  const isTold = marksAt(after).some(mark => SILENT.includes(mark))
  if ((hushed || left) && isTold) return 'silence'
  // A worker is there: the assistant is silent, and they read it.
  if (to.kind === 'worker' || (urgent && hushed)) return 'silence'
  return 'same'
}
