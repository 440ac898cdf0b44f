// The real machine with one thing wrong, and the sentence in which the proof must name it.
import type { FlowEvent } from '../../src/flow/events.ts'
import { type Machine, realMachine } from '../../src/flow/proof/turn.ts'
import { deaf, remembering, saying, spoilt } from './damage.ts'

export interface DamagedMachine {
  readonly name: string
  readonly message: string
  readonly machine: Machine
}

const ignored = (type: FlowEvent['type'], state: string, message: string): DamagedMachine => ({
  name: `${type} ignored at ${state}`,
  message: `${state}: ${message}`,
  machine: deaf(type, state)
})

const deafMachines: readonly DamagedMachine[] = [
  ignored('LEAVE', 'survivor/wants', 'LEAVE does not end in silence'),
  ignored('LEAVE', 'emergency', 'LEAVE does not end in silence'),
  ignored('LEAVE', 'worker', 'LEAVE does not end in silence'),
  ignored('PERSON', 'opening/ageBand', "PERSON leads to 'opening/ageBand'"),
  ignored('PERSON', 'emergency', "PERSON leads to 'emergency'"),
  ignored('EMERGENCY', 'opening/channelOk', "EMERGENCY leads to 'opening/channelOk'"),
  ignored('EMERGENCY', 'waiting', "EMERGENCY leads to 'waiting'"),
  ignored('EMERGENCY', 'worker', 'EMERGENCY shows no emergency card'),
  ignored('BACK', 'opening/personNear', "BACK does not reopen 'audience'"),
  ignored('BACK', 'waiting', 'BACK does not return to the place left'),
  ignored('GO_ON', 'emergency', 'GO_ON does not return to the place left'),
  ignored('GO_ON', 'waiting', 'GO_ON does not return to the place left'),
  ignored('SKIP', 'opening/audience', 'SKIP does not go on'),
  ignored('REPEAT', 'opening/audience', 'REPEAT does not say the question again'),
  ignored('LANGUAGE', 'opening/audience', 'LANGUAGE does not say the question again'),
  ignored('WORDS', 'opening/audience', 'words that were not understood bring only the question again'),
  ignored('WORKER_JOINED', 'opening/audience', 'WORKER_JOINED does not give the worker the floor'),
  ignored('WORKER_LEFT', 'worker', 'WORKER_LEFT does not lead back to the queue'),
  ignored('CLOSED', 'waiting', 'CLOSED does not close'),
  {
    name: 'a pause that cannot be gone on from',
    message: 'GO_ON does not go on',
    machine: spoilt(
      (event, { memory }) => event.type === 'GO_ON' && memory.at.startsWith('opening/pause'),
      (_, snapshot) => ({ snapshot, effects: [] })
    )
  },
  {
    name: 'one option of many that is not accepted',
    message: 'answer "gosport" does not lead on',
    machine: spoilt(
      event => event.type === 'ANSWER' && event.value === 'gosport',
      (_, snapshot) => ({ snapshot, effects: [] })
    )
  }
]

const forgetful: readonly DamagedMachine[] = [
  {
    name: 'urgent made calm by an answer',
    message: 'ANSWER makes an urgent conversation calm again',
    machine: spoilt(
      (event, { memory }) => event.type === 'ANSWER' && memory.urgent && event.value === 'no',
      turn => remembering(turn, { urgent: false })
    )
  },
  {
    name: 'a request for a person forgotten by going on',
    message: 'GO_ON takes back the request for a person',
    machine: spoilt(
      event => event.type === 'GO_ON',
      turn => remembering(turn, { handover: false })
    )
  },
  {
    name: 'PERSON that forgets the place',
    message: 'PERSON loses the place',
    machine: spoilt(
      event => event.type === 'PERSON',
      turn => remembering(turn, { at: '' })
    )
  },
  {
    name: 'a late answer recorded',
    message: 'a late or unknown answer moves the conversation',
    machine: spoilt(
      (event, { memory }) => event.type === 'ANSWER' && event.question === memory.log.at(-1)?.question,
      (turn, { memory }) => remembering(turn, { log: [...memory.log, ...memory.log.slice(-1)] })
    )
  },
  {
    name: 'an answer recorded twice',
    message: 'opening/dangerNow: answer "yes" is not recorded as it was given',
    machine: spoilt(
      event => event.type === 'ANSWER' && event.question === 'dangerNow',
      turn => remembering(turn, { log: [...turn.snapshot.memory.log, ...turn.snapshot.memory.log.slice(-1)] })
    )
  },
  {
    name: 'a change that drops later answers',
    message: "CHANGE does not reopen 'channelOk'",
    machine: spoilt(
      event => event.type === 'CHANGE',
      turn => remembering(turn, { kept: [] })
    )
  },
  {
    name: 'two answers taken back at once',
    message: "opening/personNear: BACK does not reopen 'audience', the question before",
    machine: spoilt(
      (event, { state }) => event.type === 'BACK' && state === 'opening/personNear',
      (turn, _, event, flow) => realMachine.step(flow, turn.snapshot, event)
    )
  },
  {
    name: 'a late skip that skips the question now asked',
    message: 'SKIP of another question moves',
    machine: spoilt(
      (event, { state }) => event.type === 'SKIP' && event.question === 'channelOk' && state === 'opening/dangerNow',
      (_, snapshot, __, flow) => realMachine.step(flow, snapshot, { type: 'SKIP', question: 'dangerNow' })
    )
  },
  {
    name: 'a second "danger now" that no longer holds',
    message: "opening/dangerNow: answer 'yes' goes on asking",
    machine: spoilt(
      (event, { state, memory }) =>
        event.type === 'ANSWER' && event.value === 'yes' && state === 'opening/dangerNow' && memory.passed.length > 0,
      (turn, _, __, flow) => realMachine.step(flow, turn.snapshot, { type: 'GO_ON' })
    )
  }
]

const talkative: readonly DamagedMachine[] = [
  {
    name: 'PERSON that asks for nobody',
    message: 'PERSON asks for nobody',
    machine: spoilt(event => event.type === 'PERSON', saying([]))
  },
  {
    name: 'EMERGENCY without its card',
    message: 'EMERGENCY shows no emergency card',
    machine: spoilt(event => event.type === 'EMERGENCY', saying([{ type: 'handover', urgent: true }]))
  },
  {
    name: 'EMERGENCY that calls nobody',
    message: 'EMERGENCY calls nobody',
    machine: spoilt(event => event.type === 'EMERGENCY', saying([{ type: 'card', card: 'emergency' }]))
  },
  {
    name: 'a goodbye after leaving',
    message: 'LEAVE does not end in silence',
    machine: spoilt(event => event.type === 'LEAVE', saying([{ type: 'say', message: 'closed' }]))
  },
  {
    name: 'a reply to someone who has left',
    message: 'left: REPEAT is answered after the end',
    machine: spoilt(
      (event, { state }) => state === 'left' && event.type === 'REPEAT',
      saying([{ type: 'ask', question: 'wants' }])
    )
  },
  {
    name: 'the assistant speaking beside a worker',
    message: 'worker: the assistant speaks beside a worker at WORDS (note)',
    machine: spoilt(
      (event, { state }) => state === 'worker' && event.type === 'WORDS',
      saying([{ type: 'note', note: 'wordsKept' }])
    )
  },
  {
    name: 'a question as the worker joins',
    message: 'the assistant speaks beside a worker at WORKER_JOINED (ask)',
    machine: spoilt(event => event.type === 'WORKER_JOINED', saying([{ type: 'ask', question: 'wants' }]))
  },
  {
    name: 'an answer that takes the floor from a worker',
    message: 'worker: ANSWER takes the conversation from the worker',
    machine: spoilt(
      (event, { state }) => state === 'worker' && event.type === 'ANSWER',
      (turn, snapshot) => ({ ...turn, snapshot: { ...snapshot, state: 'waiting' } })
    )
  },
  {
    name: 'a place without a word of it',
    message: "opening/channelOk: ANSWER leads to 'opening/dangerNow' without a word of it",
    machine: spoilt(event => event.type === 'ANSWER' && event.question === 'channelOk', saying([]))
  },
  {
    name: 'a late skip told that it must be answered',
    message: 'opening/dangerNow: SKIP of another question says it must be answered',
    machine: spoilt(
      (event, { state }) => event.type === 'SKIP' && event.question === 'channelOk' && state === 'opening/dangerNow',
      saying([{ type: 'note', note: 'cannotSkip' }])
    )
  },
  {
    name: 'a late answer told that it is none',
    message: 'waiting: a late answer is said to be unknown',
    machine: spoilt(
      (event, { state }) => event.type === 'ANSWER' && state === 'waiting',
      saying([{ type: 'note', note: 'notAnOption' }])
    )
  },
  {
    name: 'two questions at once',
    message: 'ANSWER asks two things at once',
    machine: spoilt(
      event => event.type === 'ANSWER' && event.question === 'channelOk',
      turn => ({ ...turn, effects: [...turn.effects, ...turn.effects] })
    )
  },
  {
    name: 'a machine that fails',
    message: 'opening/wantsNow: REPEAT fails: broken',
    machine: spoilt(
      (event, { state }) => event.type === 'REPEAT' && state === 'opening/wantsNow',
      () => {
        throw new Error('broken')
      }
    )
  }
]

export const damagedMachines: readonly DamagedMachine[] = [...deafMachines, ...forgetful, ...talkative]
