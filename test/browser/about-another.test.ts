// A friend and a professional, from the first question to what a worker reads: with script, and without.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Person } from './person.ts'
import { seen, words } from './screen.ts'
import { withWorker } from './with-worker.ts'

const desk = withWorker()

describe.each([true, false])('somebody who writes about another person (script: %s)', javaScriptEnabled => {
  let person: Person
  beforeEach(async () => {
    person = await desk.arrive(javaScriptEnabled)
    return () => person.close()
  })

  /** What is asked now is asked about the other person. */
  const readsOfThem = async (question: Parameters<Person['isAsked']>[0], about: 'friend' | 'professional') => {
    await person.isAsked(question)
    expect(await seen(person.page.locator('#now h1'))).toBe(words.question(question, 'web', about).text)
  }
  const answerOpening = async (audience: 'friend' | 'professional') => {
    await person.choose('channelOk', 'yes')
    await person.choose('dangerNow', 'no')
    await person.choose('audience', audience)
    await person.choose('deviceWatched', 'no')
    await person.choose('privacyLimits', 'ok')
    await person.choose('wantsNow', 'questions')
  }
  /** What the worker reads once they have opened the newest who waits. */
  const summary = async () => {
    await desk.worker.toDesk()
    await desk.worker.openWaiting()
    await desk.worker.banner.waitFor()
    const screen = await desk.worker.words()
    await desk.worker.take()
    return screen
  }

  it('a friend is asked about them, and the worker reads all of it', async () => {
    await answerOpening('friend')
    await person.choose('friendRelation', 'neighbour')
    await person.choose('survivorAware', 'unsure')
    await person.choose('friendSafe', 'yes')
    await person.choose('signsSeen', 'hurt', 'followed')
    await readsOfThem('wants', 'friend')
    expect(await person.words()).not.toContain(words.question('wants', 'web').text)
    await person.choose('wants', 'talk')
    await readsOfThem('area', 'friend')
    await person.choose('area', 'havant')
    await person.fill('friendWorry', 'I hear shouting every night')
    await person.skip('accessNeeds')
    await person.choose('contactMethod', 'none')
    await person.reads(words.page('waitingHeading'))
    const screen = await summary()
    for (const told of [
      words.option('friendRelation', 'neighbour'),
      words.option('signsSeen', 'hurt', 'friend'),
      words.option('area', 'havant', 'friend'),
      'I hear shouting every night'
    ]) {
      expect(screen).toContain(told)
    }
  })

  it('a professional is asked about them, and the worker reads all of it', async () => {
    await answerOpening('professional')
    await person.choose('referrerRole', 'health')
    await person.choose('referralConsent', 'yes')
    await person.choose('referrerWants', 'riskHelp')
    await readsOfThem('area', 'professional')
    await person.choose('area', 'havant')
    await person.choose('referrerRisk', 'medium')
    await person.choose('safetyPlan', 'no')
    await person.choose('referrerChildren', 'no')
    await person.choose('signsSeen', 'weapon')
    await readsOfThem('pregnantOrBaby', 'professional')
    await person.choose('pregnantOrBaby', 'no')
    await person.fill('referrerContact', 'ward desk, extension 4')
    await person.skip('accessNeeds')
    await readsOfThem('contactMethod', 'professional')
    await person.choose('contactMethod', 'none')
    await person.reads(words.page('waitingHeading'))
    const screen = await summary()
    for (const told of [
      words.option('referrerRole', 'health'),
      words.option('referrerRisk', 'medium'),
      words.option('signsSeen', 'weapon', 'professional'),
      'ward desk, extension 4'
    ]) {
      expect(screen).toContain(told)
    }
  })

  it('a concern they write of is asked about plainly, of the one they worry about', async () => {
    await answerOpening('friend')
    await person.isAsked('friendRelation')
    await person.say('he had a knife to her throat last week')
    await readsOfThem('weapon', 'friend')
    await person.choose('weapon', 'before')
    await person.isAsked('friendRelation')
  })
})
