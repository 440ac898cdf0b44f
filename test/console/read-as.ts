// What the reader makes of some texts, said by hand: these tests are about the desk, and not about which words are understood.
import type { Reply } from '../../src/reading/reading.ts'

const READ_AS: Readonly<Record<string, Reply>> = {
  // While they wait, or talk with a worker, nothing is asked: the reader takes it for the first that somebody says, and so for danger.
  'hes back': { kind: 'near' },
  // Read as leaving, without a reason yet.
  'no more texts': { kind: 'leaving', why: 'noTexts' }
}

/** `read` with these answers in it, for `vi.mock`. */
export const readAs =
  <Rest extends readonly unknown[], R extends { readonly reply: Reply }>(read: (text: string, ...rest: Rest) => R) =>
  (text: string, ...rest: Rest): R => {
    const reply = READ_AS[text]
    return reply ? { ...read(text, ...rest), reply } : read(text, ...rest)
  }
