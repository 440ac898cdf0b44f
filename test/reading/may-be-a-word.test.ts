// A first text is not a wrong try at somebody's safe word because it is short: two of those lock a conversation for good.
import { describe, expect, it } from 'vitest'
import { QUESTIONS } from '../../src/questions/catalogue.ts'
import { mayBeAWord } from '../../src/reading/read.ts'
import { lexiconsOf } from './read-english.ts'

const ASKED = { id: 'channelOk', question: QUESTIONS.channelOk, labels: [] } as const
const counts = (text: string): boolean => mayBeAWord(text, ASKED, lexiconsOf('pl'))

const OPENINGS = [
  ...['hello', 'hi', 'Hi.', 'hey', 'hiya', 'good morning', 'good evening', 'hi there', 'Hello?', 'hello again'],
  ...['yes', 'y', 'yes please', 'ok', 'okay', 'no', 'No thanks', 'not now', 'not sure', '1', '2', '3', '1.'],
  ...['yeah', 'yep', 'nope', 'sure', 'its ok', 'not safe', 'thanks', 'thank you'],
  ...['x', 'stop', 'STOP', 'leave', 'p', 'person', 'help', 'help me', 'Help me please', '999', 'police', 'b', 's', 'r'],
  ...['can you talk', 'can we talk', 'talk to someone', 'anyone there', 'is anyone there', 'anybody there?'],
  ...['hes here', 'he hit me', 'hes hitting me', 'im scared', 'I need help'],
  ...['dzien dobry', 'Dzień dobry', 'czesc', 'cześć', 'tak', 'nie', 'pomocy', 'pomoc'],
  ...['', ' ', '?', '...', '👍', '❤️', 'hello are you there', 'I got this number from the library']
]

const WORDS = [
  'bluebird',
  'grey stone',
  'Blue lamp',
  'BLUEBIRD',
  'grey stone.',
  'umbrella',
  'tea cosy',
  'marmalade',
  'three red kites'
]

describe('a first text', () => {
  it.each(OPENINGS)('%j is no try at a safe word', text => {
    expect(counts(text)).toBe(false)
  })

  it.each(WORDS)('%j may be one', text => {
    expect(counts(text)).toBe(true)
  })

  it('is looked at in many ways', () => {
    expect(new Set(OPENINGS).size).toBeGreaterThanOrEqual(60)
  })
})
