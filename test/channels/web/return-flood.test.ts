// An attacker who says words without end, and a person who says theirs at the same moment.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addressReader } from '../../../src/client-address.ts'
import { RETURNS_BURST } from '../../../src/limits.ts'
import { SAFE } from '../../with-words.ts'
import { openTestPage, type TestPage } from './open-page.ts'
import { bytes, OWN_WORDS, People } from './people.ts'

let page: TestPage
let people: People
beforeAll(async () => {
  page = await openTestPage({ addressOf: addressReader(['127.0.0.1']) })
  people = new People(page)
})
afterAll(() => page.close())

const PERSON = { 'x-forwarded-for': '198.51.100.1' }

/** As many words as one place has at once, none of them waited for. Each answer's status. */
const flood = (from: string) =>
  Array.from({ length: RETURNS_BURST }, async () => {
    const { statusCode } = await page.web.inject({
      method: 'POST',
      url: '/r',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from },
      payload: 'word=guess'
    })
    return statusCode
  })

test('an attacker who floods the door keeps no person out: the right word still opens their conversation', async () => {
  const person = await people.away()
  await person.get('/r')
  const attack = flood('203.0.113.7')
  const answer = await person.post({ word: SAFE }, PERSON, '/r')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
  expect(person.html).toContain('Is it OK to message right now?')
  expect(person.html).not.toContain(OWN_WORDS)
  expect(await Promise.all(attack)).toContain(503)
})

test('a person who is told to come again reads what everybody reads, whatever there is to come back to', async () => {
  const [nobody, person] = [await people.stranger(), await people.away()]
  // The pace gives nothing back meanwhile.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const from = '203.0.116.7'
  await Promise.all(flood(from))
  const answers = []
  for (const [visitor, word] of [
    [nobody, SAFE],
    [person, SAFE],
    [person, 'red lamp']
  ] as const) {
    await visitor.get('/r')
    const { statusCode } = await visitor.post({ word }, { 'x-forwarded-for': from }, '/r')
    answers.push([statusCode, bytes(visitor.html)])
  }
  vi.useRealTimers()
  expect(answers[0]?.[0]).toBe(503)
  for (const answer of answers) expect(answer).toEqual(answers[0])
})
