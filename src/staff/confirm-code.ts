// The code that counts as the second person where there is nobody else yet: whoever can print it is at the machine, and has its key.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Letters and digits that are not mistaken for one another when read aloud. */
const CLEAR = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const GROUP = 4

/** For one request; `key`: derived from the master key for this purpose alone. About 58 bits: nobody guesses it. */
export function confirmCode(key: Buffer, request: string): string {
  const bytes = createHmac('sha256', key).update(request).digest()
  const letters = Array.from({ length: LENGTH }, (_, index) => CLEAR[(bytes[index] ?? 0) % CLEAR.length]).join('')
  return letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? letters
}

const plain = (code: string): Buffer => Buffer.from(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))

/** Whether somebody has typed it, however they wrote it. */
export function isConfirmCode(key: Buffer, request: string, typed: string): boolean {
  const [given, wanted] = [plain(typed), plain(confirmCode(key, request))]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
