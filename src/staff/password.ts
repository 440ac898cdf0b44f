// Passwords: long enough, and not among what is tried first (guessable.ts). What is kept of them costs time and memory to guess at.
import { randomBytes } from 'node:crypto'
import { PASSWORD_MAX, PASSWORD_MIN } from '../limits.ts'

/** argon2id, as OWASP asks for at least: 19 MiB, two rounds, one thread. The library's default is argon2id too. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Loaded when somebody first needs it: most sign in with a passkey. */
const argon2 = () => import('@node-rs/argon2')

/** As it is typed on any keyboard: the same letters are the same password. */
const typed = (password: string): string => password.normalize('NFKC')

export const isGoodPassword = (password: string): boolean =>
  [...typed(password)].length >= PASSWORD_MIN && [...typed(password)].length <= PASSWORD_MAX

export const hashPassword = async (password: string): Promise<string> => (await argon2()).hash(typed(password), COST)

/** Of nobody: compared with where there is no such name, so that the answer takes as long. */
let nobodys: Promise<string> | null = null

/** Whether a password is the one behind a hash. Without a hash it never is, and that takes as long to say. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(32).toString('base64'))
  const fits = await (await argon2()).verify(hash ?? (await nobodys), typed(password))
  return fits && hash !== null
}
