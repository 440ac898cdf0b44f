// What was heard in somebody's words, as the flow takes it: things to ask about, and what only staff are told.
import type { Check } from '../flow/check.ts'
import type { FlowEvent } from '../flow/events.ts'
import { read } from '../reading/read.ts'
import type { Heard } from '../reading/reading.ts'
import type { Setting } from './open-at.ts'

const checksOf = ({ signals, askFor, concerns }: Heard): Check[] => [
  ...signals.map(signal => ({ kind: 'signal', signal }) as const),
  ...(askFor ? [{ kind: 'rail', rail: askFor } as const] : []),
  ...concerns.map(concern => ({ kind: 'concern', concern }) as const)
]

/** Somebody young is asked how old they are, plainly, whatever was answered before; whoever refers writes of another. */
function ageCheck({ young }: Heard, { place, about }: Setting): Check[] {
  const isAsked = place.kind === 'question' && place.question === 'ageBand'
  return young && about !== 'professional' && !isAsked ? [{ kind: 'question', question: 'ageBand', again: true }] : []
}

/** Whoever writes for another, and says that it is about themselves, is asked so plainly: nobody is led to another path by words. */
const aboutMeCheck = ({ topics }: Heard, { about }: Setting): Check[] =>
  about !== 'self' && topics.includes('professionalAboutMe') ? [{ kind: 'audience', audience: 'survivor' }] : []

/** The event for what was heard; none when there was nothing. `kept`: the words were read as nothing else. */
export function heardEvents(heard: Heard, kept: boolean, setting: Setting, meant: readonly Check[] = []): FlowEvent[] {
  const checks = [...meant, ...ageCheck(heard, setting), ...aboutMeCheck(heard, setting), ...checksOf(heard)]
  if (checks.length === 0 && heard.notices.length === 0) return []
  return [{ type: 'HEARD', checks, notices: heard.notices, kept }]
}

/** Words that came beside something else: they can only raise. */
export function hearBeside(text: string, setting: Setting): FlowEvent[] {
  const heard = read(text, null, setting.lexicons, setting.ours)
  const { reply } = heard
  const events = heardEvents(heard, false, setting)
  if (reply.kind === 'life' && !(reply.act && reply.of === 'other')) {
    return [{ type: 'LIFE', act: reply.act, of: reply.of, danger: reply.danger }, ...events]
  }
  return reply.kind === 'danger' || reply.kind === 'life' ? [{ type: 'DANGER' }, ...events] : events
}
