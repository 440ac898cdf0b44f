// A friend or a professional who speaks of harm: asked about it in words about the other, and read by staff as their report.
import { describe, expect, test } from 'vitest'
import type { PersonEvent } from '../../src/conversation/person-event.ts'
import type { Channel } from '../../src/questions/answer.ts'
import { asText } from '../../src/summary/as-text.ts'
import { summarise } from '../../src/summary/build.ts'
import { told } from '../../src/summary/told.ts'
import { answer, contextFor, english, held } from './readings.ts'

type Other = 'friend' | 'professional'
const REPORTED: Readonly<Record<Other, string>> = {
  friend: 'reported by other',
  professional: 'reported by a professional'
}
const SOURCE: Readonly<Record<Other, string>> = { friend: 'other', professional: 'professional' }

const opening = (who: Other): PersonEvent[] => [
  answer('channelOk', 'yes'),
  answer('dangerNow', 'no'),
  answer('audience', who),
  answer('deviceWatched', 'no'),
  answer('privacyLimits', 'ok'),
  answer('wantsNow', 'questions')
]
const typed = (text: string): PersonEvent => ({ type: 'typed', text })

const summaryAfter = async (who: Other, events: readonly PersonEvent[], channel: Channel = 'web') => {
  const came = await held(channel, [...opening(who), ...events])
  return { ...came, summary: summarise(came.reading, contextFor(came.facts)) }
}

describe.each(['friend', 'professional'] as const)('a %s', who => {
  test('who writes of a hand at the throat is asked about it at once, about the other person', async () => {
    const { reading } = await summaryAfter(who, [typed('he strangled her last week')])
    const { text } = english.question('neck', 'web', who)
    expect(reading.messages.filter(({ kind }) => kind === 'ask').at(-1)).toMatchObject({ question: 'neck', text })
    expect(text).toMatch(/their neck|the person's neck/)
  })

  test('is read by staff as who reports it, never as the one it happened to', async () => {
    const { summary, facts } = await summaryAfter(who, [
      typed('he strangled her last week'),
      answer('neck', 'lastFewDays'),
      typed('he said he will kill her'),
      answer('threatsToKill', ['me', 'themselves'])
    ])
    expect(facts.answers).toMatchObject({ neck: 'lastFewDays', threatsToKill: ['me', 'themselves'] })
    const lines = summary.risk.lines.filter(({ question }) => ['neck', 'threatsToKill'].includes(question))
    expect(lines).toMatchObject([
      { source: SOURCE[who], label: 'Yes, last few days', asked: english.question('neck', 'web', who).text },
      { source: SOURCE[who], label: 'The one they scare, Themselves' }
    ])
    expect(summary.risk.known).toBe(1)
    expect(summary.risk.reasons.map(({ flag }) => flag)).toEqual(['H-neck', 'H-kill'])
    const read = asText(summary, english)
    expect(read).toMatch(new RegExp(`neck or stopped them breathing\\? Yes, last few days \\(${REPORTED[who]}`))
    expect(read).not.toMatch(/\b(your neck|stopped you)\b/)
  })

  test('whose words are about suicide reports it of the one they worry about', async () => {
    const { summary } = await summaryAfter(who, [
      typed('she says she wants to die'),
      // The card stands, and the plain question comes when they go on.
      { type: 'goOn' },
      answer('suicide', 'mightAct')
    ])
    const line = summary.risk.lines.find(({ question }) => question === 'suicide')
    expect(line).toMatchObject({
      source: SOURCE[who],
      label: 'Yes, they might act on it',
      asked: expect.stringMatching(/Do(es)? (they|the person) feel/)
    })
    expect(summary.risk.band).toBe('immediate')
  })

  test('reads back what they said in the words they were asked with', async () => {
    const { reading, facts } = await summaryAfter(who, [
      typed('he said he will kill her'),
      answer('threatsToKill', ['me'])
    ])
    expect(told(reading, facts, english).lines.find(({ question }) => question === 'threatsToKill')).toMatchObject({
      text: english.question('threatsToKill', 'web', who).text,
      answer: 'The one they scare'
    })
  })

  test('keeps their report theirs, even where they keep back whom it is about', async () => {
    const { summary } = await summaryAfter(who, [
      typed('he strangled her last week'),
      answer('neck', 'before'),
      { type: 'withhold', question: 'audience', withheld: true }
    ])
    expect(summary.risk.lines.find(({ question }) => question === 'neck')).toMatchObject({ source: SOURCE[who] })
    expect(summary.risk.known).toBe(1)
  })
})

test('somebody who speaks of themselves is asked, and read, as themselves', async () => {
  const came = await held('web', [
    answer('channelOk', 'yes'),
    answer('dangerNow', 'no'),
    answer('audience', 'survivor'),
    answer('personNear', 'no'),
    answer('deviceWatched', 'no'),
    answer('ageBand', '18plus'),
    answer('privacyLimits', 'ok'),
    answer('wantsNow', 'questions'),
    typed('he said he will kill me'),
    answer('threatsToKill', ['me'])
  ])
  const { risk } = summarise(came.reading, contextFor(came.facts))
  expect(risk.lines.find(({ question }) => question === 'threatsToKill')).toMatchObject({ source: 'self', label: 'Me' })
  expect(risk.known).toBe(2)
})
