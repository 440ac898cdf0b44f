// Section 4, "Handover type, first that holds".
import { band } from './band.ts'
import { harmer, type Person, picked, under16 } from './person.ts'

export function handover(p: Person): string {
  if (harmer(p)) return picked(p, 'dangerNow', 'yes') ? 'urgent' : 'harmer_queue'
  if (under16(p)) return 'urgent_safeguarding'
  if (band(p) === 'immediate') return 'urgent'
  if (picked(p, 'channelOk', 'no') || picked(p, 'wantsNow', 'information')) return 'none'
  if (p.outOfHours) return 'queued_safe_contact_only'
  if (band(p) === 'high') return 'priority'
  return 'standard'
}
