import { type Facts, holds, is } from '../questions/condition.ts'
import { assess } from './band.ts'

export type HandoverType =
  | 'urgent'
  | 'urgent_safeguarding'
  | 'priority'
  | 'standard'
  | 'queued_safe_contact_only'
  | 'harmer_queue'
  | 'none'

/** How a conversation is handed over: first rule that holds. Triage specification, section 4. */
export function handoverType(facts: Facts, outOfHours: boolean): HandoverType {
  const { band } = assess(facts)
  if (holds(is('audience', 'harmer'), facts)) {
    return holds(is('dangerNow', 'yes'), facts) ? 'urgent' : 'harmer_queue'
  }
  if (holds(is('ageBand', 'under16'), facts)) return 'urgent_safeguarding'
  if (band === 'immediate') return 'urgent'
  if (holds(is('channelOk', 'no'), facts) || holds(is('wantsNow', 'information'), facts)) return 'none'
  if (outOfHours) return 'queued_safe_contact_only'
  return band === 'high' ? 'priority' : 'standard'
}
