// How long the paths are: the longest there is, and what one particular person is asked.
import { type Answers, type Channel, SKIP } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import type { Flow } from '../flow.ts'
import { fits } from '../memory.ts'
import { placeOf } from '../step.ts'
import type { Node } from './explore.ts'
import { type Machine, realMachine } from './turn.ts'

/** The most questions on any path of answers; or the ring of states on which answering never ends. */
export function longestPath(start: string, graph: ReadonlyMap<string, Node>): { questions: number; ring?: string[] } {
  const known = new Map<string, number>()
  const trail: string[] = []
  let ring: string[] | undefined
  const walk = (key: string): number => {
    const before = known.get(key)
    if (before !== undefined) return before
    const node = graph.get(key)
    if (!node) return 0
    if (trail.includes(key)) {
      ring ??= [...trail.slice(trail.indexOf(key)), key].map(part => graph.get(part)?.state ?? '')
      return 0
    }
    trail.push(key)
    const most = Math.max(0, ...[...node.next].map(walk)) + (node.asks ? 1 : 0)
    trail.pop()
    known.set(key, most)
    return most
  }
  const questions = walk(start)
  return ring ? { questions, ring } : { questions }
}

/** Someone to whom nothing has happened and who wants to talk: every answer that raises nothing. */
export const QUIET: Answers = {
  channelOk: 'yes',
  dangerNow: 'no',
  audience: 'survivor',
  personNear: 'no',
  deviceWatched: 'no',
  ageBand: '18plus',
  privacyLimits: 'ok',
  wantsNow: 'questions',
  wants: 'talk',
  area: 'winchester',
  safeTonight: 'yes',
  relationship: 'partner',
  livesWith: 'yes',
  fear: 'not',
  believesSerious: 'no',
  physical: 'no',
  neck: 'no',
  weapon: 'no',
  threatsToKill: ['none'],
  separation: 'no',
  stalking: 'no',
  control: 'no',
  suicide: 'no',
  children: 'no',
  honour: 'no',
  needs: ['none'],
  accessNeeds: ['none'],
  helpSoughtBefore: 'first',
  contactMethod: 'none'
}

/** More turns than any path has: a walk that is still going then goes in a ring. */
const TOO_MANY = 200

/** The questions one person is asked, in order, when they go on from every pause and skip what they have no answer for. */
export function questionsAsked(
  flow: Flow,
  channel: Channel,
  answers: Answers,
  machine: Machine = realMachine
): QuestionId[] {
  const asked: QuestionId[] = []
  let { snapshot } = machine.begin(flow, channel)
  for (let turn = 0; turn < TOO_MANY; turn++) {
    const place = placeOf(flow, snapshot)
    if (place.kind === 'pause') {
      snapshot = machine.step(flow, snapshot, { type: 'GO_ON' }).snapshot
      continue
    }
    if (place.kind !== 'question') return asked
    asked.push(place.question)
    const value = answers[place.question] ?? SKIP
    const question = flow.questions[place.question]
    const answered = question !== undefined && fits(question, value)
    snapshot = machine.step(
      flow,
      snapshot,
      answered && value !== SKIP
        ? { type: 'ANSWER', question: place.question, value }
        : { type: 'SKIP', question: place.question }
    ).snapshot
  }
  return asked
}
