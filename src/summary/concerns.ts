// Whose question it is: one of another audience is not "not asked", it has no line at all.
import type { QuestionId } from '../questions/catalogue.ts'
import { any, type Condition, type Facts, holds, is } from '../questions/condition.ts'

const friend = is('audience', 'friend')
const professional = is('audience', 'professional')
const young = is('ageBand', 'under16')

const ONLY_FOR: { readonly [Q in QuestionId]?: Condition } = {
  youngChoice: young,
  youngNickname: young,
  signsSeen: any(friend, professional),
  friendRelation: friend,
  survivorAware: friend,
  friendSafe: friend,
  friendWorry: friend,
  referrerRole: professional,
  referralConsent: professional,
  referrerRisk: professional,
  safetyPlan: professional,
  referrerChildren: professional,
  referrerWants: professional,
  referrerContact: professional
}

/** Whether a question belongs to the path of this person. */
export function concerns(question: QuestionId, facts: Facts): boolean {
  const condition = ONLY_FOR[question]
  return condition === undefined || holds(condition, facts)
}
