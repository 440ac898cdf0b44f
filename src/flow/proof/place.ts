// What must have happened before a question may be asked, or before a person may be left waiting.

import type { QuestionId } from '../../questions/catalogue.ts'
import { holds } from '../../questions/condition.ts'
import type { Flow } from '../flow.ts'
import { factsOf } from '../memory.ts'
import { WAITING } from '../states.ts'
import { placeOf, type Snapshot } from '../step.ts'
import {
  isAboutHarm,
  isIdentifying,
  isSafeContact,
  isShortened,
  isSurvivor,
  knowsTheLimits,
  mayWrite,
  OPENING,
  SHORT_BY_SMS,
  WHILE_WAITING,
  wantsInformation
} from './promises.ts'

/** Plain sentences about what is wrong with standing here. */
export function faultsOfPlace(flow: Flow, snapshot: Snapshot): string[] {
  const place = placeOf(flow, snapshot)
  if (place.kind === 'question') return faultsOfQuestion(flow, snapshot, place.question)
  const { memory, state } = snapshot
  const nobodyAsked = state === WAITING && !memory.handover && !holds(wantsInformation, factsOf(memory))
  return nobodyAsked ? ['the person is left waiting although nobody was asked for'] : []
}

function faultsOfQuestion(flow: Flow, { memory }: Snapshot, id: QuestionId): string[] {
  const question = flow.questions[id]
  if (!question) return [`'${id}' is asked but is not among the questions of the flow`]
  const facts = factsOf(memory)
  const onShortSms = memory.channel === 'sms' && holds(flow.shortMode, facts)
  const faults: [string, boolean][] = [
    ['is asked twice on one path', memory.log.some(entry => entry.question === id)],
    ['could identify the person and is asked before channelOk', isIdentifying(question) && !holds(mayWrite, facts)],
    ['is about harm and is asked before privacyLimits', isAboutHarm(id, question) && !holds(knowsTheLimits, facts)],
    ['is asked before a person was asked for', isSafeContact(question) && !memory.handover],
    [
      'belongs to the waiting and is asked before the handover',
      WHILE_WAITING.includes(id) && holds(isSurvivor, facts) && !memory.handover
    ],
    ['asks how to reach the person in short mode by SMS', onShortSms && isSafeContact(question)],
    [
      'is asked in short mode by SMS',
      onShortSms && holds(isShortened, facts) && !OPENING.includes(id) && !SHORT_BY_SMS.includes(id)
    ]
  ]
  return faults.flatMap(([fault, broken]) => (broken ? [`'${id}' ${fault}`] : []))
}
