// What people ask back: each question in many words, and beside each kind what only tells of the same thing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TOPICS } from '../../src/questions/topic.ts'
import { readAt, wordbook } from './read-english.ts'

const examples: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'topics.json'), 'utf8')
)
const topicsOf = (say: string, at: string | null = 'wants') => readAt(say, at).topics

describe('a question to the service', () => {
  it('is asked here in eight ways and more, for every topic', () => {
    expect(TOPICS.filter(topic => new Set(examples[topic]).size < 8)).toEqual([])
    expect(Object.keys(examples).sort()).toEqual([...TOPICS, 'none'].sort())
  })

  it.each(TOPICS)('is heard, about %s', topic => {
    const said = examples[topic] ?? []
    expect(said.filter(say => !topicsOf(say, null).includes(topic))).toEqual([])
  })

  it('is not heard where somebody only tells', () => {
    expect((examples.none ?? []).length).toBeGreaterThan(90)
    expect((examples.none ?? []).filter(say => topicsOf(say).length > 0)).toEqual([])
  })

  it('comes first where it was said first', () => {
    expect(topicsOf('is this free? and who reads it')).toEqual(['cost', 'whoReads'])
    expect(topicsOf('who reads this, and is it free')).toEqual(['whoReads', 'cost'])
  })

  it('is the whole question before the shorter one inside it', () => {
    expect(topicsOf('can i get a refuge place with my dog')).toEqual(['pet', 'refugeSpace'])
  })
})

describe('what a message is,', () => {
  it.each([
    ['a question alone', 'do you work weekends', 'wants', 'hours'],
    ['a question after a word of courtesy', 'hi. is this confidential?', 'wants', 'private'],
    ['a question beside a word or two', 'lol my mate sent me this link is it a wind up', 'wants', 'windUp'],
    ['who are you', 'who are you', 'wants', 'who'],
    ['a remark', 'thank you so much', 'wants', 'thanks'],
    ['a sentence about their English', 'my english is not good, i need interpreter urdu', 'wants', 'language']
  ])('%s: it asks', (_what, say, at, topic) => {
    expect(readAt(say, at).reply).toEqual({ kind: 'asks', topic })
  })

  it.each([
    ['the answer, by its own phrase', 'bsl', 'accessNeeds', 'answer'],
    ['the answer, by its own phrase', 'non binary', 'gender', 'answer'],
    ['the answer, in a field for own words', 'hello', 'safeWord', 'answer'],
    ['the number', '2', 'wants', 'answer'],
    ['a rail', 'can i talk to someone', 'wants', 'rail'],
    ['danger', 'can you ring 999 for me he has a knife', 'wants', 'danger']
  ])('%s: it is no question', (_what, say, at, kind) => {
    expect(readAt(say, at).reply.kind).toBe(kind)
  })

  it('a concern beside a question: both are heard, and it is not taken for a question alone', () => {
    const { topics, concerns, reply } = readAt('will they take my kids if i tell you he hits them', 'wants')
    expect(topics).toContain('socialServices')
    expect(concerns.length).toBeGreaterThan(0)
    expect(reply.kind).not.toBe('asks')
  })

  it('much that was told before a question: the words are kept as words, and the question is heard', () => {
    const say =
      'we were at my sisters on sunday and he went quiet all the way back in the car and sat in the garage. do you work weekends'
    expect(readAt(say, 'wants')).toMatchObject({ topics: ['hours'] })
    expect(readAt(say, 'wants').reply.kind).not.toBe('asks')
  })

  it('"who is this" is no question of theirs, and "who are you" tells of nobody else', () => {
    expect(topicsOf('who is this', 'channelOk')).toEqual([])
    expect(readAt('who is this', 'channelOk').notices).toEqual(['someoneElse'])
    expect(readAt('who are you', 'wants').notices).toEqual([])
  })

  it('a greeting before something that was told is no greeting', () => {
    expect(topicsOf('hi he hit me')).toEqual([])
    expect(topicsOf('thanks he is back')).toEqual([])
  })
})

describe('a language that has written no topics', () => {
  it('is read with the English ones beside it, and by itself hears none', () => {
    expect(wordbook.in('pl').lexicon.reading.topics).toBeUndefined()
  })
})

describe('the questions of the open corpus', () => {
  it.each([
    ['who are you', 'wants', 'who'],
    ['will this show on my phone bill', 'privacyLimits', 'bill'],
    ['do you work weekends', 'wants', 'hours'],
    ['why does that matter', 'gender', 'whyAsk'],
    ['do you help men', 'wants', 'men'],
    ['what if im under 18', 'ageBand', 'underage'],
    ['can i get a refuge place with my dog', 'wants', 'pet'],
    ['what has my neck got to do with it', 'neck', 'whyAsk'],
    ['will they take my kids off me', 'children', 'socialServices'],
    ['what number will you ring from', 'contactMethod', 'yourNumber'],
    ['thank you so much', 'wants', 'thanks'],
    ['sorry im rambling', 'wants', 'sorryRambling'],
    ['will the home office find out if i talk to you', 'wants', 'homeOffice'],
    ['will you tell my mum', 'wants', 'tellMum'],
    ['is it me? maybe im the abuser. he says i am', 'wants', 'amIAbuser'],
    ['will you laugh, im a bloke and its my wife', 'gender', 'men'],
    ['dont no wat to do carnt read good', 'wants', 'cantRead'],
    ['are you still there? please hurry', null, 'anyoneThere'],
    ['i was her worker. she died last night. i dont know what to do', 'referrerRole', 'someoneDied'],
    ['court tomorrow 10am i dont know if i can face him there', 'wants', 'courtTomorrow'],
    ['he checks the history every night how do i hide this', null, 'hideThis'],
    ['so would you tell someone if i said a child was hurt?', 'privacyLimits', 'socialServices']
  ])('%s', (say, at, topic) => {
    expect(topicsOf(say, at)).toContain(topic)
  })

  it.each(['lol', 'asdfgh', 'wrong number mate'])('%s is none', say => {
    expect(topicsOf(say)).toEqual([])
  })
})
