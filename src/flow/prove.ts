// The proof over a whole flow: every place a person can come to, every rail there, on both channels.
import type { Channel } from '../questions/answer.ts'
import type { Flow } from './flow.ts'
import { type Explored, type Extent, explore } from './proof/explore.ts'
import { silentRing } from './proof/live.ts'
import { longestPath, QUIET, questionsAsked } from './proof/paths.ts'
import { LONGEST } from './proof/promises.ts'
import { type Machine, realMachine } from './proof/turn.ts'
import { type State, statesOf } from './states.ts'

export interface Report {
  readonly flow: string
  readonly channel: Channel
  /** States of the machine. */
  readonly states: number
  /** Places told apart: a state, what can still come of it, and what must be remembered of the past. */
  readonly abstractStates: number
  /** Events tried. */
  readonly edges: number
  /** How many different questions are asked. */
  readonly asks: number
  /** Questions asked of someone to whom nothing has happened. */
  readonly quietest: number
  /** Most questions on any path. */
  readonly longest: number
  /** Plain sentences, each beginning with the place. Empty when every promise is kept. */
  readonly problems: readonly string[]
}

export interface Proof {
  readonly reports: readonly Report[]
  /** Those of both channels, and what is asked on neither. */
  readonly problems: readonly string[]
}

export interface ProofOptions {
  readonly machine?: Machine
  readonly channels?: readonly Channel[]
  /** Stop looking once so many problems are known. */
  readonly enough?: number
  /** False: nobody writes in their own words. A fifth of the walk, for a search whose fault lies elsewhere. */
  readonly speech?: boolean
}

/** Proves a flow on the real machine. Never throws for a damaged flow: what is wrong is in `problems`. */
export function prove(flow: Flow, options: ProofOptions = {}): Proof {
  const { channels = ['web', 'sms'], machine = realMachine, enough = Number.POSITIVE_INFINITY, speech = true } = options
  try {
    const states = statesOf(flow)
    const ring = silentRing(states)
    if (ring) return { reports: [], problems: [`nothing is asked on the ring ${ring.join(' -> ')}`] }
    const proofs = channels.map(channel => proveOn(flow, channel, states, machine, { enough, speech }))
    const found = proofs.flatMap(({ report }) => report.problems.map(problem => `${report.channel}, ${problem}`))
    const problems = found.length >= enough ? found : [...found, ...unreached(states, proofs)]
    return { reports: proofs.map(({ report }) => report), problems }
  } catch (error) {
    // The compiler refuses some damage by itself, and names the place.
    return { reports: [], problems: [error instanceof Error ? error.message : String(error)] }
  }
}

interface ProofOn {
  readonly report: Report
  readonly explored: Explored
}

function proveOn(flow: Flow, channel: Channel, states: readonly State[], machine: Machine, extent: Extent): ProofOn {
  const first = machine.begin(flow, channel)
  const explored = explore(flow, first.snapshot, states, machine, extent)
  const problems = [...explored.problems]
  const opensWithChannelOk = JSON.stringify(first.effects) === JSON.stringify([{ type: 'ask', question: 'channelOk' }])
  if (!opensWithChannelOk) problems.push(`${first.snapshot.state}: the first words are not those of 'channelOk'`)
  const { questions: longest, ring } = longestPath(explored.start, explored.graph)
  if (ring) problems.push(`${ring[0]}: answering never ends: ${ring.join(' -> ')}`)
  if (longest > LONGEST[channel]) {
    problems.push(`the longest path asks ${longest} questions, more than the ${LONGEST[channel]} promised`)
  }
  const report: Report = {
    flow: flow.id,
    channel,
    states: states.length,
    abstractStates: explored.places,
    edges: explored.edges,
    asks: explored.asked.size,
    quietest: questionsAsked(flow, channel, QUIET, machine).length,
    longest,
    problems
  }
  return { report, explored }
}

/** Questions and pauses written in the flow at which nobody ever arrives, on any channel. */
function unreached(states: readonly State[], proofs: readonly ProofOn[]): string[] {
  return states.flatMap(state => {
    if (state.kind !== 'ask' && state.kind !== 'pause') return []
    return proofs.some(({ explored }) => explored.reached.has(state.id)) ? [] : [`${state.id}: nobody ever comes here`]
  })
}
