// A flow's data becomes one real XState machine. The rails stand here, once, above every step.
import { assign, enqueueActions, setup } from 'xstate'
import type { Channel } from '../questions/answer.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Condition, holds } from '../questions/condition.ts'
import type { Effect, FlowEvent, Note } from './events.ts'
import type { Flow } from './flow.ts'
import {
  becomesUrgent,
  blank,
  factsOf,
  fits,
  type Memory,
  newCards,
  record,
  reopen,
  skipped,
  takeKept
} from './memory.ts'
import { CLOSED, EMERGENCY, LEFT, pausesAfter, type State, statesOf, WAITING, WORKER } from './states.ts'

type MachineEvent = FlowEvent | { type: 'xstate.route'; to: string }
interface AtStep {
  step: string
  question: QuestionId
}

const goTo = (step: string): MachineEvent => ({ type: 'xstate.route', to: `#${step}` })

/** The machine of one flow. Stepped only by `transition()`: it never runs, so a crash cannot leave it half way. */
export function compile(flow: Flow) {
  const machine = setup({
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
      finish: assign({ at: '' }),
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
  type Config = Parameters<typeof machine.createStateConfig>[0]
  const all = statesOf(flow)
  const effect = (event: Effect) => machine.emit(event)
  const note = (key: Note) => effect({ type: 'note', note: key })

  const config = (state: State): Config => {
    const { id, next } = state
    const target = `#${next}`
    switch (state.kind) {
      case 'ask': {
        const at = { step: id, question: state.question }
        const canSkip = flow.questions[state.question]?.skip ?? false
        const settle = (repeated: boolean) => ({ type: 'settle', params: { repeated } }) as const
        const holdAgain = { type: 'holdAgain', params: { pauses: pausesAfter(all, state) } } as const
        return {
          id,
          route: {},
          tags: canSkip ? ['ask', 'skippable'] : ['ask'],
          entry: { type: 'arrive', params: { step: id } },
          always: {
            guard: { type: 'isKept', params: at },
            target,
            actions: [{ type: 'takeKept', params: at }, settle(true)]
          },
          on: {
            ANSWER: [
              ...(state.more
                ? [
                    {
                      guard: { type: 'asksMore', params: at } as const,
                      actions: effect({ type: 'say', message: state.more })
                    }
                  ]
                : []),
              {
                guard: { type: 'answers', params: at },
                target,
                actions: [{ type: 'recordAnswer', params: at }, holdAgain, settle(false)]
              }
            ],
            ...(canSkip
              ? {
                  SKIP: {
                    guard: { type: 'skips', params: at },
                    target,
                    actions: [{ type: 'recordSkip', params: at }, holdAgain, settle(false)]
                  }
                }
              : {})
          }
        }
      }
      case 'branch':
        return {
          id,
          always: [
            { guard: { type: 'holds', params: { condition: state.condition } }, target: `#${state.inside}` },
            { target }
          ]
        }
      case 'say': {
        const said = { type: 'hasPassed', params: { step: id } } as const
        return {
          id,
          always: [
            { guard: said, target },
            {
              target,
              actions: [{ type: 'pass', params: { step: id } }, effect({ type: 'say', message: state.message })]
            }
          ]
        }
      }
      case 'pause':
        return {
          id,
          route: {},
          tags: ['pause'],
          entry: { type: 'arrive', params: { step: id } },
          always: { guard: { type: 'hasPassed', params: { step: id } }, target },
          // Nothing is asked here, so there is nothing to skip: only going on goes on.
          on: { GO_ON: { target, actions: { type: 'pass', params: { step: id } } }, SKIP: {} }
        }
      case 'handover':
        return { id, always: { target, actions: 'requestHandover' } }
      case 'rest':
        return { id, always: { target, ...(next === WAITING ? { actions: 'finish' as const } : {}) } }
    }
  }

  const resume = { guard: 'hasPlace', actions: 'resume' } as const
  const back = { guard: 'hasPath', actions: 'back' } as const
  /** While nothing is being asked every answer is a late one. */
  const beside = {
    GO_ON: resume,
    BACK: [resume, back, { actions: note('nothingBefore') }],
    ANSWER: { actions: note('stale') },
    WORDS: {},
    SKIP: {}
  } satisfies Config['on']
  const states: Record<string, Config> = Object.fromEntries(all.map(state => [state.id, config(state)]))

  return machine.createMachine({
    id: flow.id,
    // `transition()` also makes an actor that nobody uses and gives it no input.
    context: ({ input }: { input?: { channel: Channel } }) => blank(input?.channel ?? 'web'),
    initial: `${flow.start}/start`,
    on: {
      LEAVE: { target: `#${LEFT}` },
      PERSON: { target: `#${WAITING}`, actions: 'requestHandover' },
      EMERGENCY: { target: `#${EMERGENCY}`, actions: 'requestUrgently' },
      BACK: [back, { actions: note('nothingBefore') }],
      SKIP: [{ guard: 'isLate', actions: note('stale') }, { actions: note('cannotSkip') }],
      REPEAT: {},
      LANGUAGE: {},
      ANSWER: [{ guard: 'isLate', actions: note('stale') }, { actions: note('notAnOption') }],
      WORDS: { actions: note('wordsKept') },
      CHANGE: [{ guard: 'hasAnswered', actions: 'change' }, { actions: note('stale') }],
      GO_ON: {},
      WORKER_JOINED: { target: `#${WORKER}` },
      CLOSED: { target: `#${CLOSED}` }
    },
    states: {
      ...states,
      [WAITING]: { id: WAITING, on: beside },
      [EMERGENCY]: { id: EMERGENCY, entry: effect({ type: 'card', card: 'emergency' }), on: beside },
      // The assistant is silent here: every rail is still heard, and only the emergency card may speak.
      [WORKER]: {
        id: WORKER,
        on: {
          EMERGENCY: { actions: ['requestUrgently', effect({ type: 'card', card: 'emergency' })] },
          PERSON: {},
          BACK: {},
          SKIP: {},
          ANSWER: {},
          WORDS: {},
          CHANGE: {},
          WORKER_JOINED: {},
          // Nobody may have asked for a person (a worker can join by themselves); from here on the person waits for one.
          WORKER_LEFT: { target: `#${WAITING}`, actions: 'requestHandover' }
        }
      },
      [LEFT]: { id: LEFT, type: 'final' },
      [CLOSED]: { id: CLOSED, type: 'final' }
    }
  })
}

export type FlowMachine = ReturnType<typeof compile>
