// The real machine with one thing wrong about own words, and the sentence in which the proof must name it.
import type { FlowEvent } from '../../src/flow/events.ts'
import { remembering, saying, spoilt } from './damage.ts'
import type { DamagedMachine } from './damaged-machines.ts'

const hearing = (event: FlowEvent): event is Extract<FlowEvent, { type: 'HEARD' }> =>
  event.type === 'HEARD' && event.checks.length > 0

export const damagedHearing: readonly DamagedMachine[] = [
  {
    name: 'a concern counted as an answer',
    message: 'words are counted as an answer',
    machine: spoilt(hearing, turn => remembering(turn, { told: [{ question: 'neck', value: 'before' }] }))
  },
  {
    name: 'a signal that counts before it was confirmed',
    message: 'a signal counts before it was confirmed',
    machine: spoilt(hearing, turn => remembering(turn, { signals: ['heldNow'] }))
  },
  {
    name: 'words alone that call everybody',
    message: 'words alone call everybody',
    machine: spoilt(hearing, turn => remembering(turn, { urgent: true, handover: true }))
  },
  {
    name: 'words that lose the place',
    message: 'words move the conversation',
    machine: spoilt(hearing, turn => remembering(turn, { at: 'survivor/wants', aside: '' }))
  },
  {
    name: 'a question put under the emergency card',
    message: 'emergency: words move the conversation',
    machine: spoilt(
      (event, { state }) => hearing(event) && state === 'emergency',
      turn => ({ ...turn, snapshot: { ...turn.snapshot, state: 'check' } })
    )
  },
  {
    name: 'danger now without its card',
    message: 'DANGER shows no emergency card',
    machine: spoilt(event => event.type === 'DANGER', saying([{ type: 'handover', urgent: true }]))
  },
  {
    name: 'danger now that asks on',
    message: "opening/audience: DANGER leads to 'opening/audience'",
    machine: spoilt(
      (event, { state }) => event.type === 'DANGER' && state === 'opening/audience',
      (_, snapshot) => ({ snapshot, effects: [] })
    )
  },
  {
    name: 'danger now that is not taken as a yes',
    message: 'DANGER is not taken as a yes to dangerNow',
    machine: spoilt(
      event => event.type === 'DANGER',
      (turn, { memory }) => remembering(turn, { told: memory.told, log: memory.log })
    )
  },
  {
    name: 'danger now that calls nobody',
    message: 'DANGER calls nobody',
    machine: spoilt(event => event.type === 'DANGER', saying([{ type: 'card', card: 'emergency' }]))
  },
  {
    name: 'a confirmed signal that does not count',
    message: 'a confirmed signal does not count',
    machine: spoilt(
      event => event.type === 'CONFIRM' && event.check === 'heldNow',
      turn => remembering(turn, { signals: [] })
    )
  },
  {
    name: 'a confirmed signal that calls nobody',
    message: "nobody is called after a yes to 'heldNow'",
    machine: spoilt(
      event => event.type === 'CONFIRM' && event.check === 'heldNow',
      (turn, { memory }) => remembering(turn, { urgent: memory.urgent, handover: memory.handover })
    )
  },
  {
    name: 'a no that counts as a yes',
    message: 'a no changes what counts',
    machine: spoilt(
      event => event.type === 'DENY' && event.check === 'heldNow',
      turn => remembering(turn, { signals: ['heldNow'] })
    )
  },
  {
    name: 'a signal forgotten later on',
    message: 'forgets a signal',
    machine: spoilt(
      (event, { memory }) => event.type === 'ANSWER' && memory.signals.length > 0,
      turn => remembering(turn, { signals: [] })
    )
  },
  {
    name: "a yes to 'leave' that says goodbye",
    message: "a yes to 'leave' does not end in silence",
    machine: spoilt(
      event => event.type === 'CONFIRM' && event.check === 'leave',
      saying([{ type: 'say', message: 'closed' }])
    )
  },
  {
    name: "a yes to 'person' that asks for nobody",
    message: "a yes to 'person' asks for nobody",
    machine: spoilt(
      event => event.type === 'CONFIRM' && event.check === 'person',
      (_, snapshot) => ({ snapshot, effects: [] })
    )
  },
  {
    name: 'a near miss confirmed and not recorded',
    message: 'what they meant is not recorded',
    machine: spoilt(
      event => event.type === 'CONFIRM' && event.check.startsWith('meant.'),
      (turn, { memory }) => remembering(turn, { log: memory.log, told: [] })
    )
  },
  {
    name: 'somebody who comes back and is shown more than the first question',
    message: 'RETURN does not ask first whether it is safe',
    machine: spoilt(
      event => event.type === 'RETURN',
      turn => ({ ...turn, effects: [...turn.effects, { type: 'say', message: 'waiting' }] })
    )
  },
  {
    name: 'somebody who comes back, says no and hears something',
    message: "'no' after coming back does not end in silence",
    machine: spoilt(
      (event, { state }) => event.type === 'ANSWER' && state === 'returned' && event.value === 'no',
      saying([{ type: 'say', message: 'closed' }])
    )
  },
  {
    name: 'somebody who comes back and is led to the start',
    message: 'a person who came back is not led to where they stood',
    machine: spoilt(
      (event, { state, memory }) =>
        event.type === 'ANSWER' && state === 'returned' && event.value === 'yes' && memory.log.length > 2,
      turn => ({ ...turn, snapshot: { ...turn.snapshot, state: 'opening/channelOk' } })
    )
  },
  {
    name: 'a page that does not open',
    message: 'information/shelf3: READ does not open its page',
    machine: spoilt(
      (event, { state }) => event.type === 'READ' && state === 'information/shelf3',
      (_, snapshot) => ({ snapshot, effects: [] })
    )
  },
  {
    name: 'a page without a way back',
    message: 'GO_ON does not lead back to the shelf',
    machine: spoilt(
      (event, { state }) => event.type === 'GO_ON' && state.startsWith('information/shelf3/'),
      (_, snapshot) => ({ snapshot, effects: [] })
    )
  }
]
