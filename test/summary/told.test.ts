import { expect, test } from 'vitest'
import { told } from '../../src/summary/told.ts'
import { answer, english, held, readingOf } from './readings.ts'

const opening = [
  answer('channelOk', 'yes'),
  answer('dangerNow', 'no'),
  answer('audience', 'survivor'),
  answer('personNear', 'no'),
  answer('deviceWatched', 'no'),
  answer('ageBand', '18plus'),
  answer('privacyLimits', 'ok'),
  answer('wantsNow', 'questions')
]

test('a person reads what will be handed over in their own words, in the order they said it', async () => {
  const { reading, facts } = await held('web', [
    ...opening,
    answer('wants', 'safePlace', 'somewhere he cannot find us'),
    answer('area', 'skip')
  ])
  const { lines } = told(reading, facts, english)
  expect(lines.map(line => line.question).slice(-3)).toEqual(['wantsNow', 'wants', 'area'])
  expect(lines.find(line => line.question === 'wants')).toEqual({
    question: 'wants',
    text: 'What would help most right now?',
    answer: 'Safe place to go',
    ownWords: ['somewhere he cannot find us'],
    earlier: [],
    withheld: false
  })
  expect(lines.at(-1)).toMatchObject({ question: 'area', answer: 'Skipped' })
})

test('a person sees what they keep back, and may give it back', async () => {
  const kept = { type: 'withhold', question: 'wants', withheld: true } as const
  const once = await held('web', [...opening, answer('wants', 'talk'), kept])
  const line = (reading: typeof once) =>
    told(reading.reading, reading.facts, english).lines.find(({ question }) => question === 'wants')
  expect(line(once)).toMatchObject({ answer: 'Talk', withheld: true })
  const back = await held('web', [...opening, answer('wants', 'talk'), kept, { ...kept, withheld: false }])
  expect(line(back)).toMatchObject({ answer: 'Talk', withheld: false })
})

test('a person sees an answer they changed, because a worker sees it too', async () => {
  const { reading, facts } = await held('web', [
    ...opening,
    answer('wants', 'money'),
    { type: 'change', question: 'wants' },
    answer('wants', 'talk')
  ])
  const line = told(reading, facts, english).lines.find(({ question }) => question === 'wants')
  expect(line).toMatchObject({ answer: 'Talk', earlier: ['Money'] })
})

test('words written to an open question, or to none, are read back too', async () => {
  const { reading, facts } = await held('sms', [
    ...opening.slice(0, 1),
    { type: 'typed', text: 'it is complicated at home' }
  ])
  const { lines } = told(reading, facts, english)
  expect(lines.at(-1)).toMatchObject({ question: 'dangerNow', answer: null, ownWords: ['it is complicated at home'] })
})

test('numbers and secret words stay masked, and numbers even where they were repeated', () => {
  const { reading, facts } = readingOf([
    { question: 'contactDetail', value: '07700 900123' },
    { question: 'safeWord', value: 'scrypt$15$8$1$AAAA$BBBB' },
    { question: 'fear', value: 'very', verbatim: 'please ring +44 7700900123', said: 'named' }
  ])
  const read = told(reading, facts, english)
  expect(read.lines[0]).toMatchObject({ answer: '••••', ownWords: [] })
  expect(read.lines[2]?.ownWords).toEqual(['please ring ••••'])
})

test('nothing of the triage is told: no band, no flag', () => {
  const { reading, facts } = readingOf([
    { question: 'neck', value: 'before' },
    { question: 'fear', value: 'very' }
  ])
  const { lines } = told(reading, facts, english)
  expect(lines.map(line => line.answer)).toEqual(['Yes, before', 'Very'])
  expect(JSON.stringify(lines.map(({ question: _, ...read }) => read))).not.toMatch(
    /band|flag|risk|high|\b[IHM]-[a-z]/i
  )
})
