// Where a conversation rests while no step of the flow is in charge: waiting, under a card, at a check, at the door, with a worker.
import type { Effect, Note } from './events.ts'
import type { machineOf } from './machine.ts'
import { CHECK, EMERGENCY, LEFT, RETURNED, WAITING, WORKER } from './states.ts'

type FlowSetup = ReturnType<typeof machineOf>
type Config = Parameters<FlowSetup['createStateConfig']>[0]

/** The resting places of a machine, by name. */
export function restsOf(machine: FlowSetup): Record<string, Config> {
  const effect = (event: Effect) => machine.emit(event)
  const note = (key: Note) => effect({ type: 'note', note: key })
  const resume = { guard: 'hasPlace', actions: 'resume' } as const
  const back = { guard: 'hasPath', actions: 'back' } as const
  const kept = note('wordsKept')
  /** While nothing is being asked every answer is a late one. */
  const beside = {
    GO_ON: resume,
    BACK: [resume, back, { actions: note('nothingBefore') }],
    ANSWER: { actions: note('stale') },
    SKIP: {},
    READ: {}
  } satisfies Config['on']
  /** Before anything else they are asked whether it is all right to write; what they want waits beside it. */
  const toTheDoor = (guard: 'isAtTheDoor' | 'isByText' | 'writesAtTheDoor' | 'writesByText', aside: string) =>
    ({ guard, target: `#${RETURNED}`, actions: ['hearOnly', { type: 'standBeside', params: { aside } }] }) as const
  /** Help where they are: the place must not change beside a worker, nor at the door. */
  const helpHere = {
    EMERGENCY: { actions: ['inDanger', 'requestUrgently', 'showCrisis'] },
    DANGER: { actions: ['saidDanger', 'inDanger', 'requestUrgently', 'showCrisis'] },
    LIFE: { actions: ['saidLife', 'showCrisis'] }
  } satisfies Config['on']

  return {
    [WAITING]: {
      id: WAITING,
      route: {},
      entry: 'rest',
      on: {
        ...beside,
        REPEAT: [toTheDoor('isAtTheDoor', WAITING), {}],
        WORDS: [toTheDoor('isAtTheDoor', WAITING), { actions: kept }],
        HEARD: [toTheDoor('writesAtTheDoor', WAITING), { actions: { type: 'hear', params: { aside: WAITING } } }],
        ASKS: [toTheDoor('isAtTheDoor', WAITING), { actions: ['understood', 'answerTopics'] }],
        MAY_HURT: [
          toTheDoor('isAtTheDoor', WAITING),
          { actions: ['markHurt', effect({ type: 'say', message: 'mayHurt' })] }
        ]
      }
    },
    [EMERGENCY]: {
      id: EMERGENCY,
      route: {},
      entry: ['rest', 'showCrisis'],
      // Nothing is asked under the card, whatever they write. By text it stands alone, and the phone may have changed
      // hands since: when they write again, it is asked whether that is all right.
      on: {
        ...beside,
        REPEAT: [toTheDoor('isByText', WAITING), {}],
        WORDS: [toTheDoor('isByText', WAITING), { actions: kept }],
        HEARD: [toTheDoor('writesByText', WAITING), { actions: { type: 'hear', params: { aside: '', asks: false } } }],
        ASKS: [toTheDoor('isByText', WAITING), { actions: ['understood', 'answerTopics'] }],
        MAY_HURT: [
          toTheDoor('isByText', WAITING),
          { actions: ['markHurt', effect({ type: 'say', message: 'mayHurt' })] }
        ]
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
        EAR: [{ guard: 'isEar', actions: 'answerEar' }, { actions: note('stale') }],
        CONFIRM: [
          { guard: { type: 'isAbout', params: { rail: 'leave' } }, target: `#${LEFT}`, actions: 'leave' },
          {
            guard: { type: 'isAbout', params: { rail: 'person' } },
            target: `#${WAITING}`,
            actions: ['dropCheck', 'requestHandover']
          },
          { guard: 'confirmsEar', actions: 'answerEar' },
          { guard: { type: 'isAbout', params: {} }, actions: 'confirmCheck' },
          { actions: note('stale') }
        ],
        DENY: [{ guard: { type: 'isAbout', params: {} }, actions: 'leaveCheck' }, { actions: note('stale') }],
        BACK: { actions: 'leaveCheck' },
        CHANGE: [{ guard: 'hasAnswered', actions: ['dropCheck', 'change'] }, { actions: note('stale') }],
        // Asked twice without an answer that can be read: it is set aside, and nothing was lowered.
        WORDS: [
          { guard: 'isUnanswered', actions: 'missAtCheck' },
          { guard: 'isLastAnswered', actions: 'missAtCheck' },
          { guard: 'isLost', actions: 'giveUpCheck' },
          { actions: 'missAtCheck' }
        ],
        HEARD: { actions: { type: 'hear', params: { aside: undefined } } },
        READ: {}
      }
    },
    [RETURNED]: {
      id: RETURNED,
      route: {},
      on: {
        ...helpHere,
        ANSWER: [
          { guard: 'saysNo', target: `#${LEFT}`, actions: 'leave' },
          { guard: 'saysYes', actions: 'goOnSafely' },
          { guard: 'isOfReturn', actions: note('notAnOption') },
          { actions: note('stale') }
        ],
        SKIP: [{ guard: 'isOfReturn', actions: note('cannotSkip') }, { actions: note('stale') }],
        BACK: { actions: note('nothingBefore') },
        CHANGE: { actions: note('stale') },
        WORDS: [{ guard: 'isUnanswered', actions: 'missAtCheck' }, { actions: [note('answerFirst'), 'missSilently'] }],
        HEARD: [{ guard: 'keepsWords', actions: [note('answerFirst'), 'hearOnly'] }, { actions: 'hearOnly' }],
        MAY_HURT: { actions: note('answerFirst') },
        ASKS: { actions: note('answerFirst') },
        HANDS: [
          { guard: 'isTakenByText', target: `#${LEFT}`, actions: 'leave' },
          { guard: { type: 'isHands', params: { who: 'asks' } }, actions: note('answerFirst') },
          { actions: ['withdraw', note('answerFirst')] }
        ],
        RETURN: {},
        // A person, and urgent help, are called at once; still nothing else is shown.
        PERSON: { actions: ['requestHandover', 'awaitBeside'] },
        // A worker who takes the conversation now is seen once the person has said that it is safe.
        WORKER_JOINED: { actions: { type: 'standBeside', params: { aside: WORKER } } },
        WORKER_LEFT: { actions: [{ type: 'standBeside', params: { aside: WAITING } }, 'requestHandover'] }
      }
    },
    // The assistant is silent here: every rail is still heard, and only a card may speak.
    [WORKER]: {
      id: WORKER,
      route: {},
      entry: 'rest',
      on: {
        ...helpHere,
        PERSON: [toTheDoor('isAtTheDoor', WORKER), {}],
        BACK: {},
        SKIP: {},
        ANSWER: {},
        REPEAT: [toTheDoor('isAtTheDoor', WORKER), {}],
        WORDS: [toTheDoor('isAtTheDoor', WORKER), {}],
        HEARD: [toTheDoor('writesAtTheDoor', WORKER), { actions: 'hearOnly' }],
        MAY_HURT: [toTheDoor('isAtTheDoor', WORKER), { actions: 'markHurt' }],
        HANDS: [
          { guard: 'isTakenByText', target: `#${LEFT}`, actions: 'leave' },
          { guard: { type: 'isHands', params: { who: 'asks' } }, actions: 'markWho' },
          { target: `#${RETURNED}`, actions: ['cameBack', 'othersHands'] }
        ],
        ASKS: [toTheDoor('isAtTheDoor', WORKER), {}],
        EAR: {},
        CONFIRM: {},
        DENY: {},
        READ: {},
        CHANGE: {},
        WORKER_JOINED: {},
        // Nobody may have asked for a person (a worker can join by themselves); from here on the person waits for one.
        WORKER_LEFT: { target: `#${WAITING}`, actions: 'requestHandover' }
      }
    }
  }
}
