// Flows with one thing wrong, and the sentence in which the proof must name it.
import type { Flow } from '../../src/flow/flow.ts'
import { ask, go, handover, leave, type Step, say, wait, when } from '../../src/flow/language.ts'
import { LONGEST, OPENING } from '../../src/flow/proof/promises.ts'
import type { Channel } from '../../src/questions/answer.ts'
import { QUESTION_IDS } from '../../src/questions/catalogue.ts'
import { all, any, is } from '../../src/questions/condition.ts'
import { type Damage, inSection, inSmall, insertedBefore, without, withQuestion } from './damage.ts'

export interface DamagedFlow {
  readonly name: string
  readonly message: string
  readonly damage: Damage
  /** Where the fault shows; on the web unless it says otherwise. */
  readonly channel?: Channel
  /** The fault shows only where people write in their own words. */
  readonly speech?: true
  /** How many problems to wait for; the first one unless it says otherwise: that is what a developer is shown. */
  readonly enough?: number
}

/** With eleven that the opening and safe contact ask on the same path, one more than may be. */
const MANY = QUESTION_IDS.filter(id => !OPENING.includes(id)).slice(0, LONGEST.web - 10)

const endsSilently = (step: Step) => step.kind === 'when' && step.steps.at(-1)?.kind === 'leave'
const endsEarly = (step: Step) => step.kind === 'when' && step.steps.at(-1)?.kind === 'wait'
const isHandover = (step: Step) => step.kind === 'handover'
const isLimits = (step: Step) => step.kind === 'ask' && step.question === 'privacyLimits'
const isNeck = (step: Step) => step.kind === 'ask' && step.question === 'neck'
const withoutCard =
  (card: string) =>
  (flow: Flow): Flow => ({ ...flow, cards: flow.cards.filter(rule => rule.card !== card) })

export const damagedFlows: readonly DamagedFlow[] = [
  {
    name: 'a question nobody can reach',
    message: 'safeContact/gender: nobody ever comes here',
    damage: inSmall(inSection('safeContact', steps => [when(any(), [ask('gender')]), ...steps]))
  },
  {
    name: 'sections that lead into each other without a question',
    message: 'nothing is asked on the ring personNow/start',
    damage: flow =>
      inSection('personNow', () => [go('information')])(inSection('information', () => [go('personNow')])(flow))
  },
  {
    name: 'a path that comes round to its own beginning',
    message: 'answering never ends: harmer/area',
    damage: inSmall(inSection('harmer', steps => [...steps.slice(0, -1), go('harmer')])),
    // Each round asks everything once more, which is noticed before the ring is.
    enough: Number.POSITIVE_INFINITY
  },
  {
    name: 'a question asked twice on one path',
    message: "'area' is asked twice on one path",
    damage: insertedBefore('safeContact', 'contactMethod', ask('area'))
  },
  {
    name: 'a question that stands twice in one section',
    message: 'safeContact/contactTimes stands in two places',
    damage: insertedBefore('safeContact', 'contactMethod', ask('contactTimes'))
  },
  {
    name: 'a section that runs off its end',
    message: 'personNow: personNow/handover0 leads nowhere',
    damage: inSection('personNow', steps => steps.slice(0, 1))
  },
  {
    name: 'a section that is not there',
    message: "there is no section 'nowhere'",
    damage: inSection('personNow', () => [go('nowhere')])
  },
  {
    name: 'harm before the limits of confidentiality',
    message: "opening/physical: 'physical' is about harm and is asked before privacyLimits",
    damage: insertedBefore('opening', 'privacyLimits', ask('physical'))
  },
  {
    name: 'the limits left out',
    message: 'is about harm and is asked before privacyLimits',
    damage: without('opening', isLimits)
  },
  {
    name: 'limits without more to read',
    message: 'opening/privacyLimits: asking for more does not tell more',
    damage: inSection('opening', steps => steps.map(step => (isLimits(step) ? ask('privacyLimits') : step)))
  },
  {
    name: 'where the person lives before it is safe to write',
    message: "opening/area: 'area' could identify the person and is asked before channelOk",
    damage: insertedBefore('opening', 'channelOk', ask('area'))
  },
  {
    name: 'another question before channelOk',
    message: "opening/helpSoughtBefore: the first words are not those of 'channelOk'",
    damage: insertedBefore('opening', 'channelOk', ask('helpSoughtBefore'))
  },
  {
    name: 'a question that can no longer be skipped',
    message: 'opening/audience: SKIP does not go on',
    damage: withQuestion('audience', { skip: false })
  },
  {
    name: 'limits that can be skipped',
    message: "opening/privacyLimits: 'privacyLimits' must be answered but SKIP is not refused",
    damage: withQuestion('privacyLimits', { skip: true })
  },
  {
    name: 'channelOk = no that goes on',
    message: "opening/channelOk: answer 'no' does not end in silence",
    channel: 'sms',
    damage: without('opening', endsSilently)
  },
  {
    name: 'channelOk = no that says goodbye',
    message: 'opening/channelOk: ANSWER ends, but not in silence',
    channel: 'sms',
    damage: inSection('opening', steps =>
      steps.map(step => (endsSilently(step) ? { ...step, steps: [say('closed'), leave()] } : step))
    )
  },
  {
    name: 'a pressed no that says nothing of what happens',
    message: "opening/channelOk: answer 'no' does not say what happens",
    damage: without('opening', step => step.kind === 'pause' && step.message === 'beforeYouGo')
  },
  {
    name: 'danger now that goes on asking',
    message: "opening/dangerNow: answer 'yes' goes on asking",
    damage: without('opening', step => step.kind === 'pause' && step.message === 'goOnWhenReady')
  },
  {
    name: 'danger now without its card',
    message: "opening/dangerNow: the card 'emergency' is missing after dangerNow",
    damage: withoutCard('emergency')
  },
  {
    name: 'danger now that calls nobody',
    message: 'opening/dangerNow: nobody is called after dangerNow',
    damage: flow => ({ ...flow, urgent: any() })
  },
  {
    name: 'a hurt neck without its card',
    message: "survivor/neck: the card 'medical' is missing",
    damage: flow => withoutCard('medical')(inSection('survivor', steps => steps.slice(steps.findIndex(isNeck)))(flow))
  },
  {
    name: 'a path that is too long',
    message: 'the longest path asks 53 questions, more than the 52 promised',
    damage: inSmall(inSection('harmer', () => [handover(), ...MANY.map(id => ask(id)), go('safeContact')]))
  },
  {
    name: 'waiting although nobody was asked for',
    message: 'waiting: the person is left waiting although nobody was asked for',
    damage: inSection('personNow', () => [wait()])
  },
  {
    name: 'safe contact before anybody was asked for',
    message: "'contactMethod' is asked before a person was asked for",
    damage: without('personNow', isHandover)
  },
  {
    name: 'no handover before the optional questions',
    message: 'belongs to the waiting and is asked before the handover',
    damage: inSection('survivor', steps => steps.filter(step => !isHandover(step)).slice(-1))
  },
  {
    name: 'questions about harm put before the limits of confidentiality because of own words',
    message: 'is about harm and is asked before privacyLimits',
    speech: true,
    damage: flow => ({ ...flow, checks: { about: all(), urgent: any() } })
  },
  {
    name: 'a child asked about harm because of own words',
    message: "'neck' is asked of somebody who is not to be asked",
    speech: true,
    damage: flow => ({ ...flow, checks: { about: is('privacyLimits', 'ok'), urgent: any() } })
  },
  {
    name: 'danger asked about before it is known that writing is safe',
    message: "'heldNow' is asked before channelOk",
    speech: true,
    damage: flow => ({ ...flow, checks: { about: any(), urgent: all() } })
  },
  {
    name: 'harm asked about in short mode by SMS because of own words',
    message: "'neck' is asked in short mode by SMS",
    speech: true,
    damage: flow => ({
      ...flow,
      checks: {
        about: all(
          is('privacyLimits', 'ok'),
          is('audience', 'survivor', 'skip'),
          is('ageBand', '16to17', '18plus', 'skip')
        ),
        urgent: any()
      }
    }),
    channel: 'sms'
  },
  {
    name: 'all questions in short mode by SMS',
    message: "survivor/relationship: 'relationship' is asked in short mode by SMS",
    damage: without('survivor', endsEarly),
    channel: 'sms'
  },
  {
    name: 'safe contact in short mode by SMS',
    message: 'asks how to reach the person in short mode by SMS',
    damage: without('safeContact', endsEarly),
    channel: 'sms'
  }
]
