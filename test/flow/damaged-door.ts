// The real machine with one thing wrong about the question that comes first by text, and the sentence in which the proof must
// name it.
import type { FlowEvent } from '../../src/flow/events.ts'
import { EMERGENCY, RETURNED, WAITING, WORKER } from '../../src/flow/states.ts'
import type { Snapshot, Step } from '../../src/flow/step.ts'
import { saying, spoilt } from './damage.ts'
import type { DamagedMachine } from './damaged-machines.ts'

const isWritten = ({ type }: FlowEvent): boolean => type === 'WORDS' || type === 'HEARD'
const isUnasked = ({ memory }: Snapshot): boolean =>
  ![...memory.told, ...memory.log].some(({ question, value }) => question === 'channelOk' && value !== 'no')

const staying = (_: Step, snapshot: Snapshot): Step => ({ snapshot, effects: [] })
const leadingTo =
  (state: string) =>
  (turn: Step): Step => ({ ...turn, snapshot: { ...turn.snapshot, state } })

/** Each is looked for by text: on the web none of it is promised. */
export const damagedDoor: readonly DamagedMachine[] = [
  {
    name: 'a person asked for at the door, who is put into the queue instead',
    message: "opening/channelOk: PERSON leads to 'waiting'",
    machine: spoilt(({ type }, before) => type === 'PERSON' && isUnasked(before), leadingTo(WAITING))
  },
  {
    name: 'words under the emergency text that are answered with nothing',
    message: 'emergency: WORDS does not lead to whether it is all right to text',
    machine: spoilt(({ type }, { state }) => type === 'WORDS' && state === EMERGENCY, staying)
  },
  {
    name: 'concerns told under the emergency text that are answered with nothing',
    message: 'emergency: HEARD does not lead to whether it is all right to text',
    machine: spoilt(({ type }, { state }) => type === 'HEARD' && state === EMERGENCY, staying)
  },
  {
    name: 'the emergency text not followed by a word when they ask for it again',
    message: 'emergency: REPEAT does not lead to whether it is all right to text',
    machine: spoilt(({ type }, { state }) => type === 'REPEAT' && state === EMERGENCY, staying)
  },
  {
    name: 'the question led to, but not put',
    message: 'emergency: WORDS does not lead to whether it is all right to text',
    machine: spoilt(({ type }, { state }) => type === 'WORDS' && state === EMERGENCY, saying([]))
  },
  {
    name: 'a check put before it is known that writing is all right',
    message: 'something is asked by text before channelOk (check)',
    machine: spoilt(
      (event, before) => event.type === 'HEARD' && event.checks.length > 0 && isUnasked(before),
      saying([{ type: 'check', check: { kind: 'rail', rail: 'person' } }])
    )
  },
  {
    name: 'another question put before it is known that writing is all right',
    message: 'something is asked by text before channelOk (ask)',
    machine: spoilt(
      ({ type }, before) => type === 'REPEAT' && isUnasked(before),
      saying([
        { type: 'ask', question: 'channelOk' },
        { type: 'ask', question: 'dangerNow' }
      ])
    )
  },
  {
    name: 'a list of pages put before it is known that writing is all right',
    message: 'something is asked by text before channelOk (shelf)',
    machine: spoilt(
      ({ type }, before) => type === 'BACK' && isUnasked(before),
      saying([{ type: 'shelf', message: 'shelf', pages: ['talking'] }])
    )
  },
  {
    name: 'a worker beside whom words at the door are swallowed',
    message: 'worker: WORDS does not lead to whether it is all right to text',
    machine: spoilt((event, before) => isWritten(event) && before.state === WORKER && isUnasked(before), staying)
  },
  {
    name: 'a person asked for again at the door beside a worker, and nothing said',
    message: "worker: PERSON leads to 'worker'",
    machine: spoilt(({ type }, before) => type === 'PERSON' && before.state === WORKER && isUnasked(before), staying)
  },
  {
    name: 'words in the queue at the door that are answered with who is there',
    message: 'waiting: WORDS does not lead to whether it is all right to text',
    machine: spoilt(({ type }, before) => type === 'WORDS' && before.state === WAITING && isUnasked(before), staying)
  },
  {
    name: 'a place lost on the way to the door',
    message: 'emergency: WORDS does not lead to whether it is all right to text',
    machine: spoilt(
      ({ type }, { state }) => type === 'WORDS' && state === EMERGENCY,
      turn => ({ ...turn, snapshot: { state: RETURNED, memory: { ...turn.snapshot.memory, at: '' } } })
    )
  }
]
