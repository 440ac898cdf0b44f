// The dialogue as it stands, with names for what its places share: for those who draw it, compare it or play it through.
import { door } from '../flows/index.ts'
import { quiet } from '../flows/parts/opening.ts'
import type { Dialogue } from './flow/account/dialogue.ts'
import { anyFlag, HIGH, IMMEDIATE, MEDIUM } from './triage/flags.ts'

export const DIALOGUE: Dialogue = {
  flow: door,
  flags: [
    ...IMMEDIATE.map(({ id, when }) => ({ id, when, level: 'I', name: `referralFlag-${id}` }) as const),
    ...HIGH.map(({ id, when }) => ({ id, when, level: 'H', name: `referralFlag-${id}` }) as const),
    ...MEDIUM.map(({ id, when }) => ({ id, when, level: 'M', name: `referralFlag-${id}` }) as const)
  ],
  byTruth: {
    cards: { emergency: ['emergency', 'emergencyTeamTold', 'emergencyNobodyHere'] },
    handover: ['whileYouWait', 'waiting', 'nobodyOnDuty', 'outOfHours']
  },
  rules: [
    { name: 'rule-anyFlag', when: anyFlag, byFlags: true },
    { name: 'rule-urgent', when: door.urgent, byFlags: true },
    { name: 'rule-shortMode', when: door.shortMode },
    { name: 'rule-quiet', when: quiet }
  ]
}
