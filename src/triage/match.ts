// Which services fit, in order, with the rule and the source behind each. Triage specification, section 3, exactly.
import type { Facts } from '../questions/condition.ts'
import type { Region } from './directory/areas.ts'
import type { Prompt } from './prompts/prompt.ts'
import { promptsFor } from './prompts/prompts.ts'
import { RULES } from './rules/all.ts'
import type { BlockedBecause, Finding, NoteId, Rule, UnmetNeed } from './rules/rule.ts'
import { situationOf } from './rules/situation.ts'
import type { Source } from './source.ts'

/** A rule that spoke: `why-<rule>` in staff-triage.json says it in words. */
export interface Spoken {
  readonly rule: string
  readonly sources: readonly Source[]
}

export interface Matched {
  readonly service: string
  /** Every rule that led here, first the one that listed it. */
  readonly by: readonly Spoken[]
}

export interface Blocked extends Spoken {
  readonly service: string
  readonly because: BlockedBecause
}

export interface Unmet extends Spoken {
  readonly need: UnmetNeed
  /** For whom, in the ids of the dataset; empty: for anybody there. */
  readonly groups: readonly string[]
}

export interface Match {
  /** Ids in order of listing, each once. */
  readonly services: readonly string[]
  readonly notes: readonly NoteId[]
  readonly matched: readonly Matched[]
  readonly blocked: readonly Blocked[]
  readonly unmet: readonly Unmet[]
  /** The rule after which no other was asked; null when all were. */
  readonly stoppedBy: string | null
  readonly region: Region
  /** What a worker should think of; nothing of it is for the person. */
  readonly prompts: readonly Prompt[]
}

interface Heard {
  readonly spoken: Spoken
  readonly finding: Finding
}

/** Asks the rules in order, until one says stop. */
function ask(rules: readonly Rule[], situation: Parameters<Rule['find']>[0]): Heard[] {
  const heard: Heard[] = []
  for (const { id, sources, find } of rules) {
    const found = find(situation)
    heard.push(...found.map(finding => ({ spoken: { rule: id, sources }, finding })))
    if (found.some(finding => 'stop' in finding)) break
  }
  return heard
}

function matchedIn(heard: readonly Heard[]): Matched[] {
  const by = new Map<string, Spoken[]>()
  for (const { spoken, finding } of heard) {
    if ('offer' in finding) by.set(finding.offer, [...(by.get(finding.offer) ?? []), spoken])
  }
  return [...by].map(([service, spoken]) => ({ service, by: spoken }))
}

/**
 * Everything the worker sees about services for these answers. `outOfHours`: nobody is at the desk.
 * `rules` are the ones in force; others are handed in only to show that a damaged list is caught.
 */
export function match(facts: Facts, outOfHours = false, rules: readonly Rule[] = RULES): Match {
  const situation = situationOf(facts, outOfHours)
  const heard = ask(rules, situation)
  const matched = matchedIn(heard)
  const services = matched.map(({ service }) => service)
  const stoppedBy = heard.find(({ finding }) => 'stop' in finding)?.spoken.rule ?? null
  return {
    services,
    notes: [...new Set(heard.flatMap(({ finding }) => ('note' in finding ? finding.note : [])))],
    matched,
    blocked: heard.flatMap(({ spoken, finding }) =>
      'block' in finding ? { ...spoken, service: finding.block, because: finding.because } : []
    ),
    unmet: heard.flatMap(({ spoken, finding }) =>
      'unmet' in finding ? { ...spoken, need: finding.unmet, groups: finding.groups } : []
    ),
    stoppedBy,
    region: situation.region,
    prompts: promptsFor(situation, services, stoppedBy !== null)
  }
}
