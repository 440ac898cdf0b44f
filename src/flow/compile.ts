// A flow's data becomes one real XState machine. The rails stand here, once, above every step.
import type { Channel } from '../questions/answer.ts'
import type { Effect, Note } from './events.ts'
import type { Flow } from './flow.ts'
import { machineOf } from './machine.ts'
import { blank } from './memory.ts'
import { restsOf } from './rests.ts'
import {
  CHECK,
  CLOSED,
  EMERGENCY,
  LEFT,
  pageState,
  pausesAfter,
  RETURNED,
  type State,
  statesOf,
  WAITING,
  WORKER
} from './states.ts'

/** The machine of one flow. Stepped only by `transition()`: it never runs, so a crash cannot leave it half way. */
export function compile(flow: Flow) {
  const machine = machineOf(flow)
  type Config = Parameters<typeof machine.createStateConfig>[0]
  const all = statesOf(flow)
  const effect = (event: Effect) => machine.emit(event)
  const note = (key: Note) => effect({ type: 'note', note: key })
  const back = { guard: 'hasPath', actions: 'back' } as const

  const config = (state: State): Config => {
    const { id, next } = state
    const target = `#${next}`
    switch (state.kind) {
      case 'ask': {
        const at = { step: id, question: state.question }
        const canSkip = flow.questions[state.question]?.skip ?? false
        const holdAgain = { type: 'holdAgain', params: { pauses: pausesAfter(all, state) } } as const
        return {
          id,
          route: {},
          tags: canSkip ? ['ask', 'skippable'] : ['ask'],
          entry: { type: 'arrive', params: { step: id } },
          always: [
            { guard: { type: 'isKept', params: at }, target, actions: { type: 'takeKept', params: at } },
            { guard: { type: 'isTold', params: at }, target, actions: { type: 'takeTold', params: at } },
            { guard: 'checkIsDue', target: `#${CHECK}` }
          ],
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
                actions: [{ type: 'recordAnswer', params: at }, holdAgain]
              }
            ],
            ...(canSkip
              ? {
                  SKIP: {
                    guard: { type: 'skips', params: at },
                    target,
                    actions: [{ type: 'recordSkip', params: at }, holdAgain]
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
      case 'shelf':
      case 'page': {
        const shelf = state.kind === 'shelf' ? id : next
        const pages = all.flatMap(other => (other.kind === 'page' && other.next === shelf ? [other.page] : []))
        return {
          id,
          route: {},
          tags: [state.kind],
          entry: { type: 'arrive', params: { step: id } },
          on: {
            READ: pages.map(page => ({
              guard: { type: 'opens', params: { page } } as const,
              target: `#${pageState(shelf, page)}`
            })),
            SKIP: {},
            ...(state.kind === 'page' ? { GO_ON: { target }, BACK: { target } } : {})
          }
        }
      }
      case 'handover':
        return { id, always: { target, actions: 'requestHandover' } }
      case 'rest':
        return { id, always: { target, ...(next === WAITING ? { actions: 'finish' as const } : {}) } }
    }
  }

  const late = [{ guard: 'isLate', actions: note('stale') }, { actions: note('notAnOption') }] as const
  const states: Record<string, Config> = Object.fromEntries(all.map(state => [state.id, config(state)]))

  return machine.createMachine({
    id: flow.id,
    // `transition()` also makes an actor that nobody uses and gives it no input.
    context: ({ input }: { input?: { channel: Channel } }) => blank(input?.channel ?? 'web'),
    initial: `${flow.start}/start`,
    on: {
      LEAVE: { target: `#${LEFT}`, actions: 'leave' },
      PERSON: [
        { guard: 'isAtTheDoor', target: `#${RETURNED}`, actions: ['requestHandover', 'awaitBeside'] },
        { target: `#${WAITING}`, actions: 'requestHandover' }
      ],
      EMERGENCY: { target: `#${EMERGENCY}`, actions: ['inDanger', 'requestUrgently'] },
      BACK: [back, { actions: note('nothingBefore') }],
      SKIP: [{ guard: 'isLate', actions: note('stale') }, { actions: note('cannotSkip') }],
      REPEAT: {},
      LANGUAGE: {},
      ANSWER: [...late],
      WORDS: { actions: 'miss' },
      HEARD: { actions: { type: 'hear', params: { aside: '' } } },
      DANGER: { target: `#${EMERGENCY}`, actions: ['saidDanger', 'inDanger', 'requestUrgently'] },
      LIFE: { target: `#${EMERGENCY}`, actions: 'saidLife' },
      NEAR: { actions: 'hush' },
      // By text silence, and what is written next is read as a stranger's; on the page nothing stands there but the first question.
      HANDS: [
        { guard: 'isTakenByText', target: `#${LEFT}`, actions: 'leave' },
        { guard: { type: 'isHands', params: { who: 'asks' } }, actions: 'othersHands' },
        { target: `#${RETURNED}`, actions: ['cameBack', 'othersHands'] }
      ],
      MAY_HURT: { actions: 'mayHurt' },
      ASKS: { actions: ['understood', 'answerTopics'] },
      AGAIN: { actions: 'saysAgain' },
      EAR: { actions: note('stale') },
      CONFIRM: { actions: note('stale') },
      DENY: { actions: note('stale') },
      READ: { actions: note('stale') },
      RETURN: { target: `#${RETURNED}`, actions: 'cameBack' },
      CHANGE: [{ guard: 'hasAnswered', actions: 'change' }, { actions: note('stale') }],
      GO_ON: {},
      WORKER_JOINED: { target: `#${WORKER}` },
      CLOSED: { target: `#${CLOSED}` }
    },
    states: {
      ...states,
      ...restsOf(machine),
      [LEFT]: { id: LEFT, type: 'final' },
      [CLOSED]: { id: CLOSED, type: 'final' }
    }
  })
}

export type FlowMachine = ReturnType<typeof compile>
