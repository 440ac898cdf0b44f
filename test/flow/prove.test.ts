import { describe, expect, test } from 'vitest'
import { door } from '../../flows/index.ts'
import type { Flow } from '../../src/flow/flow.ts'
import { ask, go, leave, say, wait, when } from '../../src/flow/language.ts'
import { QUIET, questionsAsked } from '../../src/flow/proof/paths.ts'
import { type Machine, realMachine } from '../../src/flow/proof/turn.ts'
import { prove } from '../../src/flow/prove.ts'
import { QUESTIONS } from '../../src/questions/catalogue.ts'
import { any } from '../../src/questions/condition.ts'
import { before, type Damage, deaf, inSection, remembering, spoilt, without, withQuestion } from './damage.ts'

describe('every place a person can come to', () => {
  const proof = prove(door)

  test('keeps every promise, on the web and by SMS', () => {
    expect(proof.problems).toEqual([])
  })

  test('is on a path no longer than the specification says', () => {
    const lengths = proof.reports.map(({ channel, quietest, longest }) => ({ channel, quietest, longest }))
    expect(lengths).toEqual([
      { channel: 'web', quietest: 30, longest: 52 },
      { channel: 'sms', quietest: 28, longest: 50 }
    ])
  })
})

describe('short mode by SMS', () => {
  const OPENING = 8

  test.each([
    ['is not sure it is safe to write', { channelOk: 'unsure' }],
    ['has the person near', { personNear: 'yes' }],
    ['has a phone that may be watched', { deviceWatched: 'maybe' }]
  ])('asks four plain questions more of somebody who %s', (_, answer) => {
    const asked = questionsAsked(door, 'sms', { ...QUIET, ...answer })
    expect(asked.slice(OPENING)).toEqual(['wants', 'area', 'safeTonight', 'accessNeeds'])
  })

  test('asks the same person all questions on the web', () => {
    expect(questionsAsked(door, 'web', { ...QUIET, channelOk: 'unsure' })).toHaveLength(30)
  })
})

/** A damaged flow, or the real one on a damaged machine, and the sentence that must name the fault. */
type Fault = readonly [name: string, message: string, damage: Damage | Machine]

const asking = (question: keyof typeof QUESTIONS) => ask(question as 'area')
/** With the catalogue's entry for a question the flow did not ask before. */
const knowing =
  (question: keyof typeof QUESTIONS, damage: Damage): Damage =>
  flow =>
    damage({ ...flow, questions: { ...flow.questions, [question]: QUESTIONS[question] } })

const inData: Fault[] = [
  [
    'a question nobody can reach',
    'safeContact/gender: nobody ever comes here',
    flow => inSection('safeContact', steps => [when(any(), [ask('gender')]), ...steps])(flow)
  ],
  [
    'sections that lead into each other without a question',
    'nothing is asked on the ring information/start',
    flow => inSection('personNow', () => [go('information')])(inSection('information', () => [go('personNow')])(flow))
  ],
  [
    'a path that comes round to its own beginning',
    'answering never ends: harmer/area',
    inSection('harmer', steps => [...steps.slice(0, -1), go('harmer')])
  ],
  ['a question asked twice', "harmer/area1: 'area' is asked twice", flow => flow],
  [
    'a section that runs off its end',
    'leads nowhere; end the section',
    inSection('personNow', steps => steps.slice(0, -1))
  ],
  ['a section that is not there', "there is no section 'nowhere'", inSection('personNow', () => [go('nowhere')])],
  [
    'harm before the limits of confidentiality',
    "opening/physical: 'physical' is about harm and is asked before privacyLimits",
    before('opening', 'privacyLimits', ask('physical'))
  ],
  [
    'the limits left out',
    'is about harm and is asked before privacyLimits',
    without('opening', step => step.kind === 'ask' && step.question === 'privacyLimits')
  ],
  [
    'where the person lives before it is safe to write',
    "opening/area: 'area' could identify the person",
    before('opening', 'channelOk', ask('area'))
  ],
  [
    'another question first',
    "the first words are not those of 'channelOk'",
    before('opening', 'channelOk', ask('deviceWatched'))
  ],
  [
    'a question that can no longer be skipped',
    'opening/audience: SKIP does not go on',
    withQuestion('audience', { skip: false })
  ],
  [
    'limits that can be skipped',
    "opening/privacyLimits: 'privacyLimits' must be answered but SKIP is not refused",
    withQuestion('privacyLimits', { skip: true })
  ],
  [
    'channelOk = no that goes on',
    "opening/channelOk: answer 'no' does not end in silence",
    without('opening', step => step.kind === 'when' && step.steps[0]?.kind === 'leave')
  ],
  [
    'channelOk = no that says goodbye',
    'opening/channelOk: ANSWER ends, but not in silence',
    inSection('opening', steps =>
      steps.map(step =>
        step.kind === 'when' && step.steps[0]?.kind === 'leave' ? { ...step, steps: [say('closed'), leave()] } : step
      )
    )
  ],
  [
    'danger now that goes on asking',
    "opening/dangerNow: answer 'yes' goes on asking",
    without('opening', step => step.kind === 'pause' && step.message === 'goOnWhenReady')
  ],
  [
    'danger now without its card',
    "opening/dangerNow: the card 'emergency' is missing after dangerNow",
    flow => ({ ...flow, cards: flow.cards.filter(rule => rule.card !== 'emergency') })
  ],
  [
    'danger now that calls nobody',
    'opening/dangerNow: nobody is called after dangerNow',
    flow => ({ ...flow, urgent: any() })
  ],
  [
    'a hurt neck without its card',
    "survivor/neck: the card 'medical' is missing",
    flow => ({ ...flow, cards: flow.cards.filter(rule => rule.card !== 'medical') })
  ],
  [
    'a path that is too long',
    'the longest path asks 53 questions, more than the 52 promised',
    knowing('friendSafe', before('whileWaiting', 'needs', asking('friendSafe')))
  ],
  [
    'waiting although nobody was asked for',
    'the person is left waiting although nobody was asked for',
    inSection('personNow', () => [wait()])
  ],
  [
    'safe contact before anybody was asked for',
    "'contactMethod' is asked before a person was asked for",
    without('personNow', step => step.kind === 'handover')
  ],
  [
    'the handover after the optional questions',
    'belongs to the waiting and is asked before the handover',
    without('survivor', step => step.kind === 'handover')
  ],
  [
    'all questions in short mode by SMS',
    "survivor/relationship: 'relationship' is asked in short mode by SMS",
    without('survivor', step => step.kind === 'when' && step.steps.some(inner => inner.kind === 'wait'))
  ],
  [
    'safe contact in short mode by SMS',
    'asks how to reach the person in short mode by SMS',
    without('safeContact', step => step.kind === 'when' && step.steps[0]?.kind === 'wait')
  ],
  [
    'limits without more to read',
    'opening/privacyLimits: asking for more does not tell more',
    inSection('opening', steps =>
      steps.map(step => (step.kind === 'ask' && step.question === 'privacyLimits' ? ask('privacyLimits') : step))
    )
  ]
]

const inMachine: Fault[] = [
  ['leaving', 'survivor/wants: LEAVE does not end in silence', deaf('LEAVE', 'survivor/wants')],
  ['leaving under the emergency card', 'emergency: LEAVE does not end in silence', deaf('LEAVE', 'emergency')],
  ['leaving while a worker is here', 'worker: LEAVE does not end in silence', deaf('LEAVE', 'worker')],
  ['a person', "opening/ageBand: PERSON leads to 'opening/ageBand'", deaf('PERSON', 'opening/ageBand')],
  ['emergency help', 'opening/goOn: EMERGENCY', deaf('EMERGENCY', 'waiting')],
  ['going back', "opening/personNear: BACK does not reopen 'audience'", deaf('BACK', 'opening/personNear')],
  ['going back from the queue', 'waiting: BACK does not return to the place left', deaf('BACK', 'waiting')],
  ['going on from the emergency card', 'emergency: GO_ON does not return', deaf('GO_ON', 'emergency')],
  ['going on from a pause', 'GO_ON does not go on', deaf('GO_ON', 'opening/pause5')],
  ['skipping', 'opening/audience: SKIP does not go on', deaf('SKIP', 'opening/audience')],
  ['repeating', 'opening/audience: REPEAT does not say the question again', deaf('REPEAT', 'opening/audience')],
  [
    'another language',
    'opening/audience: LANGUAGE does not say the question again',
    deaf('LANGUAGE', 'opening/audience')
  ],
  [
    'a worker who joins',
    'opening/audience: WORKER_JOINED does not give the worker the floor',
    deaf('WORKER_JOINED', 'opening/audience')
  ],
  ['a worker who leaves', 'worker: WORKER_LEFT does not lead back to the queue', deaf('WORKER_LEFT', 'worker')],
  ['closing', 'waiting: CLOSED does not close', deaf('CLOSED', 'waiting')],
  [
    'an answer',
    'survivor/area: answer "gosport" does not lead on',
    spoilt(
      event => event.type === 'ANSWER' && event.value === 'gosport',
      (_, snapshot) => ({ snapshot, effects: [] })
    )
  ]
]

const spoiltTurns: Fault[] = [
  [
    'urgent made calm by an answer',
    'ANSWER makes an urgent conversation calm again',
    spoilt(
      (event, { memory }) => event.type === 'ANSWER' && memory.urgent && event.value === 'no',
      turn => remembering(turn, { urgent: false })
    )
  ],
  [
    'a request for a person forgotten by going on',
    'GO_ON takes back the request for a person',
    spoilt(
      event => event.type === 'GO_ON',
      turn => remembering(turn, { handover: false })
    )
  ],
  [
    'PERSON that asks for nobody',
    'PERSON asks for nobody',
    spoilt(
      event => event.type === 'PERSON',
      turn => ({ ...turn, effects: [] })
    )
  ],
  [
    'PERSON that forgets the place',
    'PERSON loses the place',
    spoilt(
      event => event.type === 'PERSON',
      turn => remembering(turn, { at: '' })
    )
  ],
  [
    'EMERGENCY without its card',
    'EMERGENCY shows no emergency card',
    spoilt(
      event => event.type === 'EMERGENCY',
      turn => ({ ...turn, effects: turn.effects.filter(effect => effect.type !== 'card') })
    )
  ],
  [
    'EMERGENCY that calls nobody',
    'EMERGENCY calls nobody',
    spoilt(
      event => event.type === 'EMERGENCY',
      turn => ({ ...turn, effects: turn.effects.filter(effect => effect.type !== 'handover') })
    )
  ],
  [
    'a goodbye after leaving',
    'LEAVE does not end in silence',
    spoilt(
      event => event.type === 'LEAVE',
      turn => ({ ...turn, effects: [{ type: 'say', message: 'closed' }] })
    )
  ],
  [
    'an answer to someone who has left',
    'left: REPEAT is answered after the end',
    spoilt(
      (event, { state }) => state === 'left' && event.type === 'REPEAT',
      turn => ({ ...turn, effects: [{ type: 'ask', question: 'wants' }] })
    )
  ],
  [
    'the assistant speaking beside a worker',
    'worker: the assistant speaks beside a worker at WORDS (note)',
    spoilt(
      (event, { state }) => state === 'worker' && event.type === 'WORDS',
      turn => ({ ...turn, effects: [{ type: 'note', note: 'wordsKept' }] })
    )
  ],
  [
    'a question as the worker joins',
    'the assistant speaks beside a worker at WORKER_JOINED (ask)',
    spoilt(
      event => event.type === 'WORKER_JOINED',
      turn => ({ ...turn, effects: [{ type: 'ask', question: 'wants' }] })
    )
  ],
  [
    'an answer that takes the floor from a worker',
    'worker: ANSWER takes the conversation from the worker',
    spoilt(
      (event, { state }) => state === 'worker' && event.type === 'ANSWER',
      (turn, snapshot) => ({ ...turn, snapshot: { ...snapshot, state: 'waiting' } })
    )
  ],
  [
    'two answers taken back at once',
    "BACK does not reopen 'audience', the question before",
    spoilt(
      (event, { state }) => event.type === 'BACK' && state === 'opening/personNear',
      (turn, _, event, flow) => realMachine.step(flow, turn.snapshot, event)
    )
  ],
  [
    'a late answer recorded',
    'a late or unknown answer moves the conversation',
    spoilt(
      (event, { memory }) => event.type === 'ANSWER' && event.question === memory.log.at(-1)?.question,
      (turn, { memory }) => remembering(turn, { log: [...memory.log, ...memory.log.slice(-1)] })
    )
  ],
  [
    'an answer recorded twice',
    'is not recorded as it was given',
    spoilt(
      event => event.type === 'ANSWER' && event.question === 'dangerNow',
      turn => remembering(turn, { log: [...turn.snapshot.memory.log, ...turn.snapshot.memory.log.slice(-1)] })
    )
  ],
  [
    'a late skip that skips the question now asked',
    'SKIP of another question moves',
    spoilt(
      (event, { memory }) => event.type === 'SKIP' && event.question === memory.log.at(-1)?.question,
      (_, snapshot, __, flow) => realMachine.step(flow, snapshot, { type: 'SKIP', question: 'dangerNow' })
    )
  ],
  [
    'a place without a word of it',
    "leads to 'opening/dangerNow' without a word of it",
    spoilt(
      event => event.type === 'ANSWER' && event.question === 'channelOk',
      turn => ({ ...turn, effects: [] })
    )
  ],
  [
    'two questions at once',
    'ANSWER asks two things at once',
    spoilt(
      event => event.type === 'ANSWER' && event.question === 'channelOk',
      turn => ({ ...turn, effects: [...turn.effects, ...turn.effects] })
    )
  ],
  [
    'a second "danger now" that no longer holds',
    "opening/dangerNow: answer 'yes' goes on asking",
    spoilt(
      (event, { memory }) =>
        event.type === 'ANSWER' && event.value === 'yes' && event.question === 'dangerNow' && memory.passed.length > 0,
      (turn, _, __, flow) => realMachine.step(flow, turn.snapshot, { type: 'GO_ON' })
    )
  ],
  [
    'a change that drops later answers',
    "CHANGE does not reopen 'channelOk'",
    spoilt(
      event => event.type === 'CHANGE',
      turn => remembering(turn, { kept: [] })
    )
  ],
  [
    'a machine that fails',
    'opening/wantsNow: REPEAT fails',
    spoilt(
      (event, { state }) => event.type === 'REPEAT' && state === 'opening/wantsNow',
      () => {
        throw new Error('broken')
      }
    )
  ]
]

const isMachine = (damage: Damage | Machine): damage is Machine => typeof damage !== 'function'

function problemsOf(damage: Damage | Machine): readonly string[] {
  const options = { enough: 1 }
  if (isMachine(damage)) return prove(door, { ...options, machine: damage, channels: ['web'] }).problems
  const flow: Flow = damage(door)
  return prove(flow, options).problems
}

describe('the proof finds', () => {
  test.each([...inData, ...spoiltTurns])('%s', (_, message, damage) => {
    expect(problemsOf(damage).join('\n')).toContain(message)
  })
  test.each(inMachine)('%s ignored in one place', (_, message, damage) => {
    expect(problemsOf(damage).join('\n')).toContain(message)
  })
})
