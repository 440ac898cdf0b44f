import { expect, test } from 'vitest'
import type { WhyNot } from '../../src/conversation/may-contact.ts'
import { SAFE_CONTACT_VALID } from '../../src/limits.ts'
import type { Answer, Signal } from '../../src/questions/answer.ts'
import type { QuestionId } from '../../src/questions/catalogue.ts'
import { asText } from '../../src/summary/as-text.ts'
import type { Context } from '../../src/summary/build.ts'
import { english, minutesLater, readingOf, type Setting, START, summaryOf, type Told } from './readings.ts'

type Given = { readonly [Q in QuestionId]?: Answer }

const byText: Given = {
  channelOk: 'yes',
  audience: 'survivor',
  deviceWatched: 'no',
  ageBand: '18plus',
  contactMethod: 'text',
  contactDetail: '07700 900123',
  textFirst: 'yes',
  contactTimes: ['weekdayMorning']
}
const { textFirst: _, ...withoutTextFirst } = byText
const byCall: Given = { ...withoutTextFirst, contactMethod: 'call', deviceWatched: 'yes' }

const storyOf = (given: Given): Told[] =>
  Object.entries(given).map(([question, value]) => ({ question: question as QuestionId, value }))
const contactAfter = (given: Given, setting?: Setting, more?: Partial<Context>) =>
  summaryOf(storyOf(given), setting, more).safeContact

test('nobody may contact somebody who has said nothing', () => {
  const contact = summaryOf([]).safeContact
  expect(contact).toMatchObject({ mayContact: false, whyNot: 'noWay', permission: null, leftByExit: false })
  expect(contact.sentence).toBe('Do not contact. No safe way to reach them was given.')
})

test('a person who gave a safe way, a place and a time may be contacted in exactly that way', () => {
  const contact = contactAfter(byText)
  expect(contact).toMatchObject({
    mayContact: true,
    permission: { method: 'text', times: ['weekdayMorning'], voicemail: 'no', ifOtherAnswers: 'hangUp' }
  })
  expect(contact.sentence).toMatch(/^You may contact them by Text, only at these times: Weekday mornings\./)
  expect(contactAfter(byCall)).toMatchObject({ mayContact: true, permission: { method: 'call' } })
  expect(contactAfter({ ...byCall, contactMethod: 'email' })).toMatchObject({ permission: { method: 'email' } })
  expect(contactAfter({ ...byText, textFirst: 'setTimes' })).toMatchObject({ mayContact: true })
})

test.each<[string, Given, WhyNot]>([
  ['will get in touch themselves', { ...byText, contactMethod: 'none' }, 'noWay'],
  ['skipped how', { ...byText, contactMethod: 'skip' }, 'noWay'],
  ['skipped the number', { ...byText, contactDetail: 'skip' }, 'nowhere'],
  ['said no to a first text', { ...byText, textFirst: 'no' }, 'notFirst'],
  ['skipped whether to text first', { ...byText, textFirst: 'skip' }, 'notFirst'],
  ['was not asked whether to text first', withoutTextFirst, 'notFirst'],
  ['has a watched phone', { ...byText, deviceWatched: 'yes' }, 'watched'],
  ['may have a watched phone', { ...byText, deviceWatched: 'maybe' }, 'watched'],
  ['skipped whether the phone is watched', { ...byText, deviceWatched: 'skip' }, 'watched'],
  ['skipped the times', { ...byCall, contactTimes: 'skip' }, 'noTimes'],
  ['is under 16', { ...byCall, ageBand: 'under16' }, 'under16'],
  ['said it is not OK to message', { ...byCall, channelOk: 'no' }, 'notNow'],
  ['is spoken for without having agreed', { ...byCall, audience: 'professional' }, 'noConsent'],
  ['could not be asked', { ...byCall, audience: 'professional', referralConsent: 'notSafeToAsk' }, 'noConsent']
])('somebody who %s is not contacted', (_who, given, why) => {
  expect(contactAfter(given)).toMatchObject({ mayContact: false, whyNot: why, permission: null })
})

test('a person a professional speaks for may be contacted once they agreed', () => {
  expect(contactAfter({ ...byCall, audience: 'professional', referralConsent: 'yes' })).toMatchObject({
    mayContact: true
  })
})

test.each<Signal>(['someoneElse', 'locationSeeking'])('nobody is contacted after the signal %s', signal => {
  const { facts } = readingOf(storyOf(byCall))
  const contact = contactAfter(byCall, {}, { facts: { ...facts, signals: [signal] } })
  expect(contact).toMatchObject({ mayContact: false, whyNot: 'otherPerson' })
})

test('times in own words open no window, and the worker still reads them', () => {
  const { contactTimes: __, ...noTimes } = byCall
  const story = [...storyOf(noTimes), { question: 'contactTimes', value: null, verbatim: 'tuesdays at ten' } as const]
  const summary = summaryOf(story)
  expect(summary.safeContact).toMatchObject({ mayContact: false, whyNot: 'noTimes' })
  expect(asText(summary, english)).toContain('"tuesdays at ten"')
})

test('an agreement ends fourteen days after its oldest answer', () => {
  const oldest = Object.keys(byCall).indexOf('contactMethod')
  const end = minutesLater(oldest).getTime() + SAFE_CONTACT_VALID
  const before = contactAfter(byCall, {}, { now: new Date(end - 1) })
  expect(before.permission).toMatchObject({
    confirmedAt: minutesLater(oldest).toISOString(),
    expiresAt: new Date(end).toISOString()
  })
  expect(contactAfter(byCall, {}, { now: new Date(end) })).toMatchObject({ mayContact: false, whyNot: 'expired' })
})

test('giving the times anew does not renew the number given long before', () => {
  const renewed = [...storyOf(byCall), { question: 'contactTimes', value: ['weekend'] } as const]
  const later = new Date(START.getTime() + SAFE_CONTACT_VALID + 5.5 * 60_000)
  expect(summaryOf(renewed, {}, { now: later }).safeContact.whyNot).toBe('expired')
})

test.each<QuestionId>(['contactMethod', 'contactDetail', 'textFirst', 'contactTimes', 'deviceWatched'])(
  'keeping %s from the worker takes the permission back',
  question => {
    expect(contactAfter(byText, { withheld: [question] }).mayContact).toBe(false)
  }
)

test('an age kept from the worker still forbids contact, and the banner does not give it away', () => {
  const contact = contactAfter({ ...byCall, ageBand: 'under16' }, { withheld: ['ageBand'] })
  expect(contact).toMatchObject({ mayContact: false, whyNot: 'noWay' })
})

test('a name to say needs a name', () => {
  const named = contactAfter({ ...byCall, ifOtherAnswers: 'coverName', coverName: 'Pat from the library' })
  expect(named.permission?.ifOtherAnswers).toBe('coverName')
  const nameless = contactAfter({ ...byCall, ifOtherAnswers: 'coverName', coverName: 'skip' })
  expect(nameless.permission?.ifOtherAnswers).toBe('hangUp')
})

test('somebody who left is never contacted, whatever they had agreed to', () => {
  const summary = summaryOf(
    storyOf(byText),
    { conversation: { status: 'left' } },
    { leftAt: new Date('2026-07-01T20:14:30Z') }
  )
  expect(summary.safeContact).toMatchObject({ mayContact: false, whyNot: 'left', leftByExit: true, permission: null })
  const [first] = asText(summary, english).split('\n')
  // British Summer Time: the clock on the wall, not the server's.
  expect(first).toBe('Left by quick exit at 21:14. Do not contact.')
})

test('when nobody noted the moment they left, it is the last time they were heard', () => {
  const contact = contactAfter(byText, { conversation: { status: 'left' } })
  expect(contact.leftAt).toBe(minutesLater(Object.keys(byText).length - 1).toISOString())
})

test('a number and two secret words are known to be there, and never shown', () => {
  const story = storyOf({ ...byText, safeWord: 'cobalt pelican', decoyWord: 'quartz' })
  const summary = summaryOf(story)
  expect(summary.safeContact).toMatchObject({ safeWordSet: true, decoyWordSet: true })
  const everything = JSON.stringify(summary) + asText(summary, english)
  for (const secret of ['900123', 'cobalt', 'pelican', 'quartz']) expect(everything).not.toContain(secret)
  expect(asText(summary, english)).toContain('given, hidden')
  expect(summaryOf([{ question: 'safeWord', value: 'skip' }]).safeContact.safeWordSet).toBe(false)
})
