// A flow's data becomes one real XState machine. The rails stand here, once, above every step.
import type { Channel } from '../questions/answer.ts'
import type { Effect, Note } from './events.ts'
import type { Flow } from './flow.ts'
import { machineOf } from './machine.ts'
import { blank } from './memory.ts'
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

  const resume = { guard: 'hasPlace', actions: 'resume' } as const
  const back = { guard: 'hasPath', actions: 'back' } as const
  /** While nothing is being asked every answer is a late one. */
  const beside = {
    GO_ON: resume,
    BACK: [resume, back, { actions: note('nothingBefore') }],
    ANSWER: { actions: note('stale') },
    WORDS: {},
    SKIP: {},
    READ: {}
  } satisfies Config['on']
  /** Before anything else they are asked whether it is all right to write; what they want waits beside it. */
  const toTheDoor = (guard: 'isAtTheDoor' | 'isByText' | 'writesAtTheDoor' | 'writesByText', aside: string) =>
    ({ guard, target: `#${RETURNED}`, actions: ['hearOnly', { type: 'standBeside', params: { aside } }] }) as const
  const late = [{ guard: 'isLate', actions: note('stale') }, { actions: note('notAnOption') }] as const
  const states: Record<string, Config> = Object.fromEntries(all.map(state => [state.id, config(state)]))

  return machine.createMachine({
    id: flow.id,
    // `transition()` also makes an actor that nobody uses and gives it no input.
    context: ({ input }: { input?: { channel: Channel } }) => blank(input?.channel ?? 'web'),
    initial: `${flow.start}/start`,
    on: {
      LEAVE: { target: `#${LEFT}` },
      PERSON: [
        { guard: 'isAtTheDoor', target: `#${RETURNED}`, actions: ['requestHandover', 'awaitBeside'] },
        { target: `#${WAITING}`, actions: 'requestHandover' }
      ],
      EMERGENCY: { target: `#${EMERGENCY}`, actions: 'requestUrgently' },
      BACK: [back, { actions: note('nothingBefore') }],
      SKIP: [{ guard: 'isLate', actions: note('stale') }, { actions: note('cannotSkip') }],
      REPEAT: {},
      LANGUAGE: {},
      ANSWER: [...late],
      WORDS: [
        { guard: 'needsPerson', actions: [effect({ type: 'say', message: 'missedTwice' }), 'miss'] },
        { actions: [note('wordsKept'), 'miss'] }
      ],
      HEARD: [
        { guard: 'keepsWords', actions: [note('wordsKept'), { type: 'hear', params: { aside: '' } }] },
        { actions: { type: 'hear', params: { aside: '' } } }
      ],
      DANGER: { target: `#${EMERGENCY}`, actions: ['saidDanger', 'requestUrgently'] },
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
      [WAITING]: {
        id: WAITING,
        route: {},
        entry: 'rest',
        on: {
          ...beside,
          REPEAT: [toTheDoor('isAtTheDoor', WAITING), {}],
          WORDS: [toTheDoor('isAtTheDoor', WAITING), {}],
          HEARD: [toTheDoor('writesAtTheDoor', WAITING), { actions: { type: 'hear', params: { aside: WAITING } } }]
        }
      },
      [EMERGENCY]: {
        id: EMERGENCY,
        entry: ['rest', effect({ type: 'card', card: 'emergency' })],
        // Nothing is asked under the card, whatever they write. By text it stands alone, and the phone may have changed
        // hands since: when they write again, it is asked whether that is all right.
        on: {
          ...beside,
          REPEAT: [toTheDoor('isByText', WAITING), {}],
          WORDS: [toTheDoor('isByText', WAITING), {}],
          HEARD: [toTheDoor('writesByText', WAITING), { actions: 'hearOnly' }]
        }
      },
      [CHECK]: {
        id: CHECK,
        route: {},
        tags: ['skippable'],
        on: {
          ANSWER: [
            { guard: 'answersCheck', actions: 'answerCheck' },
            { guard: 'saysWhatWasMeant', actions: 'sayWhatWasMeant' },
            { guard: 'asksOfCheck', actions: note('notAnOption') },
            { actions: note('stale') }
          ],
          SKIP: [{ guard: 'asksOfCheck', actions: 'skipCheck' }, { actions: note('stale') }],
          CONFIRM: [
            { guard: { type: 'isAbout', params: { rail: 'leave' } }, target: `#${LEFT}` },
            {
              guard: { type: 'isAbout', params: { rail: 'person' } },
              target: `#${WAITING}`,
              actions: ['dropCheck', 'requestHandover']
            },
            { guard: { type: 'isAbout', params: {} }, actions: 'confirmCheck' },
            { actions: note('stale') }
          ],
          DENY: [{ guard: { type: 'isAbout', params: {} }, actions: 'leaveCheck' }, { actions: note('stale') }],
          BACK: { actions: 'leaveCheck' },
          CHANGE: [{ guard: 'hasAnswered', actions: ['dropCheck', 'change'] }, { actions: note('stale') }],
          // Asked twice without an answer that can be read: it is set aside, and nothing was lowered.
          WORDS: [
            { guard: 'isLost', actions: [note('wordsKept'), 'leaveCheck'] },
            { actions: [note('wordsKept'), 'missAtCheck'] }
          ],
          HEARD: [{ guard: 'keepsWords', actions: [note('wordsKept'), 'hearOnly'] }, { actions: 'hearOnly' }],
          READ: {}
        }
      },
      [RETURNED]: {
        id: RETURNED,
        on: {
          ANSWER: [
            { guard: 'saysNo', target: `#${LEFT}` },
            { guard: 'saysYes', actions: 'goOnSafely' },
            { guard: 'isOfReturn', actions: note('notAnOption') },
            { actions: note('stale') }
          ],
          SKIP: [{ guard: 'isOfReturn', actions: note('cannotSkip') }, { actions: note('stale') }],
          BACK: { actions: note('nothingBefore') },
          CHANGE: { actions: note('stale') },
          WORDS: { actions: note('wordsKept') },
          HEARD: [{ guard: 'keepsWords', actions: [note('wordsKept'), 'hearOnly'] }, { actions: 'hearOnly' }],
          RETURN: {},
          // A person, and urgent help, are called at once; still nothing else is shown.
          PERSON: { actions: ['requestHandover', 'awaitBeside'] },
          EMERGENCY: { actions: ['requestUrgently', effect({ type: 'card', card: 'emergency' })] },
          DANGER: { actions: ['saidDanger', 'requestUrgently', effect({ type: 'card', card: 'emergency' })] },
          // A worker who takes the conversation now is seen once the person has said that it is safe.
          WORKER_JOINED: { actions: { type: 'standBeside', params: { aside: WORKER } } },
          WORKER_LEFT: { actions: [{ type: 'standBeside', params: { aside: WAITING } }, 'requestHandover'] }
        }
      },
      // The assistant is silent here: every rail is still heard, and only the emergency card may speak.
      [WORKER]: {
        id: WORKER,
        route: {},
        entry: 'rest',
        on: {
          EMERGENCY: { actions: ['requestUrgently', effect({ type: 'card', card: 'emergency' })] },
          DANGER: { actions: ['saidDanger', 'requestUrgently', effect({ type: 'card', card: 'emergency' })] },
          PERSON: [toTheDoor('isAtTheDoor', WORKER), {}],
          BACK: {},
          SKIP: {},
          ANSWER: {},
          REPEAT: [toTheDoor('isAtTheDoor', WORKER), {}],
          WORDS: [toTheDoor('isAtTheDoor', WORKER), {}],
          HEARD: [toTheDoor('writesAtTheDoor', WORKER), { actions: 'hearOnly' }],
          CONFIRM: {},
          DENY: {},
          READ: {},
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
