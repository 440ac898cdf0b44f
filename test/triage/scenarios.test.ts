import { describe, expect, test } from 'vitest'
import type { Answers, Channel, Signal } from '../../src/questions/answer.ts'
import { assess } from '../../src/triage/band.ts'
import { handoverType } from '../../src/triage/handover-type.ts'
import file from '../scenarios.json' with { type: 'json' }

interface Scenario {
  id: string
  title: string
  context: { channel: string; outOfHours?: boolean; signals?: string[] }
  answers: object
  expect: { band: string; reasons: string[]; handover: string }
}

const factsOf = ({ answers, context }: Scenario) => ({
  answers: answers as Answers,
  channel: context.channel as Channel,
  signals: (context.signals ?? []) as Signal[]
})

describe('every scenario has the band, the reasons and the handover the specification gives', () => {
  for (const scenario of file.scenarios as Scenario[]) {
    test(`${scenario.id} ${scenario.title}`, () => {
      const facts = factsOf(scenario)
      const { band, reasons } = assess(facts)
      expect({ band, reasons, handover: handoverType(facts, scenario.context.outOfHours ?? false) }).toEqual({
        band: scenario.expect.band,
        reasons: scenario.expect.reasons,
        handover: scenario.expect.handover
      })
    })
  }
})
