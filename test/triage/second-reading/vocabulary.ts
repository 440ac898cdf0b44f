// Every id the specification's sections 2 to 4 can give, so that a run over invented people can say whom it never met.
import { HIGH } from './high-flags.ts'
import { IMMEDIATE } from './immediate-flags.ts'
import { MEDIUM } from './medium-flags.ts'
import type { Reading } from './second-reading.ts'

const BANDS = ['immediate', 'high', 'medium', 'not_enough_known', 'standard', 'not_banded']

const SERVICES = [
  ...['ext.999', 'ext.samaritans', 'soton.hampton_trust', 'ext.respect', 'soton.male_engagement', 'ext.childline'],
  ...['soton.cyp', 'ext.soton_children', 'ext.hants_children', 'ext.ndah', 'hants.landlord_guidance'],
  ...['hants.advice_line', 'hants.social_landlord', 'soton.idva', 'soton.pippa', 'hants.professional_referral'],
  ...['soton.community_medium', 'ext.portsmouth', 'ext.iow', 'uk.refuge_national', 'hants.dispersed'],
  ...['hants.refuge', 'soton.refuge', 'hants.sanctuary', 'soton.blue_lamp', 'soton.dove', 'hants.housing_team'],
  ...['soton.housing_needs', 'soton.floating_support', 'hants.flexible_funding', 'soton.scc_funds', 'ext.karma'],
  ...['ext.mens', 'ext.galop', 'ext.999bsl', 'ext.signhealth', 'ext.hourglass', 'ext.stalking', 'ext.rapecrisis'],
  'ext.pets'
]

const NOTES = [
  ...['location-seeking', 'safeguarding-lead', 'safeguarding-16-17', 'hrda-route', 'marac-prompt'],
  ...['out-of-area-first', 'gender-not-known', 'unmet-dispersed-southampton', 'no-sanctuary-in-area'],
  ...['sanctuary-blocked', 'local-housing-team', 'immigration-advice-first']
]

const HANDOVERS = [
  'urgent',
  'harmer_queue',
  'urgent_safeguarding',
  'none',
  'queued_safe_contact_only',
  'priority',
  'standard'
]

/** Every id of one reading. A handover is told from a band of the same name. */
export const idsOf = ({ band, reasons, services, notes, handover }: Reading) =>
  new Set([band, ...reasons, ...services, ...notes, `handover ${handover}`])

export const EVERY_ID: readonly string[] = [
  ...[...IMMEDIATE, ...HIGH, ...MEDIUM].map(([id]) => id),
  ...[...BANDS, 'harmer route', ...SERVICES, ...NOTES],
  ...HANDOVERS.map(handover => `handover ${handover}`)
]
