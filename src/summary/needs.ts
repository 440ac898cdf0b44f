import type { Facts } from '../questions/condition.ts'
import { DIRECTORY, type Directory } from '../triage/directory/directory.ts'
import { match } from '../triage/match.ts'
import type { Source } from '../triage/source.ts'
import type { Words } from '../wording/words.ts'
import type { Line } from './line.ts'
import type { Needs } from './needs-schema.ts'
import { nameIn } from './service-name.ts'
import type { Decision } from './worker-record.ts'

export interface NeedsOf {
  /** The facts without what the person keeps from the worker: a match would give it away. */
  readonly visible: Facts
  readonly outOfHours: boolean
  readonly directory?: Directory
  readonly decisions: readonly Decision[]
  readonly words: Words
}

const copied = (sources: readonly Source[]): Needs['prompts'][number]['sources'] =>
  sources.map(source => ('beyond' in source ? { beyond: source.beyond } : { ...source, lines: [...source.lines] }))

function decisionOn(service: string, decisions: readonly Decision[]): Needs['matches'][number]['decision'] {
  const last = decisions.findLast(decision => decision.service === service)
  return last ? { accepted: last.accepted, reason: last.reason, by: last.by, at: last.at } : null
}

/** Section 7: what fits and why, what was blocked and why, what nobody offers, and what to think of. */
export function needsOf(
  { visible, outOfHours, directory = DIRECTORY, decisions, words }: NeedsOf,
  lines: Line[]
): Needs {
  const found = match(visible, outOfHours)
  const named = (service: string) => ({
    service,
    name: nameIn(service, directory),
    kind: directory.get(service)?.kind ?? 'unknown'
  })
  return {
    matches: found.matched.map(({ service, by }) => ({
      ...named(service),
      by: by.map(({ rule, sources }) => ({ rule, why: words.triage(`why-${rule}`), sources: copied(sources) })),
      decision: decisionOn(service, decisions)
    })),
    blocked: found.blocked.map(({ service, rule, because, sources }) => ({
      service,
      name: named(service).name,
      rule,
      why: words.triage(`blocked-${because}`),
      sources: copied(sources)
    })),
    unmet: found.unmet.map(({ need, groups, rule, sources }) => ({
      need,
      groups: [...groups],
      rule,
      why: words.triage(`unmet-${need}`),
      sources: copied(sources)
    })),
    notes: found.notes.map(note => ({ note, text: words.triage(`note-${note}`) })),
    prompts: found.prompts.map(({ id, beside, sources }) => ({
      prompt: id,
      beside,
      text: words.triage(`prompt-${id}`),
      sources: copied(sources)
    })),
    lines
  }
}
