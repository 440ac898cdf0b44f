// From what a person did to an event of the flow. What they typed is read here, at the place where they stand.
import type { FlowEvent } from '../flow/events.ts'
import { type Open, readReply } from '../flow/read-reply.ts'
import type { Place } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import { QUESTIONS } from '../questions/catalogue.ts'
import type { RailName } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import type { PersonEvent } from './person-event.ts'

const RAIL_EVENTS = {
  leave: 'LEAVE',
  person: 'PERSON',
  emergency: 'EMERGENCY',
  back: 'BACK',
  repeat: 'REPEAT',
  goOn: 'GO_ON'
} as const satisfies Partial<Record<RailName, FlowEvent['type']>>

/** What a person typed, read against the question that is open; an older question's words are only kept. */
function readTyped(
  event: Extract<PersonEvent, { type: 'typed' }>,
  place: Place,
  words: Words,
  channel: Channel
): FlowEvent {
  const asked = place.kind === 'question' ? place.question : null
  if (event.question !== undefined && event.question !== asked) return { type: 'WORDS' }
  const open: Open | null = asked && {
    question: QUESTIONS[asked],
    labels: words.question(asked, channel).options.map(option => option.label)
  }
  const reply = readReply(event.text, open, rail => words.rail(rail))
  if (reply.kind === 'words') return { type: 'WORDS' }
  if (reply.kind === 'rail') {
    if (reply.rail !== 'skip') return { type: RAIL_EVENTS[reply.rail] }
    return asked ? { type: 'SKIP', question: asked } : { type: 'WORDS' }
  }
  return asked ? { type: 'ANSWER', question: asked, value: reply.value } : { type: 'WORDS' }
}

/** The flow's event for what a person did; null for what does not concern the flow. */
export function translate(event: PersonEvent, place: Place, words: Words, channel: Channel): FlowEvent | null {
  switch (event.type) {
    case 'answer':
      return { type: 'ANSWER', question: event.question, value: event.value }
    case 'skip':
      return { type: 'SKIP', question: event.question }
    case 'change':
      return { type: 'CHANGE', question: event.question }
    case 'typed':
      return readTyped(event, place, words, channel)
    case 'language':
      return { type: 'LANGUAGE' }
    case 'withhold':
    case 'mayKnow':
      return null
    default:
      return { type: RAIL_EVENTS[event.type] }
  }
}
