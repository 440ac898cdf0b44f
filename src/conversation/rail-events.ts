// The ways out and through, as the flow takes them.
import type { FlowEvent } from '../flow/events.ts'
import type { Place } from '../flow/step.ts'
import type { RailName } from '../wording/keys.ts'

export const RAIL_EVENTS = {
  leave: 'LEAVE',
  person: 'PERSON',
  emergency: 'EMERGENCY',
  back: 'BACK',
  repeat: 'REPEAT',
  goOn: 'GO_ON'
} as const satisfies Partial<Record<RailName, FlowEvent['type']>>

/** Setting a question aside, whatever kind it is. */
export function skipAt(place: Place): FlowEvent {
  if (place.kind === 'question') return { type: 'SKIP', question: place.question }
  return place.kind === 'check' ? { type: 'DENY', check: place.name } : { type: 'WORDS' }
}
