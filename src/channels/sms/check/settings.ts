// How the messaging service treats a text on its way.
import { SMS_VALID } from '../../../limits.ts'
import type { Rule } from './account-facts.ts'

const VALID_SECONDS = SMS_VALID / 1_000

const late: Rule = ({ service: { validitySeconds } }) =>
  validitySeconds <= VALID_SECONDS
    ? []
    : [
        `A text may arrive ${validitySeconds} seconds late, when somebody else may hold the phone: ` +
          `set the validity period to ${VALID_SECONDS}.`
      ]

const changed: Rule = ({ service }) =>
  service.smartEncoding
    ? ['Smart encoding is on: Twilio changes signs in what was written, behind the count workers see; switch it off.']
    : []

const byArea: Rule = ({ service }) =>
  service.areaCodeGeomatch
    ? ['Area code geomatch is on: Twilio may choose another number for the same person; switch it off.']
    : []

/** Twilio would keep the whole number for it, whatever redaction says (its warning 23005). */
const longCode: Rule = ({ service }) =>
  service.fallbackToLongCode
    ? [
        'Fallback to long code is on: texts may come from another number, and numbers cannot be redacted; switch it off.'
      ]
    : []

export const SETTING_RULES: readonly Rule[] = [late, changed, byArea, longCode]
