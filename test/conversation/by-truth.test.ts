// The sheets show every sentence that is chosen by what is true. A sentence that compose says and they do not would be unsigned.
import { expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import { compose, whoIsThere } from '../../src/conversation/compose.ts'
import { noExchange } from '../../src/conversation/exchange.ts'
import { DIALOGUE } from '../../src/dialogue.ts'
import { begin } from '../../src/flow/step.ts'
import { english } from '../flow/english.ts'

const words = await english()
const yesNo = [true, false]
const moments = yesNo.flatMap(onDuty =>
  yesNo.flatMap(open => [null, 'nine'].map(opensAt => ({ onDuty, open, opensAt })))
)

test('who is there', () => {
  const said = moments.flatMap(now => yesNo.map(more => whoIsThere(words, 'web', now, more).key))
  expect([...new Set(said)].sort()).toEqual([...DIALOGUE.byTruth.handover].sort())
})

test('whether anybody was told of an emergency', () => {
  const place = { kind: 'closed' } as const
  const said = moments.flatMap(availability =>
    yesNo.flatMap(alerted =>
      compose([{ type: 'card', card: 'emergency' }], {
        words,
        channel: 'web',
        about: 'self',
        flow: door,
        snapshot: begin(door, 'web').snapshot,
        quote: null,
        exchange: noExchange,
        suicideFirst: true,
        now: new Date(0),
        place,
        alerted,
        settles: false,
        early: false,
        page: null,
        availability
      }).messages.map(({ key }) => key)
    )
  )
  expect([...new Set(said)].sort()).toEqual([...(DIALOGUE.byTruth.cards.emergency ?? [])].sort())
})
