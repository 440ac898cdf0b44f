import { expect, test } from 'vitest'
import { PASSWORD_MIN } from '../../src/limits.ts'
import { isGuessable } from '../../src/staff/guessable.ts'
import { isGoodPassword } from '../../src/staff/password.ts'

const OWN = ['Robin', 'robin.hale@line.example.org', 'Advice line desk', 'Sidedoor']

test.each([
  ['qwerty123456', 'a common one'],
  ['1qaz2wsx3edc', 'a common one that looks like none'],
  ['UnBelievable', 'a common one, in other case'],
  ['password1234', 'a common one with figures behind it'],
  ['Liverpool2024!', 'a common one with a year'],
  ['P@ssw0rd2024!', 'a common one with signs for letters'],
  ['pass-word-pass-word', 'a common one, twice'],
  ['aaaaaaaaaaaa', 'one sign'],
  ['abcabcabcabc', 'one thing repeated'],
  ['robin robin robin', 'their name repeated'],
  ['123456789012', 'figures in order'],
  ['lkjihgfedcba', 'letters in order, backwards'],
  ['asdfghjkl;asdf', 'a walk along the keys'],
  ['Robin-Sidedoor-1', 'their name and ours'],
  ['adviceline2026', 'what the page is called'],
  ['robin.hale@line', 'what they sign in with']
])('whoever tries what is tried first is not let in by %s: %s', async (password, _what) => {
  expect(password.length).toBeGreaterThanOrEqual(PASSWORD_MIN)
  expect(await isGuessable(password, OWN)).toBe(true)
})

test.each([
  ['correct horse battery'],
  ['kettle Robin orchard seven'],
  ['myorchardgate1234'],
  ['kVx72mPqLz9w'],
  ['czajnik pod jabłonią'],
  ['😀🐴🔋🌳🚲🎈🍋🧦🪁🎻🐟🪣']
])('a few words that do not belong together are taken, and so is what nobody guesses: %s', async password => {
  expect(isGoodPassword(password)).toBe(true)
  expect(await isGuessable(password, OWN)).toBe(false)
})
