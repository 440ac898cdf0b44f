// What the reader makes of some texts, said by hand: these tests are about the desk, and not about which words are understood.
import type { Reply } from '../../src/reading/reading.ts'

const READ_AS: Readonly<Record<string, Reply>> = {
  'gotta go hes back': { kind: 'leaving', why: 'danger' },
  'stop dave': { kind: 'leaving', why: 'plea' },
  'no more texts': { kind: 'leaving', why: 'noTexts' },
  'hes back': { kind: 'near' },
  'wrong number': { kind: 'hands', who: 'taken' },
  'what did she tell you': { kind: 'hands', who: 'wantsWords' },
  'i want to die': { kind: 'life', act: false, of: 'self', danger: false },
  'im her sister on her phone hes hitting her': { kind: 'danger', helper: true }
}

/** `read` with these answers in it, for `vi.mock`. */
export const readAs =
  <Rest extends readonly unknown[], R extends { readonly reply: Reply }>(read: (text: string, ...rest: Rest) => R) =>
  (text: string, ...rest: Rest): R => {
    const reply = READ_AS[text]
    return reply ? { ...read(text, ...rest), reply } : read(text, ...rest)
  }
