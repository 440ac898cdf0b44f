// The safe word and the second word: kept only as what is left of them after scrypt. No other file hashes or compares.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Answer } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'

/** The two questions whose answer nobody may ever read again, and which must not be answered alike. */
export const OTHER_WORD = { safeWord: 'decoyWord', decoyWord: 'safeWord' } as const
export type SecretQuestion = keyof typeof OTHER_WORD
export const isSecret = (question: QuestionId): question is SecretQuestion => Object.hasOwn(OTHER_WORD, question)

/**
 * 32 MiB and about a tenth of a second for every guess. Whoever guesses at the page is stopped by the lock; this is for
 * whoever has stolen the database and the keys. The parameters stand in every hash, so that they can be raised later.
 */
const COST = { log2N: 15, r: 8, p: 1 } as const
const MEMORY_MAX = 64 * 1024 * 1024
const SALT_BYTES = 16
const HASH_BYTES = 32
const SCHEME = 'scrypt'

/** Accents as Latin, Greek, Cyrillic and Arabic write them, and signs that cannot be seen. */
const ACCENTS = /[\u0300-\u036f\u064b-\u0652\u0670]|\p{Cf}/gu

/** The same word, however a phone writes it: wide or narrow forms, case, spaces and accents make no difference. */
export const normalised = (word: string): string =>
  word.normalize('NFKC').normalize('NFKD').replace(ACCENTS, '').replace(/\s+/g, '').toUpperCase().toLowerCase()

interface Parts {
  readonly log2N: number
  readonly r: number
  readonly p: number
  readonly salt: Buffer
  readonly hash: Buffer
}

const derive = (word: string, { log2N, r, p, salt }: Omit<Parts, 'hash'>): Promise<Buffer> => {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: MEMORY_MAX }
  return new Promise((resolve, reject) =>
    scrypt(normalised(word), salt, HASH_BYTES, options, (error, hash) => (error ? reject(error) : resolve(hash)))
  )
}

/** What may be kept of a word: how it was hashed, its own salt, and the hash. */
export async function hashWord(word: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(word, { ...COST, salt })
  return [SCHEME, COST.log2N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether an answer is a word of which the hash is kept. */
export const isHashed = (answer: Answer | undefined): answer is string =>
  typeof answer === 'string' && answer.startsWith(`${SCHEME}$`)

/** Compared with when there is nothing to compare: the same work, and never the same word. */
const NOTHING: Parts = { ...COST, salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(0) }

function partsOf(kept: Answer | undefined): Parts {
  if (!isHashed(kept)) return NOTHING
  const [, log2N, r, p, salt = '', hash = ''] = kept.split('$')
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  return { log2N: Number(log2N), r: Number(r), p: Number(p), salt: bytes(salt), hash: bytes(hash) }
}

/** Whether this is the word of which the hash was kept. It takes as long when none was. */
export async function isSameWord(word: string, kept: Answer | undefined): Promise<boolean> {
  const parts = partsOf(kept)
  const hash = await derive(word, parts)
  return parts.hash.length === hash.length && timingSafeEqual(hash, parts.hash) && normalised(word) !== ''
}
