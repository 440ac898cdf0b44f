// What was heard in somebody's words, as the flow takes it: things to ask about, and what only staff are told.
import type { Check } from '../flow/check.ts'
import type { FlowEvent } from '../flow/events.ts'
import { hear } from '../reading/read.ts'
import type { Heard } from '../reading/reading.ts'
import type { Lexicon } from '../wording/lexicon.ts'

const checksOf = ({ signals, askFor, concerns }: Heard): Check[] => [
  ...signals.map(signal => ({ kind: 'signal', signal }) as const),
  ...(askFor ? [{ kind: 'rail', rail: askFor } as const] : []),
  ...concerns.map(concern => ({ kind: 'concern', concern }) as const)
]

/** The event for what was heard; none when there was nothing. `kept`: the words were read as nothing else. */
export function heardEvents(heard: Heard, kept: boolean, meant: readonly Check[] = []): FlowEvent[] {
  const checks = [...meant, ...checksOf(heard)]
  if (checks.length === 0 && heard.notices.length === 0) return []
  return [{ type: 'HEARD', checks, notices: heard.notices, kept }]
}

/** Words that came beside something else: they can only raise. */
export function hearBeside(text: string, lexicons: readonly Lexicon[]): FlowEvent[] {
  const heard = hear(text, lexicons)
  return [...(heard.danger ? [{ type: 'DANGER' } as const] : []), ...heardEvents(heard, false)]
}
