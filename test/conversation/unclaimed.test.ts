// The staff list says "Do not contact." of everybody nobody was asked to join, without opening anything. It may, while this holds.
import { expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import { following, statesOf } from '../../src/flow/states.ts'

const REACHES = ['contactMethod', 'contactDetail', 'textFirst', 'contactTimes', 'referrerContact']

test('nobody is asked how to reach them before a person was asked for', () => {
  const states = new Map(statesOf(door).map(state => [state.id, state]))
  const seen = new Set<string>()
  const walk = (id: string): void => {
    const state = states.get(id)
    if (!state || seen.has(id)) return
    seen.add(id)
    if (state.kind !== 'handover') for (const next of [state.next, ...following(state)]) walk(next)
  }
  walk(`${door.start}/start`)
  const asked = [...seen].flatMap(id => {
    const state = states.get(id)
    return state?.kind === 'ask' ? [state.question as string] : []
  })
  expect(asked).toContain('accessNeeds')
  expect(asked.filter(question => REACHES.includes(question))).toEqual([])
})
