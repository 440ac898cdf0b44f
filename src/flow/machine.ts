// What a flow's machine can ask (guards) and do (actions): the words its states are written in.
import { assign, enqueueActions, setup } from 'xstate'
import type { Channel } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Condition, holds } from '../questions/condition.ts'
import type { Effect, FlowEvent } from './events.ts'
import type { Flow } from './flow.ts'
import { becomesUrgent, factsOf, fits, type Memory, newCards, record, reopen, skipped, takeKept } from './memory.ts'

type MachineEvent = FlowEvent | { type: 'xstate.route'; to: string }
interface AtStep {
  step: string
  question: QuestionId
}

const goTo = (step: string): MachineEvent => ({ type: 'xstate.route', to: `#${step}` })

/** The guards and actions of one flow, ready for its states. */
export function machineOf(flow: Flow) {
  return setup({
    types: {
      context: {} as Memory,
      events: {} as MachineEvent,
      input: {} as { channel: Channel },
      // Instructions for the world: `transition()` hands them back as data and never runs them.
      emitted: {} as Effect
    },
    guards: {
      answers: ({ event }, at: AtStep) => {
        const question = flow.questions[at.question]
        return event.type === 'ANSWER' && event.question === at.question && !!question && fits(question, event.value)
      },
      asksMore: ({ event }, at: AtStep) =>
        event.type === 'ANSWER' && event.question === at.question && event.value === 'tellMeMore',
      skips: ({ event }, at: AtStep) => event.type === 'SKIP' && event.question === at.question,
      isLate: ({ event, context }) =>
        (event.type === 'ANSWER' || event.type === 'SKIP') && !context.at.endsWith(`/${event.question}`),
      isKept: ({ context }, at: AtStep) => context.kept.some(entry => entry.step === at.step),
      hasPassed: ({ context }, { step }: { step: string }) => context.passed.includes(step),
      holds: ({ context }, { condition }: { condition: Condition }) => holds(condition, factsOf(context)),
      hasPath: ({ context }) => context.log.length > 0,
      hasPlace: ({ context }) => context.at !== '',
      hasAnswered: ({ context, event }) =>
        event.type === 'CHANGE' && context.log.some(entry => entry.question === event.question)
    },
    actions: {
      arrive: assign((_, { step }: { step: string }) => ({ at: step })),
      finish: assign({ at: '', kept: [] }),
      pass: assign(({ context }, { step }: { step: string }) => ({ passed: [...context.passed, step] })),
      recordAnswer: assign(({ context, event }, at: AtStep) =>
        event.type === 'ANSWER' ? record(context, { ...at, value: event.value }) : {}
      ),
      recordSkip: assign(({ context }, at: AtStep) => record(context, skipped(at.step, at.question))),
      /** An answer given anew brings back the pauses that follow it: a second "yes, danger" holds as the first did. */
      holdAgain: assign(({ context }, { pauses }: { pauses: readonly string[] }) => ({
        passed: context.passed.filter(step => !pauses.includes(step))
      })),
      takeKept: assign(({ context }, { step }: AtStep) => takeKept(context, step)),
      /** Every answer, however it came, is looked at for cards and for danger. */
      settle: enqueueActions(({ context, enqueue }, { repeated }: { repeated: boolean }) => {
        const cards = newCards(context, flow.cards, repeated)
        for (const index of cards) {
          const rule = flow.cards[index]
          if (rule) enqueue.emit({ type: 'card', card: rule.card })
        }
        if (cards.length > 0) enqueue.assign({ shown: [...new Set([...context.shown, ...cards])] })
        if (becomesUrgent(context, flow.urgent)) {
          enqueue.assign({ urgent: true, handover: true })
          enqueue.emit({ type: 'handover', urgent: true })
        }
      }),
      requestHandover: enqueueActions(({ context, enqueue }) => {
        if (context.handover) return
        enqueue.assign({ handover: true })
        enqueue.emit({ type: 'handover', urgent: false })
      }),
      requestUrgently: enqueueActions(({ context, enqueue }) => {
        if (context.urgent) return
        enqueue.assign({ urgent: true, handover: true })
        enqueue.emit({ type: 'handover', urgent: true })
      }),
      back: enqueueActions(({ context, enqueue }) => {
        const last = context.log.at(-1)
        if (!last) return
        enqueue.assign(reopen(context, context.log.length - 1))
        enqueue.raise(goTo(last.step))
      }),
      change: enqueueActions(({ context, event, enqueue }) => {
        if (event.type !== 'CHANGE') return
        const index = context.log.findIndex(entry => entry.question === event.question)
        const entry = context.log[index]
        if (!entry) return
        enqueue.assign(reopen(context, index))
        enqueue.raise(goTo(entry.step))
      }),
      resume: enqueueActions(({ context, enqueue }) => {
        enqueue.raise(goTo(context.at))
      })
    }
  })
}
