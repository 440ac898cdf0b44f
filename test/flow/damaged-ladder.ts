// The real machine with one thing wrong about a rung of the ladder, and the sentence in which the proof must name it.
import type { FlowEvent } from '../../src/flow/events.ts'
import type { Snapshot } from '../../src/flow/step.ts'
import { remembering, saying, spoilt } from './damage.ts'
import type { DamagedMachine } from './damaged-machines.ts'

const is =
  (type: FlowEvent['type']) =>
  (event: FlowEvent): boolean =>
    event.type === type
const unmoved = (_: unknown, snapshot: Snapshot) => ({ snapshot, effects: [] })
const isTold = (event: FlowEvent): boolean =>
  event.type === 'HEARD' && event.checks.some(({ kind }) => kind === 'concern')

export const damagedLadder: readonly DamagedMachine[] = [
  {
    name: 'something heard that waits in silence',
    message: 'opening/channelOk: what was heard waits in silence',
    machine: spoilt(isTold, turn => ({ ...turn, effects: turn.effects.filter(({ type }) => type !== 'heard') }))
  },
  {
    name: 'a life at risk without a card',
    message: 'LIFE shows no card',
    machine: spoilt(is('LIFE'), saying([{ type: 'handover', urgent: true }]))
  },
  {
    name: 'a life at risk that is asked on',
    message: 'a question is asked beside a life at risk',
    machine: spoilt(is('LIFE'), turn => ({ ...turn, effects: [...turn.effects, { type: 'ask', question: 'suicide' }] }))
  },
  {
    name: 'a life at risk that is taken for an answer',
    message: 'words alone answer the question about suicide',
    machine: spoilt(is('LIFE'), turn => remembering(turn, { told: [{ question: 'suicide', value: 'mightAct' }] }))
  },
  {
    name: 'a life at risk of which nobody is told',
    message: 'LIFE is not urgent',
    machine: spoilt(is('LIFE'), turn => remembering(turn, { urgent: false }))
  },
  {
    name: 'a life at risk that goes on asking',
    message: "opening/audience: LIFE leads to 'opening/audience'",
    machine: spoilt((event, { state }) => event.type === 'LIFE' && state === 'opening/audience', unmoved)
  },
  {
    name: 'a word to somebody who is not alone',
    message: 'something is said while somebody is near',
    machine: spoilt(is('NEAR'), saying([{ type: 'say', message: 'waiting' }]))
  },
  {
    name: 'a page that stays as it is although somebody is near',
    message: 'the page does not go quiet',
    machine: spoilt(is('NEAR'), turn => remembering(turn, { hushed: false }))
  },
  {
    name: 'somebody near, and nobody called',
    message: 'nobody is called although somebody is near',
    machine: spoilt(is('NEAR'), turn => remembering(turn, { urgent: false }))
  },
  {
    name: 'other hands that see the conversation',
    message: 'other hands see more than the first question',
    machine: spoilt(
      event => event.type === 'HANDS' && event.who === 'taken',
      (turn, { state }) => ({ ...turn, snapshot: { ...turn.snapshot, state } })
    )
  },
  {
    name: 'contact that stands in other hands',
    message: 'what was agreed about contact still stands in other hands',
    machine: spoilt(
      event => event.type === 'HANDS' && event.who === 'taken',
      (turn, { memory }) => remembering(turn, { signals: memory.signals })
    )
  },
  {
    name: 'a question of theirs that nobody answers',
    message: 'ASKS is met with silence',
    machine: spoilt(is('ASKS'), turn => ({ ...turn, effects: turn.effects.filter(({ type }) => type !== 'topic') }))
  },
  {
    name: 'a question of theirs that loses the one they were asked',
    message: 'ASKS leaves them without the question',
    machine: spoilt(is('ASKS'), turn => ({ ...turn, effects: turn.effects.filter(({ type }) => type === 'topic') }))
  },
  {
    name: 'a threat of theirs that is met with silence',
    message: 'MAY_HURT is met with silence',
    machine: spoilt(is('MAY_HURT'), turn => ({ ...turn, effects: turn.effects.filter(({ type }) => type !== 'say') }))
  },
  {
    name: 'danger told to the second ear that brings no help',
    message: 'danger told to the second ear brings no help',
    machine: spoilt((event, { state }) => event.type === 'EAR' && event.said === 'danger' && state === 'check', unmoved)
  },
  {
    name: 'a no to the second ear that is kept as no danger',
    message: 'a no to the second ear lowers something',
    machine: spoilt(
      (event, { state }) => event.type === 'EAR' && event.said === 'neither' && state === 'check',
      turn => remembering(turn, { told: [{ question: 'dangerNow', value: 'no' }] })
    )
  },
  {
    name: 'a second message that was not understood, and nobody offered',
    message: 'no person is offered after the second message that was not understood',
    machine: spoilt(
      (event, { memory }) => event.type === 'WORDS' && memory.misses === 1,
      turn => ({ ...turn, effects: [{ type: 'note', note: 'notFollowed' }, ...turn.effects.slice(1)] })
    )
  },
  {
    name: 'words that bring only the question again',
    message: 'words that were not understood bring only the question again',
    machine: spoilt(is('WORDS'), turn => ({ ...turn, effects: turn.effects.filter(({ type }) => type === 'ask') }))
  },
  {
    name: 'somebody who left in danger, and staff are not told',
    message: 'staff are not told how somebody left',
    machine: spoilt(
      event => event.type === 'LEAVE' && event.as !== undefined,
      turn => remembering(turn, { marks: [] })
    )
  }
]

/** What can only go wrong by text. */
export const damagedTexts: readonly DamagedMachine[] = [
  {
    name: 'other hands that are answered',
    message: 'other hands do not end in silence by text',
    machine: spoilt(
      event => event.type === 'HANDS' && event.who === 'taken',
      saying([{ type: 'say', message: 'otherPerson' }])
    )
  },
  {
    name: 'a machine that is answered for ever',
    message: 'words are answered after so many were not understood',
    machine: spoilt(
      (event, { memory }) => event.type === 'WORDS' && memory.misses >= 4,
      saying([{ type: 'note', note: 'notFollowed' }])
    )
  },
  {
    name: 'the last answer, which does not say that it is the last',
    message: 'the last answer to words that are not understood does not say so',
    machine: spoilt(
      (event, { memory }) => event.type === 'WORDS' && memory.misses === 3,
      saying([{ type: 'note', note: 'notFollowed' }])
    )
  },
  {
    name: 'the same grave words, answered twice',
    message: 'the same words again are answered twice',
    machine: spoilt(is('AGAIN'), saying([{ type: 'card', card: 'emergency' }]))
  }
]
