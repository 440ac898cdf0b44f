// What a judgement costs: flags, band and services of one conversation, from its answers alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Facts } from '../src/questions/condition.ts'
import { readScenarios } from '../src/scenario.ts'
import { assess } from '../src/triage/band.ts'
import { HIGH, IMMEDIATE, MEDIUM, raised } from '../src/triage/flags.ts'
import { match } from '../src/triage/match.ts'

/** Times everybody is judged: enough for the compiler to have done what it does, a second or so. */
const ROUNDS = 4_000
const FLAGS = [...IMMEDIATE, ...HIGH, ...MEDIUM]

/** The invented people of the scenarios, from a few answers to many. */
const people = (): Facts[] =>
  readScenarios(readFileSync(join(import.meta.dirname, '../../test/scenarios.json'), 'utf8')).map(
    ({ answers, context }) => ({ answers, channel: context.channel, signals: context.signals })
  )

/** Microseconds for one conversation, the mean over all of them. The first half of the rounds only warms up. */
export function judgementTakes(): number {
  const everybody = people()
  let found = 0
  let started = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round === ROUNDS / 2) started = performance.now()
    for (const facts of everybody)
      found += raised(FLAGS, facts).length + assess(facts).reasons.length + match(facts).services.length
  }
  const took = performance.now() - started
  // What nobody reads may not be worked out at all.
  if (found === 0) throw new Error('nobody was judged')
  return (took * 1_000) / (everybody.length * (ROUNDS / 2))
}
