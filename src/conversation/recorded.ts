// What a worker writes down about a conversation: for staff alone, kept in order, never changed. The person is told nothing of it.

/** How a contact ended, as whoever worked on it says. `test`: nobody in need was there, so it is not counted. */
export const OUTCOMES = [
  'advice_given',
  'safety_plan',
  'referred_refuge',
  'referred_idva_outreach',
  'referred_housing',
  'signposted',
  'callback_booked',
  'left_before_help',
  'not_our_service',
  'test'
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Why a service was declined, as the dataset counts it (domain guide, section 9: indicator 10). */
export const DECLINED_BECAUSE = [
  'noSpace',
  'risk',
  'cannotMeetNeed',
  'noRecourse',
  'largeFamily',
  'son16Plus',
  'personDeclined',
  'other'
] as const
export type DeclinedBecause = (typeof DECLINED_BECAUSE)[number]

/** What came of a service; `notSpokenOf` takes back what was recorded before. */
export const CAME_OF_IT = ['notSpokenOf', 'accepted', ...DECLINED_BECAUSE] as const
export type CameOfIt = (typeof CAME_OF_IT)[number]

/** What can be recorded in a few words. `done`: whatever has no kind of its own. */
export const ACTIONS = ['done', 'safeguarding', 'shared', 'withdrawn', 'calledBack'] as const
export type Action = (typeof ACTIONS)[number]

/** What came of a try to contact somebody who agreed to it. */
export const ATTEMPTS = ['reached', 'noAnswer', 'voicemail', 'otherAnswered', 'notSafe'] as const
export type Attempt = (typeof ATTEMPTS)[number]

/** `overridden`: begun at another time than they agreed to, and `text` says why. `givenUp`: no try, but the end of trying. */
export interface AttemptWriting {
  readonly kind: 'attempt'
  readonly result: Attempt | 'overridden' | 'givenUp'
  readonly text: string | null
}

export type Writing =
  | AttemptWriting
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly closedBecause: string | null }
  | { readonly kind: 'service'; readonly service: string; readonly cameOfIt: CameOfIt }
  | { readonly kind: 'action'; readonly action: Action; readonly text: string }
  /** Shared without agreement, because of serious risk. */
  | { readonly kind: 'withoutConsent'; readonly reason: string; readonly approvedBy: string }

export interface Signed {
  /** Name of the worker. */
  readonly by: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export type Recorded = Writing & Signed

/** A private note: from worker to worker. No export and no summary has it. */
export interface Note extends Signed {
  readonly text: string
}
