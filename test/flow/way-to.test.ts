import { expect, test } from 'vitest'
import { DIALOGUE } from '../../src/dialogue.ts'
import { questionsAsked } from '../../src/flow/proof/paths.ts'
import { wayTo } from '../../src/flow/way-to.ts'

const { flow } = DIALOGUE

test('there is a way to every path, of answers to questions that are really asked', () => {
  for (const section of Object.keys(flow.sections)) {
    const way = wayTo(flow, section)
    expect(way, section).not.toBeNull()
    const asked = [...questionsAsked(flow, 'web', way ?? {}), ...questionsAsked(flow, 'sms', way ?? {})]
    for (const question of Object.keys(way ?? {})) expect(asked, section).toContain(question)
  }
})

test('the way is that of somebody to whom as little as possible has happened', () => {
  expect(wayTo(flow, 'opening')).toEqual({})
  expect(wayTo(flow, 'friend')).toMatchObject({ audience: 'friend', dangerNow: 'no', channelOk: 'yes' })
  expect(wayTo(flow, 'whileWaiting')).toMatchObject({ audience: 'survivor', fear: 'not', honour: 'no' })
})

test('there is none to a path that is not there', () => {
  expect(wayTo(flow, 'nowhere')).toBeNull()
})
