// What staff are shown as a conversation is what a person would really be told.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rehearse } from '../../src/conversation/rehearse.ts'
import { DIALOGUE } from '../../src/dialogue.ts'
import type { Answers, Channel } from '../../src/questions/answer.ts'
import { englishWordbook } from '../flow/english.ts'

const wordbook = await englishWordbook()
const words = wordbook.in('en')
const play = (channel: Channel, answers: Answers, onDuty = true) =>
  rehearse({
    flow: DIALOGUE.flow,
    words,
    lexicons: wordbook.lexiconsOf('en'),
    channel,
    answers,
    availability: { onDuty, open: true, opensAt: null }
  })
const said = async (channel: Channel, answers: Answers, onDuty = true) =>
  (await play(channel, answers, onDuty)).messages.map(({ from, text }) => `${from}: ${text}`)

test('nobody has answered yet: the first question stands there, and nothing else', async () => {
  expect(await said('web', {})).toEqual([`assistant: ${words.question('channelOk', 'web').text}`])
  expect(await said('sms', {})).toEqual([
    `assistant: ${words.question('channelOk', 'sms').text} 1 Yes, 2 No, 3 Not sure.`
  ])
})

test('somebody who may not be written to hears not one word more', async () => {
  const { messages, place } = await play('sms', { channelOk: 'no', dangerNow: 'yes' })
  expect(messages.at(-1)).toMatchObject({ from: 'person', text: '2' })
  expect(place.kind).toBe('left')
})

test('danger brings the emergency card, which says a team was told only while there is one', async () => {
  const answers = { channelOk: 'yes', dangerNow: 'yes' }
  expect(await said('web', answers)).toContain(`assistant: ${words.message('emergencyTeamTold')}`)
  expect(await said('web', answers, false)).toContain(`assistant: ${words.message('emergencyNobodyHere')}`)
})

test('by SMS the digits are read as the road reads them, and the town by its name', async () => {
  const way = {
    channelOk: 'yes',
    dangerNow: 'no',
    audience: 'survivor',
    personNear: 'no',
    deviceWatched: 'no',
    ageBand: '18plus',
    privacyLimits: 'ok',
    wantsNow: 'questions',
    wants: 'talk',
    area: 'isleOfWight'
  }
  const { messages, place } = await play('sms', way)
  expect(messages.filter(({ from }) => from === 'person').map(({ text }) => text)).toEqual([
    ...['1', '2', '1', '3', '3', '3', '1', '2', '3'],
    'Isle of Wight'
  ])
  expect(place).toMatchObject({ kind: 'question', question: 'safeTonight' })
})

test('asking for more is answered once, and the question stays', async () => {
  const { messages, place } = await play('web', {
    channelOk: 'yes',
    dangerNow: 'no',
    audience: 'harmer',
    deviceWatched: 'no',
    privacyLimits: 'tellMeMore'
  })
  expect(messages.map(({ text }) => text).filter(text => text === words.message('privacyMore'))).toHaveLength(1)
  expect(place).toMatchObject({ kind: 'question', question: 'privacyLimits' })
})

test('a golden transcript of the road says the same, word for word', async () => {
  const golden = readFileSync(join(import.meta.dirname, '..', 'transcripts', 'S07.txt'), 'utf8')
  const ours = await said('sms', { channelOk: 'yes', dangerNow: 'no', audience: 'survivor', personNear: 'no' })
  const opening = ours.filter(line => line.startsWith('assistant: ')).slice(0, 5)
  expect(opening).toHaveLength(5)
  for (const line of opening) {
    expect(golden).toContain(line.replace('assistant: ', 'US        '))
  }
})
