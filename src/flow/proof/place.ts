// What must have happened before a question may be asked, or before a person may be left waiting.

import type { Answer } from '../../questions/answer.ts'
import { holds } from '../../questions/condition.ts'
import { isQuietAnswer, type YesOrNo } from '../check.ts'
import type { Flow } from '../flow.ts'
import { factsOf } from '../memory.ts'
import { WAITING } from '../states.ts'
import { type Place, placeOf, type Snapshot } from '../step.ts'
import {
  isAboutHarm,
  isIdentifying,
  isSafeContact,
  isShortened,
  isSurvivor,
  knowsTheLimits,
  mayBeAskedOfHarm,
  mayWrite,
  OPENING,
  SHORT_BY_SMS,
  WHILE_WAITING,
  wantsInformation
} from './promises.ts'

type Asked = Extract<Place, { kind: 'question' }>

/** Plain sentences about what is wrong with standing here. */
export function faultsOfPlace(flow: Flow, snapshot: Snapshot): string[] {
  const place = placeOf(flow, snapshot)
  // Whether it is safe is asked of everybody who comes back, as often as they do.
  if (place.kind === 'question') return place.returning ? [] : faultsOfQuestion(flow, snapshot, place)
  if (place.kind === 'check') return faultsOfCheck(snapshot, place.check)
  const { memory, state } = snapshot
  const nobodyAsked = state === WAITING && !memory.handover && !holds(wantsInformation, factsOf(memory))
  return nobodyAsked ? ['the person is left waiting although nobody was asked for'] : []
}

function faultsOfCheck({ memory }: Snapshot, check: YesOrNo): string[] {
  if (check.kind !== 'signal') return []
  const facts = factsOf(memory)
  if (!holds(mayWrite, facts)) return [`'${check.signal}' is asked before channelOk`]
  const isEarly = check.signal === 'petsHarmed' && !holds(knowsTheLimits, facts)
  return isEarly ? [`'${check.signal}' is asked before privacyLimits`] : []
}

/** An answer that raised nothing may be asked for once more when they write of it. */
const isRaised = (value: Answer | undefined): boolean => !isQuietAnswer(value)

function faultsOfQuestion(flow: Flow, { memory }: Snapshot, { question: id, spoken }: Asked): string[] {
  const question = flow.questions[id]
  if (!question) return [`'${id}' is asked but is not among the questions of the flow`]
  const facts = factsOf(memory)
  const onShortSms = memory.channel === 'sms' && holds(flow.shortMode, facts)
  const faults: [string, boolean][] = [
    [
      'is asked twice on one path',
      // Whoever writes that they are younger than they said is asked once more how old they are.
      memory.log.some(
        entry => entry.question === id && (spoken === undefined || (id !== 'ageBand' && isRaised(entry.value)))
      )
    ],
    [
      'is asked of somebody who is not to be asked',
      spoken === true && isAboutHarm(id, question) && !holds(mayBeAskedOfHarm, facts)
    ],
    ['could identify the person and is asked before channelOk', isIdentifying(question) && !holds(mayWrite, facts)],
    ['is about harm and is asked before privacyLimits', isAboutHarm(id, question) && !holds(knowsTheLimits, facts)],
    ['is asked before a person was asked for', isSafeContact(question) && !memory.handover],
    [
      'belongs to the waiting and is asked before the handover',
      !spoken && WHILE_WAITING.includes(id) && holds(isSurvivor, facts) && !memory.handover
    ],
    ['asks how to reach the person in short mode by SMS', onShortSms && isSafeContact(question)],
    [
      'is asked in short mode by SMS',
      onShortSms && holds(isShortened, facts) && !OPENING.includes(id) && !SHORT_BY_SMS.includes(id)
    ]
  ]
  return faults.flatMap(([fault, broken]) => (broken ? [`'${id}' ${fault}`] : []))
}
