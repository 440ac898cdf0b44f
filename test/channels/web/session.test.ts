import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { formToken, isFormToken, messageIdOf, readSession, startSession } from '../../../src/channels/web/session.ts'

const key = randomBytes(32)

test('a session comes back from its cookie', () => {
  const session = startSession(key)
  expect(readSession(key, session.cookie)).toEqual(session)
})

test('a cookie we did not make opens nothing', () => {
  const { cookie } = startSession(key)
  const [secret = '', seal = ''] = cookie.split('.')
  const other = startSession(key).cookie.split('.')
  expect(readSession(randomBytes(32), cookie)).toBeNull()
  for (const forged of [undefined, '', secret, `${secret}.`, `${other[0]}.${seal}`, `${secret}.${other[1]}`, 'a.b']) {
    expect(readSession(key, forged)).toBeNull()
  }
})

test('a form token is new every time, and is of one session only', () => {
  const [mine, theirs] = [startSession(key), startSession(key)]
  const token = formToken(mine)
  expect(formToken(mine)).not.toBe(token)
  expect(isFormToken(mine, token)).toBe(true)
  expect(isFormToken(theirs, token)).toBe(false)
  for (const forged of [null, '', '.', 'x', token.slice(0, -1), `x${token}`])
    expect(isFormToken(mine, forged)).toBe(false)
})

test('the same form is the same message; any other content is another', () => {
  const session = startSession(key)
  expect(messageIdOf(session, 'k=1&answer=yes')).toBe(messageIdOf(session, 'k=1&answer=yes'))
  expect(messageIdOf(session, 'k=1&answer=yes')).not.toBe(messageIdOf(session, 'k=1&answer=no'))
  expect(messageIdOf(session, 'k=1&answer=yes')).not.toBe(messageIdOf(startSession(key), 'k=1&answer=yes'))
})
