import type { Summary } from './schema.ts'

export type WhyNotSent = 'withdrawn' | 'noConsent'

/**
 * Why a summary may not go to somebody outside; null when it may. Only a professional's plain yes, that the person agreed to the
 * referral, allows it: what is missing, unsure, kept back or taken back does not. Asked again at the moment of sending.
 */
export function whyNotSent({ consent }: Pick<Summary, 'consent'>): WhyNotSent | null {
  if (consent.withdrawnAt !== null) return 'withdrawn'
  const agreed = consent.lines.find(({ question }) => question === 'referralConsent')
  return agreed?.state === 'answered' && agreed.value === 'yes' ? null : 'noConsent'
}
