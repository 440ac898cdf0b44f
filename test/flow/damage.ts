// Small ways to damage a flow or its machine, so that the proof can be seen to notice.

import type { FlowEvent } from '../../src/flow/events.ts'
import type { Flow } from '../../src/flow/flow.ts'
import { type Step as FlowStep, handover, wait } from '../../src/flow/language.ts'
import { type Machine, realMachine } from '../../src/flow/proof/turn.ts'
import type { Snapshot, Step } from '../../src/flow/step.ts'
import { QUESTIONS, type QuestionId } from '../../src/questions/catalogue.ts'
import type { Question } from '../../src/questions/question.ts'

export type Damage = (flow: Flow) => Flow

/** Rewrites the steps of one section. */
export const inSection =
  (section: string, edit: (steps: readonly FlowStep[]) => readonly FlowStep[]): Damage =>
  flow => ({ ...flow, sections: { ...flow.sections, [section]: edit(flow.sections[section] ?? []) } })

const asks = (question: QuestionId) => (step: FlowStep) => step.kind === 'ask' && step.question === question

/** Adds steps before a question; the catalogue's entry comes along for a question that is new to the flow. */
export const insertedBefore =
  (section: string, question: QuestionId, ...added: readonly FlowStep[]): Damage =>
  flow => {
    const news = added.flatMap(step => (step.kind === 'ask' ? [[step.question, QUESTIONS[step.question]]] : []))
    return inSection(section, steps => {
      const index = steps.findIndex(asks(question))
      return [...steps.slice(0, index), ...added, ...steps.slice(index)]
    })({ ...flow, questions: { ...flow.questions, ...Object.fromEntries(news) } })
  }

/** Leaves out the steps of a section, inner ones included, for which `unwanted` holds. */
export const without = (section: string, unwanted: (step: FlowStep) => boolean): Damage =>
  inSection(section, function strip(steps): readonly FlowStep[] {
    return steps
      .filter(step => !unwanted(step))
      .map(step => (step.kind === 'when' ? { ...step, steps: strip(step.steps) } : step))
  })

/** What the opening leads to, but for the path of somebody worried about how they act. */
const OTHER_PATHS = ['survivor', 'young', 'friend', 'professional', 'personNow', 'information']

/** Damages a small flow: its opening and one short path. For what shows only once every place has been looked at. */
export const inSmall =
  (damage: Damage): Damage =>
  flow => {
    const { opening = [], harmer = [], safeContact = [] } = flow.sections
    const others = Object.fromEntries(OTHER_PATHS.map(section => [section, [handover(), wait()]]))
    return damage({ ...flow, sections: { opening, harmer, safeContact, ...others } })
  }

export const withQuestion =
  (id: QuestionId, change: Partial<Question>): Damage =>
  flow => {
    const question = flow.questions[id]
    if (!question) throw new Error(`the flow does not ask ${id}`)
    return { ...flow, questions: { ...flow.questions, [id]: { ...question, ...change } } }
  }

/** The real machine with one of its turns spoilt: where `at` holds, `spoil` decides what comes of it. */
export const spoilt = (
  at: (event: FlowEvent, before: Snapshot) => boolean,
  spoil: (turn: Step, before: Snapshot, event: FlowEvent, flow: Flow) => Step
): Machine => ({
  begin: realMachine.begin,
  step: (flow, snapshot, event) => {
    const turn = realMachine.step(flow, snapshot, event)
    return at(event, snapshot) ? spoil(turn, snapshot, event, flow) : turn
  }
})

/** A rail that does nothing at all in one state. */
export const deaf = (type: FlowEvent['type'], state: string): Machine =>
  spoilt(
    (event, snapshot) => event.type === type && snapshot.state === state,
    (_, snapshot) => ({ snapshot, effects: [] })
  )

/** What was remembered after a turn, changed. */
export const remembering = (turn: Step, change: Partial<Snapshot['memory']>): Step => ({
  ...turn,
  snapshot: { ...turn.snapshot, memory: { ...turn.snapshot.memory, ...change } }
})

/** The turn as it was, but for what the person is told and what the world is asked to do. */
export const saying =
  (effects: Step['effects']) =>
  (turn: Step): Step => ({ ...turn, effects })
