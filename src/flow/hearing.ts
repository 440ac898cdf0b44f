// What somebody wrote, as the flow remembers it: what to ask about next, and what became of it.
import type { Answers, Signal } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Concern } from '../questions/concern.ts'
import { perspectiveOf } from '../questions/perspective.ts'
import { type Check, type CheckRules, isQuietAnswer, nameOf, type Put, putNow, questionOf } from './check.ts'
import type { FlowEvent, HeardOf } from './events.ts'
import type { Flow } from './flow.ts'
import { type Crisis, factsOf, isAtTheDoor, type Memory, marked, restate } from './memory.ts'

/** So many messages in a row that say nothing we can read: then a person is offered. Own-words specification, section 3. */
const MISSES_MAX = 2
/** By text so many in a row are answered; then only what asks for help is. Own-words specification, section 7. */
export const ANSWERED_MAX = 4

/** What touches life: said to at once, wherever it is told. Own-words specification, section 3, rung 10. */
const GRAVE: readonly Concern[] = [
  'suicide',
  'neck',
  'weapon',
  'kill',
  'childHarmed',
  'unsafe',
  'travel',
  'sexual',
  'stalking',
  'immigration'
]

/** Self-harm touches life too; it is only spoken of without alarm. */
const ASKED_AT_ONCE: readonly Concern[] = [...GRAVE, 'selfHarm', 'theirSuicide']

const NEVER: CheckRules = { about: { any: [] }, urgent: { any: [] } }

/** The question at which a person stands, from the name of its state; null at a pause or a page. */
function questionAt(flow: Flow, { at }: Memory): QuestionId | null {
  const [, name = '', ...deeper] = at.split('/')
  return deeper.length === 0 && name in flow.questions ? (name as QuestionId) : null
}

export interface Due {
  readonly check: Check
  readonly put: Put
}

/** The check to put now; undefined when there is none, or none that may be put yet. */
export function dueCheck(flow: Flow, memory: Memory): Due | undefined {
  if (memory.checks.length === 0 || isAtTheDoor(memory)) return undefined
  const facts = factsOf(memory)
  const at = memory.aside === '' ? questionAt(flow, memory) : null
  for (const check of memory.checks) {
    const put = putNow(check, facts, at, flow.checks ?? NEVER)
    if (put) return { check, put }
  }
  return undefined
}

/** What they asked to change first, then danger to life, then what they meant, then the rest in the order it was heard. */
const RANK: Record<Check['kind'], number> = {
  question: 0,
  ear: 0,
  audience: 1,
  signal: 1,
  meant: 3,
  rail: 4,
  concern: 5
}
/** What touches life is asked about at once: before what they may have meant. Own-words specification, section 3, rung 10. */
const OF_LIFE = 2

const rankOf = (check: Check): number =>
  check.kind === 'concern' && ASKED_AT_ONCE.includes(check.concern) ? OF_LIFE : RANK[check.kind]

/** A check worth remembering, as it stands towards what was answered before; null when there is nothing left to ask. */
function worth(check: Check, answers: Answers, { signals }: Memory): Check | null {
  if (check.kind === 'signal') return signals.includes(check.signal) ? null : check
  const question = check.kind === 'concern' ? questionOf(check) : null
  if (check.kind !== 'concern' || question === null || answers[question] === undefined) return check
  return isQuietAnswer(answers[question]) ? { ...check, again: true } : null
}

/** Adds what was heard. A newer near miss takes the place of an older one; nothing waits twice. */
export function hear(memory: Memory, heard: readonly Check[], notices: readonly Signal[]): Memory {
  const { answers } = factsOf(memory)
  const fresh = heard.flatMap(check => worth(check, answers, memory) ?? [])
  const names = new Set(fresh.map(nameOf))
  const isReplaced = ({ kind }: Check) => kind === 'meant' && fresh.some(check => check.kind === 'meant')
  const waiting = memory.checks.filter(check => !isReplaced(check) && !names.has(nameOf(check)))
  return {
    ...memory,
    checks: [...waiting, ...fresh].sort((a, b) => rankOf(a) - rankOf(b)),
    signals: [...new Set([...memory.signals, ...notices])]
  }
}

/** What is said at once to what was heard; null where it says nothing that must be answered, or all of it was asked already. */
export function heardOf(memory: Memory, heard: readonly Check[]): HeardOf | null {
  const { answers } = factsOf(memory)
  const fresh = heard.filter(check => worth(check, answers, memory) !== null)
  const concerns = fresh.flatMap(check => (check.kind === 'concern' ? [check.concern] : []))
  if (concerns.includes('neck')) return 'neck'
  if (concerns.includes('theirSuicide')) return 'theirSuicide'
  const isUrgent = fresh.some(check => check.kind === 'signal' && check.signal !== 'petsHarmed')
  if (isUrgent || concerns.some(concern => GRAVE.includes(concern))) return 'grave'
  if (concerns.includes('selfHarm')) return 'selfHarm'
  return concerns.length > 0 || fresh.some(({ kind }) => kind === 'signal') ? 'lesser' : null
}

/** Whether one more message that cannot be read would be one too many. */
export const isLost = ({ misses }: Memory): boolean => misses + 1 >= MISSES_MAX

/** Whether a person is offered with this one: once, and then not again until something was understood. */
export const needsPerson = ({ misses, handover }: Memory): boolean => misses + 1 === MISSES_MAX && !handover

/** Whether it is the last one that is answered by text, and whether even that is over. */
export const isLastAnswered = ({ channel, misses }: Memory): boolean => channel === 'sms' && misses + 1 === ANSWERED_MAX
export const isUnanswered = ({ channel, misses }: Memory): boolean => channel === 'sms' && misses >= ANSWERED_MAX

/** One more message that could not be read: staff are told, and with the second whether they want a person becomes a check. */
export function missed(memory: Memory): Memory {
  const offers: readonly Check[] = needsPerson(memory) ? [{ kind: 'rail', rail: 'person' }] : []
  const told = isLastAnswered(memory)
    ? marked(memory, 'notUnderstood', 'stoppedReplying')
    : marked(memory, 'notUnderstood')
  return { ...hear(told, offers, []), misses: Math.min(memory.misses + 1, ANSWERED_MAX) }
}

/** A check was put: it, and whatever else would ask the same question, waits no longer. */
export function dropCheck(memory: Memory, { check, put }: Due): Memory {
  const isSame = (other: Check) =>
    nameOf(other) === nameOf(check) || (put.kind === 'question' && questionOf(other) === put.question)
  return { ...memory, checks: memory.checks.filter(other => !isSame(other)) }
}

export const confirmSignal = (memory: Memory, signal: Signal): Memory => ({
  ...memory,
  signals: [...new Set([...memory.signals, signal])]
})

/** Danger now, in their own words, is taken as a yes to `dangerNow`. Triage specification, section 1. */
export const saidDanger = (memory: Memory): Memory => restate(memory, 'dangerNow', 'yes')

/**
 * A life at risk: people are called, the card stands, and nothing is asked until they choose to go on. Suicide stays unanswered:
 * the plain question waits, and only its answer counts. Own-words specification, section 3, rung 3.
 */
export function saidLife(memory: Memory, life: Extract<FlowEvent, { type: 'LIFE' }>): Memory {
  const told = marked(life.danger ? saidDanger(memory) : memory, 'lifeAtRisk')
  // The question speaks of whoever the conversation is about: asked of anybody else's life it would be the wrong one.
  const isAsked = (life.of === 'self') === (perspectiveOf(factsOf(memory).answers) === 'self')
  const heard = isAsked ? hear(told, [{ kind: 'concern', concern: 'suicide' }], []) : told
  return { ...heard, crisis: crisisOf(life, factsOf(told).answers) }
}

function crisisOf({ act, of }: Extract<FlowEvent, { type: 'LIFE' }>, { dangerNow }: Answers): Crisis {
  if (act) return of === 'self' ? 'act' : 'other'
  if (of === 'other') return 'other'
  return dangerNow === 'yes' ? 'both' : 'suicide'
}
