// When what somebody wrote may be asked about. It never counts by itself: only their plain answer does.
import type { CheckRules } from '../src/flow/check.ts'
import { all, any, is, not, on } from '../src/questions/condition.ts'

const survivor = all(is('audience', 'survivor', 'skip'), is('ageBand', '16to17', '18plus', 'skip'))
const another = is('audience', 'friend', 'professional')

/**
 * Where nobody is likely to read along. By SMS every question stays on the phone, so it takes plain answers that all is well;
 * written without `not`, so that an answer that is missing keeps us silent.
 */
const alone = any(
  on('web'),
  all(
    is('channelOk', 'yes'),
    is('deviceWatched', 'no'),
    any(is('personNear', 'no'), is('audience', 'friend', 'professional'))
  )
)

export const checks: CheckRules = {
  // Questions about harm come after the limits of confidentiality, and are never put to a child or on the harmer route.
  about: all(is('privacyLimits', 'ok'), any(survivor, another), alone),
  // Danger to life is asked about as soon as we may write at all, as `dangerNow` is.
  urgent: all(is('channelOk', 'yes', 'unsure'), not(any(is('audience', 'harmer'), is('ageBand', 'under16'))))
}
