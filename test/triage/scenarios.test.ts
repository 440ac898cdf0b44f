import { describe, expect, test } from 'vitest'
import type { Answers, Channel, Signal } from '../../src/questions/answer.ts'
import { assess } from '../../src/triage/band.ts'
import { handoverType } from '../../src/triage/handover-type.ts'
import { match } from '../../src/triage/match.ts'
import file from '../scenarios.json' with { type: 'json' }

interface Scenario {
  id: string
  title: string
  context: { channel: string; outOfHours?: boolean; signals?: string[] }
  answers: object
  expect: { band: string; reasons: string[]; services: string[]; notes: string[]; handover: string }
}

const factsOf = ({ answers, context }: Scenario) => ({
  answers: answers as Answers,
  channel: context.channel as Channel,
  signals: (context.signals ?? []) as Signal[]
})

describe('every scenario comes to exactly what the specification gives:', () => {
  for (const scenario of file.scenarios as Scenario[]) {
    test(`${scenario.id} ${scenario.title}`, () => {
      const facts = factsOf(scenario)
      const outOfHours = scenario.context.outOfHours ?? false
      const { band, reasons } = assess(facts)
      const { services, notes } = match(facts, outOfHours)
      expect({ band, reasons, services, notes, handover: handoverType(facts, outOfHours) }).toEqual(scenario.expect)
    })
  }
})
