// The answers of somebody who comes to a path: nearest to a person to whom nothing has happened.
import { type Answers, type Channel, SKIP } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import { holds } from '../questions/condition.ts'
import type { Flow } from './flow.ts'
import type { Step } from './language.ts'
import { QUIET } from './proof/paths.ts'

/** What is answered before somebody comes to a section; null when these answers do not lead there. */
function answeredBefore(flow: Flow, channel: Channel, given: Answers, target: string): Answers | null {
  const answers: { -readonly [Q in keyof Answers]: Answers[Q] } = {}
  /** The section these steps lead to, or null where they end; undefined when they run to their end. */
  const walk = (steps: readonly Step[]): string | null | undefined => {
    for (const step of steps) {
      if (step.kind === 'ask') answers[step.question] = given[step.question] ?? SKIP
      if (step.kind === 'go') return step.section
      if (step.kind === 'when' && holds(step.condition, { answers, channel })) {
        const to = walk(step.steps)
        if (to !== undefined) return to
      }
      if (step.kind === 'wait' || step.kind === 'leave') return null
    }
    return undefined
  }
  const seen = new Set<string>()
  let section: string | null | undefined = flow.start
  while (section && section !== target && !seen.has(section)) {
    seen.add(section)
    section = walk(flow.sections[section] ?? [])
  }
  return section === target ? answers : null
}

/** Every way in which one answer may be another. */
const changed = (answers: Answers, questions: readonly QuestionId[]): Answers[] =>
  questions.flatMap(question =>
    QUESTIONS[question].options
      .filter(option => option !== answers[question])
      .map(option => ({ ...answers, [question]: option }))
  )

/** Null when it takes more than two answers that are not the quietest. */
export function wayTo(flow: Flow, section: string): Answers | null {
  const opening = (flow.sections[flow.start] ?? []).flatMap(step => (step.kind === 'when' ? step.steps : [step]))
  const questions = opening.flatMap(step => (step.kind === 'ask' ? [step.question] : []))
  const find = (tried: readonly Answers[]): Answers | undefined => {
    for (const answers of tried) {
      const way = answeredBefore(flow, 'web', answers, section) ?? answeredBefore(flow, 'sms', answers, section)
      if (way) return way
    }
    return undefined
  }
  const once = changed(QUIET, questions)
  return find([QUIET, ...once]) ?? find(once.flatMap(answers => changed(answers, questions))) ?? null
}
