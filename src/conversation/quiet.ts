// Ten minutes of silence on a page. Waiting for a worker, or talking to one, is never silence. Domain guide, section 8.
import type { Flow } from '../flow/flow.ts'
import { placeOf } from '../flow/step.ts'
import { canReturn } from './come-back.ts'
import type { Conversation } from './conversation.ts'
import type { Decision } from './ports.ts'

/** quiet: the page shows nothing more, and a word leads back. leave: nothing would, so the person leaves. stays: somebody is coming. */
export type Quiet = 'quiet' | 'leave' | 'stays'

export function decideQuiet({ snapshot, status, owner }: Conversation, flow: Flow): Decision<Quiet> {
  if (status !== 'open') return { change: null, result: 'quiet' }
  // Whoever has come back and not said yet that it is safe is not waiting: the question must not stand there for others.
  const place = placeOf(flow, snapshot)
  if (place.kind !== 'question' || !place.returning) {
    if (owner.kind !== 'assistant') return { change: null, result: 'stays' }
    if (!canReturn(snapshot)) return { change: null, result: 'leave' }
  }
  return { change: { messages: [], endAccess: true, announce: true }, result: 'quiet' }
}
