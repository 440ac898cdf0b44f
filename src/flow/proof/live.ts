// What can still be read or asked from a state onwards: everything else about the past makes no difference there.
import type { QuestionId } from '../../questions/catalogue.ts'
import type { Condition } from '../../questions/condition.ts'
import { following, type State } from '../states.ts'

export interface Ahead {
  readonly questions: ReadonlySet<QuestionId>
  readonly conditions: readonly Condition[]
  readonly pauses: ReadonlySet<string>
}

/** For every state: the questions, the conditions and the pauses that may lie ahead of it, itself included. */
export function aheadOf(states: readonly State[]): Map<string, Ahead> {
  const byId = new Map(states.map(state => [state.id, state]))
  return new Map(states.map(state => [state.id, gather(reach(state, byId))]))
}

function reach(from: State, byId: ReadonlyMap<string, State>): State[] {
  const found = new Set([from])
  for (const state of found) {
    for (const id of following(state)) {
      const next = byId.get(id)
      if (next) found.add(next)
    }
  }
  return [...found]
}

/** The same rule is often read in several places: once is enough. */
export const distinct = (conditions: readonly Condition[]): Condition[] => [
  ...new Map(conditions.map(condition => [JSON.stringify(condition), condition])).values()
]

function gather(states: readonly State[]): Ahead {
  return {
    questions: new Set(states.flatMap(state => (state.kind === 'ask' ? [state.question] : []))),
    conditions: distinct(states.flatMap(state => (state.kind === 'branch' ? [state.condition] : []))),
    pauses: new Set(states.flatMap(state => (state.kind === 'pause' ? [state.id] : [])))
  }
}

const RESTS: readonly State['kind'][] = ['ask', 'shelf', 'page']

/** A ring of states none of which asks anything: a machine that enters one never comes out. Undefined if there is none. */
export function silentRing(states: readonly State[]): string[] | undefined {
  const byId = new Map(states.map(state => [state.id, state]))
  const done = new Set<string>()
  const walk = (id: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id]
    const state = byId.get(id)
    // A shelf of pages is a place to rest: nobody is led round it.
    if (!state || RESTS.includes(state.kind) || done.has(id)) return undefined
    for (const next of following(state)) {
      const ring = walk(next, [...trail, id])
      if (ring) return ring
    }
    done.add(id)
    return undefined
  }
  for (const { id } of states) {
    const ring = walk(id, [])
    if (ring) return ring
  }
  return undefined
}
