import { expect, test } from 'vitest'
import { PASSWORD_MAX, PASSWORD_MIN } from '../../src/limits.ts'
import { hashPassword, isGoodPassword, isPassword } from '../../src/staff/password.ts'

test('a password has to be long, and may be of any signs', () => {
  expect(isGoodPassword('a'.repeat(PASSWORD_MIN))).toBe(true)
  expect(isGoodPassword('a'.repeat(PASSWORD_MIN - 1))).toBe(false)
  expect(isGoodPassword('😀'.repeat(PASSWORD_MIN - 1))).toBe(false)
  expect(isGoodPassword('a'.repeat(PASSWORD_MAX))).toBe(true)
  expect(isGoodPassword('a'.repeat(PASSWORD_MAX + 1))).toBe(false)
})

test('what is kept is argon2id at the cost OWASP asks for, and never the same twice', async () => {
  const hash = await hashPassword('correct horse battery')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hashPassword('correct horse battery')).not.toBe(hash)
})

test('only the password itself is taken, however its letters are composed', async () => {
  const hash = await hashPassword('caf\u00e9 battery staple')
  expect(await isPassword('cafe\u0301 battery staple', hash)).toBe(true)
  expect(await isPassword('cafe battery staple', hash)).toBe(false)
  const long = await hashPassword('😀'.repeat(PASSWORD_MAX))
  expect(await isPassword('😀'.repeat(PASSWORD_MAX), long)).toBe(true)
  expect(await isPassword('😀'.repeat(PASSWORD_MAX - 1), long)).toBe(false)
})

test('without a hash no password is right, and the answer is no quicker', async () => {
  const hash = await hashPassword('correct horse battery')
  await isPassword('', null)
  const timed = async (against: string | null) => {
    const start = performance.now()
    expect(await isPassword('wrong horse battery', against)).toBe(false)
    return performance.now() - start
  }
  const times = { known: 0, unknown: 0 }
  for (let n = 0; n < 5; n += 1) {
    times.known += await timed(hash)
    times.unknown += await timed(null)
  }
  expect(times.unknown).toBeGreaterThan(times.known / 4)
})
