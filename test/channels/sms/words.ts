// What the line says by text, where a test must know it: read from where everybody's words are.
import messages from '../../../locales/en/messages.json' with { type: 'json' }

export { messages }

/** The neutral question: all that is said before somebody has said that it is all right. */
export const NEUTRAL =
  'Hi, thanks for your text. Is it OK to text now? (X any time and we go quiet.) 1 Yes, 2 No, 3 Not sure.'

/** What somebody texts, up to the question how old they are: each is answered by one text. */
export const SCRIPT = ['hi', '1', '2', '1', '3'] as const

/** So many numbers that belong to nobody, from 07700 900100 on. */
export const numbers = (count: number, from = 100): string[] =>
  Array.from({ length: count }, (_, at) => `+447700900${from + at}`)
