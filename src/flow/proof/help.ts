// An answer that tells of danger brings its help in the same turn.
import { type Answer, SKIP } from '../../questions/answer.ts'
import type { QuestionId } from '../../questions/catalogue.ts'
import { type Condition, type Facts, holds } from '../../questions/condition.ts'
import type { MessageKey } from '../../wording/keys.ts'
import { factsOf } from '../memory.ts'
import { HELP_AT_ONCE } from './promises.ts'
import { isAnswer, type Law, says, type Turn } from './turn.ts'

interface News {
  /** Whether the answer, or the skip, of this turn made a condition true by itself. */
  readonly byAnswer: (condition: Condition) => boolean
  /** The same with the answers taken up again after it, when an earlier one had been changed. */
  readonly byPath: (condition: Condition) => boolean
}

/** What a turn made true. Undefined when it recorded nothing. */
function newsOf(turn: Turn): News | undefined {
  const { event, before, after } = turn
  const spoken = spokenFacts(turn)
  if (spoken) {
    const then = factsOf(before.memory)
    return {
      byAnswer: condition => holds(condition, spoken) && !holds(condition, then),
      byPath: condition => holds(condition, factsOf(after.memory)) && !holds(condition, then)
    }
  }
  const given = before.memory.log.length + 1
  const isNew = isAnswer(turn) || (event.type === 'SKIP' && after.memory.log[given - 1]?.value === SKIP)
  if (!isNew || after.memory.log.length < given) return undefined
  const then = factsOf(before.memory)
  const answered = factsOf({ ...after.memory, log: after.memory.log.slice(0, given) })
  const now = factsOf(after.memory)
  return {
    byAnswer: condition => holds(condition, answered) && !holds(condition, then),
    byPath: condition => holds(condition, now) && !holds(condition, then)
  }
}

/** What was confirmed, or answered before its turn, counts at once. Undefined when this turn did neither. */
function spokenFacts(turn: Turn): Facts | undefined {
  const { event, from, before } = turn
  const { answers, ...facts } = factsOf(before.memory)
  const and = (question: QuestionId, value: Answer): Facts => ({ ...facts, answers: { ...answers, [question]: value } })
  if (event.type === 'ANSWER' && from.kind === 'question' && from.spoken && isAnswer(turn)) {
    return and(event.question, event.value)
  }
  if (event.type !== 'CONFIRM' || from.kind !== 'check' || from.name !== event.check) return undefined
  if (from.check.kind === 'meant') return and(from.check.question, from.check.value)
  const signals = from.check.kind === 'signal' ? [...(facts.signals ?? []), from.check.signal] : (facts.signals ?? [])
  return { ...facts, answers, signals }
}

export const helpAtOnce: Law = turn => {
  const news = newsOf(turn)
  if (!news) return undefined
  const { shown } = turn.before.memory
  const missing = [
    ...HELP_AT_ONCE.filter(({ when }) => news.byAnswer(when)),
    // A card that was shown for an answer is not shown again when that answer is only taken up again.
    ...turn.flow.cards.filter(({ when }, index) => news.byAnswer(when) || (news.byPath(when) && !shown.includes(index)))
  ].find(({ card }) => card && !isShown(turn, card))
  if (missing) return `the card '${missing.card}' is missing after ${givenIn(turn)}`
  const urgent = [turn.flow.urgent, ...HELP_AT_ONCE.flatMap(help => (help.urgent ? [help.when] : []))]
  return !callsEverybody(turn) && urgent.some(news.byPath) ? `nobody is called after ${givenIn(turn)}` : undefined
}

/** Where a life is at risk beside the danger one card says both. */
const isShown = (turn: Turn, card: MessageKey): boolean =>
  says(turn, { type: 'card', card }) ||
  (card === 'emergency' && says(turn, { type: 'card', card: 'suicideWithDanger' }))

const callsEverybody = (turn: Turn): boolean =>
  turn.after.memory.urgent &&
  turn.after.memory.handover &&
  (turn.before.memory.urgent || says(turn, { type: 'handover', urgent: true }))

const givenIn = ({ event, before, after }: Turn): string => {
  if (event.type === 'CONFIRM') return `a yes to '${event.check}'`
  const entry = after.memory.log[before.memory.log.length]
  return `${entry?.question} = ${JSON.stringify(entry?.value)}`
}
