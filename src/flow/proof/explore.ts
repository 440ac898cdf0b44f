// The walk over every place a flow can bring a person to, breadth first, on the real machine.
import type { QuestionId } from '../../questions/catalogue.ts'
import type { FlowEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import { RETURNED, type State } from '../states.ts'
import { placeOf, type Snapshot } from '../step.ts'
import { eventsOf } from './events.ts'
import { keysOf } from './key.ts'
import { faultsOfTurn } from './laws.ts'
import { faultsOfPlace } from './place.ts'
import { isBeside, type Machine, type Turn } from './turn.ts'

/** One place in the graph of answers: the questions left on the way from it are counted over these. */
export interface Node {
  readonly state: string
  readonly asks: boolean
  readonly next: Set<string>
}

/** How far to look: until so many problems are known; with or without people's own words. */
export interface Extent {
  readonly enough: number
  readonly speech: boolean
}

export interface Explored {
  readonly start: string
  readonly graph: ReadonlyMap<string, Node>
  /** States a person came to rest in. */
  readonly reached: ReadonlySet<string>
  readonly asked: ReadonlySet<QuestionId>
  readonly places: number
  readonly edges: number
  readonly problems: readonly string[]
}

const isSameMemory = ({ memory: one }: Snapshot, { memory: other }: Snapshot): boolean =>
  one.log === other.log &&
  one.passed === other.passed &&
  one.checks === other.checks &&
  one.handover === other.handover &&
  one.urgent === other.urgent

/** What follows these depends on all later answers, or on what was asked beside the path: the walks of the tests go there. */
const REWRITES: readonly FlowEvent['type'][] = ['CHANGE', 'DANGER', 'LIFE', 'EAR', 'NEAR']

/** Tries every event at every place that can be reached from the first. Stops early once `enough` problems are known. */
export function explore(
  flow: Flow,
  first: Snapshot,
  states: readonly State[],
  machine: Machine,
  { enough, speech }: Extent
): Explored {
  const keys = keysOf(flow, states)
  const eventsAt = eventsOf(flow, first.memory.channel, states, keys, speech)
  const graph = new Map<string, Node>()
  const raisedSeen = new Set<string>()
  const reached = new Set<string>()
  const asked = new Set<QuestionId>()
  const problems = new Set<string>()
  const queue: Snapshot[] = []
  let edges = 0

  /** Notes a place; explores it unless both its ways and what was raised before are known there. */
  const visit = (snapshot: Snapshot): string => {
    const { way, raised } = keys.of(snapshot)
    if (graph.has(way) && raisedSeen.has(raised)) return way
    const place = placeOf(flow, snapshot)
    if (!graph.has(way)) graph.set(way, { state: snapshot.state, asks: place.kind === 'question', next: new Set() })
    raisedSeen.add(raised)
    reached.add(snapshot.state)
    if (place.kind === 'question') asked.add(place.question)
    for (const fault of faultsOfPlace(flow, snapshot)) problems.add(`${snapshot.state}: ${fault}`)
    queue.push(snapshot)
    return way
  }

  const attempt = (before: Snapshot, event: FlowEvent): Snapshot | undefined => {
    edges += 1
    try {
      const { snapshot: after, effects } = machine.step(flow, before, event)
      const turn: Turn = { flow, event, before, from: placeOf(flow, before), after, effects }
      for (const fault of faultsOfTurn(turn)) problems.add(`${before.state}: ${fault}`)
      return after
    } catch (error) {
      problems.add(`${before.state}: ${event.type} fails: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  const start = visit(first)
  for (const snapshot of queue) {
    if (problems.size >= enough) break
    const here = keys.of(snapshot).way
    // The second message in a row that cannot be read, the last that is answered by text, and one more: without walking everybody there.
    for (const misses of [1, 3, 4]) attempt({ ...snapshot, memory: { ...snapshot.memory, misses } }, { type: 'WORDS' })
    for (const event of eventsAt(snapshot)) {
      const after = attempt(snapshot, event)
      const isRewritten = REWRITES.includes(event.type) || snapshot.state === RETURNED
      if (!after || isRewritten || (after.state === snapshot.state && isSameMemory(snapshot, after))) continue
      const there = visit(after)
      const isForward = event.type === 'ANSWER' || event.type === 'SKIP' || event.type === 'GO_ON'
      if (!isForward || after.state === snapshot.state) continue
      // Going on from the queue returns to a question that was counted already.
      if (!isBeside(snapshot)) graph.get(here)?.next.add(there)
      const before = attempt(after, { type: 'BACK' })
      if (before) visit(before)
    }
  }
  return { start, graph, reached, asked, places: queue.length, edges, problems: [...problems] }
}
