// From what a person did to events of the flow. What they typed is read here, at the place where they stand.
import type { Check } from '../flow/check.ts'
import type { FlowEvent } from '../flow/events.ts'
import type { Place } from '../flow/step.ts'
import { QUESTIONS } from '../questions/catalogue.ts'
import { read } from '../reading/read.ts'
import type { Reply } from '../reading/reading.ts'
import type { RailName } from '../wording/keys.ts'
import { isPictureOnly } from './by-text.ts'
import { hearBeside, heardEvents } from './hear.ts'
import { openAt, type Setting } from './open-at.ts'
import type { PersonEvent } from './person-event.ts'

const RAIL_EVENTS = {
  leave: 'LEAVE',
  person: 'PERSON',
  emergency: 'EMERGENCY',
  back: 'BACK',
  repeat: 'REPEAT',
  goOn: 'GO_ON'
} as const satisfies Partial<Record<RailName, FlowEvent['type']>>

/** Setting a question aside, whatever kind it is. */
function skipAt(place: Place): FlowEvent {
  if (place.kind === 'question') return { type: 'SKIP', question: place.question }
  return place.kind === 'check' ? { type: 'DENY', check: place.name } : { type: 'WORDS' }
}

/** What a reply means at the place where it was given; null for own words. */
function replied(reply: Reply, place: Place): FlowEvent | null {
  if (reply.kind === 'rail') return reply.rail === 'skip' ? skipAt(place) : { type: RAIL_EVENTS[reply.rail] }
  if (reply.kind === 'danger') return { type: 'DANGER' }
  if (reply.kind !== 'answer' && reply.kind !== 'meant') return null
  if (place.kind === 'shelf') return { type: 'READ', page: reply.value as (typeof place.pages)[number] }
  if (reply.kind === 'meant') return null
  if (place.kind === 'question') return { type: 'ANSWER', question: place.question, value: reply.value }
  if (place.kind !== 'check') return null
  return { type: reply.value === 'yes' ? 'CONFIRM' : 'DENY', check: place.name }
}

/** What a person typed, read against what is open; words meant for an older question are only kept. */
function readTyped(event: Extract<PersonEvent, { type: 'typed' }>, setting: Setting): FlowEvent[] {
  const { place, lexicons, isFirst, isBack, isEarly } = setting
  if (isPictureOnly(event)) return isFirst || isBack || !setting.mayWrite ? opening(NO_WORDS, [], isBack) : []
  const asked = place.kind === 'question' ? place.question : undefined
  const isOlder = event.question !== undefined && event.question !== asked
  const reading = read(event.text, isOlder || isFirst || isBack ? null : openAt(setting), lexicons)
  const { reply } = reading
  if (isFirst || isBack) return opening(reply, heardEvents(reading, false, wishIn(reply)), isBack)
  if (isEarly && couldAnswer(reply)) return isAsking(place) ? [...heardEvents(reading, false), { type: 'REPEAT' }] : []
  if (isOlder && reply.kind !== 'danger') return keptOr(heardEvents(reading, true))
  const answered = replied(reply, place) ?? saidAgain(event.text, setting)
  if (answered) return [answered, ...heardEvents(reading, false)]
  const meant = reply.kind === 'meant' && asked ? [{ kind: 'meant', question: asked, value: reply.value } as const] : []
  // What they meant is asked at once: nothing needs to be said about their words.
  return keptOr(heardEvents(reading, meant.length === 0, meant))
}

/** Asked what they meant, people often say it again: then it is read against the question itself. */
function saidAgain(text: string, setting: Setting): FlowEvent | null {
  const { place, lexicons } = setting
  if (place.kind !== 'check' || place.check.kind !== 'meant') return null
  const asked: Place = { kind: 'question', question: place.check.question, canSkip: true }
  const { reply } = read(text, openAt({ ...setting, place: asked }), lexicons)
  return reply.kind === 'answer' ? replied(reply, asked) : null
}

/** Words in which nothing was heard are words still. */
const keptOr = (heard: FlowEvent[]): FlowEvent[] => (heard.length > 0 ? heard : [{ type: 'WORDS' }])

/** What a reply could be taken for an answer by: nothing else depends on which question it was for. */
const couldAnswer = (reply: Reply): boolean =>
  reply.kind === 'answer' || reply.kind === 'meant' || (reply.kind === 'rail' && reply.rail === 'goOn')

const isAsking = ({ kind }: Place): boolean => ['question', 'check', 'pause', 'shelf', 'page'].includes(kind)

const NO_WORDS: Reply = { kind: 'words' }

/** "Can I talk to someone" as the first text of all: asked back with a plain yes or no, once it is all right to write. */
const wishIn = (reply: Reply): Check[] =>
  reply.kind === 'rail' && reply.rail === 'person' ? [{ kind: 'rail', rail: 'person' }] : []

/**
 * The first text of all, or the first after a long silence. Nothing goes back but the neutral question, with one exception:
 * danger now brings urgent help at once (domain guide, section 2, never 2). A word for leaving is heeded in silence.
 */
function opening(reply: Reply, heard: readonly FlowEvent[], isBack: boolean): FlowEvent[] {
  if (reply.kind === 'danger') return [{ type: 'DANGER' }, ...heard]
  if (reply.kind === 'rail' && reply.rail === 'leave') return [{ type: 'LEAVE' }]
  if (reply.kind === 'rail' && reply.rail === 'emergency') return [{ type: 'EMERGENCY' }, ...heard]
  return isBack ? [{ type: 'RETURN' }, ...heard] : [...heard, { type: 'REPEAT' }]
}

/** The flow's events for what a person did, the one that matters first; none for what does not concern the flow. */
export function translate(event: PersonEvent, setting: Setting): FlowEvent[] {
  const { lexicons } = setting
  switch (event.type) {
    case 'answer': {
      // Own words in answer to a question are heard too; a name, a number or a safe word is not.
      const told = event.question === 'friendWorry' ? String(event.value) : (event.words ?? '')
      const answer = { type: 'ANSWER', question: event.question, value: event.value } as const
      return [answer, ...(told && !QUESTIONS[event.question].masked ? hearBeside(told, lexicons) : [])]
    }
    case 'skip':
      return [{ type: 'SKIP', question: event.question }]
    case 'confirm':
      return [{ type: event.yes ? 'CONFIRM' : 'DENY', check: event.check }]
    case 'read':
      return [{ type: 'READ', page: event.page }]
    case 'change':
      return [{ type: 'CHANGE', question: event.question }]
    case 'typed':
      return readTyped(event, setting)
    case 'language':
      // A page shows everything anew; a phone shows what is said to it.
      if (setting.channel !== 'sms') return [{ type: 'LANGUAGE' }]
      return [{ type: setting.isBack ? 'RETURN' : 'REPEAT' }]
    case 'withhold':
    case 'mayKnow':
    case 'stay':
    case 'callBack':
      return []
    default:
      return [{ type: RAIL_EVENTS[event.type] }]
  }
}
