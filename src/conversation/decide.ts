import type { Flow } from '../flow/flow.ts'
import { currentAnswers, placeOf, type Snapshot, step } from '../flow/step.ts'
import { HANDED_OVER_KEPT, SMS_VALID } from '../limits.ts'
import type { AnswerRecord, Channel } from '../questions/answer.ts'
import { assess } from '../triage/band.ts'
import { handoverType } from '../triage/handover-type.ts'
import type { Words } from '../wording/words.ts'
import { compose } from './compose.ts'
import type { Change, Conversation, HandoverRequest, NewMessage } from './conversation.ts'
import { refusal } from './gate.ts'
import { hashSecret, refuseSameWord } from './keep-word.ts'
import type { PersonEvent } from './person-event.ts'
import { keptWords, personSays, recordOf } from './person-says.ts'
import type { Availability, Desk } from './ports.ts'
import { translate } from './translate.ts'

export interface Room {
  readonly flow: Flow
  readonly words: Words
  readonly desk: Desk
}

/** Decides a turn. Null when nothing changes: a conversation that was left takes no event. */
export async function decide(
  conversation: Conversation,
  event: PersonEvent,
  now: Date,
  { flow, words, desk }: Room
): Promise<Change | null> {
  if (conversation.status !== 'open') return null
  if (event.type === 'withhold' || event.type === 'mayKnow') {
    const { type: _type, ...decision } = event
    const line = { ...decision, at: now.toISOString() }
    return { messages: [], withheld: [line], announce: isWatched(conversation) }
  }

  const place = placeOf(flow, conversation.snapshot)
  const read = translate(event, place, words, conversation.channel)
  if (!read) return null
  const flowEvent = await hashSecret(read, place, conversation.snapshot)
  if ('sameWord' in flowEvent) return refuseSameWord(flowEvent.sameWord, conversation, words)
  const { snapshot, effects } = step(flow, conversation.snapshot, flowEvent)
  const accepted = !effects.some(effect => effect.type === 'note')
  const said = personSays(event, flowEvent, words, accepted)
  const record = recordOf(event, flowEvent, conversation, place, words, accepted, now)
  if (snapshot.state === 'left') return left(snapshot, said, record)

  const needsTruth = snapshot.memory.handover || effects.some(effect => effect.type === 'card')
  const availability = needsTruth ? await desk.availability(now) : UNKNOWN
  const request = handoverOf(conversation, snapshot, availability.open)
  const owner = request && conversation.owner.kind === 'assistant' ? ({ kind: 'queue' } as const) : conversation.owner
  const after = placeOf(flow, snapshot)
  const replies = compose(effects, {
    words,
    channel: conversation.channel,
    place: after,
    alerted: snapshot.memory.handover,
    settles: after.kind === 'waiting' && after.asked && (place.kind !== 'waiting' || flowEvent.type === 'PERSON'),
    availability
  })
  const spoken = replies.filter(message => isAllowed(message, { ...conversation, owner }, now))
  return {
    snapshot,
    owner,
    ...(event.type === 'language' ? { locale: words.locale } : {}),
    ...(request ? { handover: request, expiresAt: later(conversation, now) } : {}),
    messages: [...said, ...spoken],
    answers: record ? [record] : keptWords(event, flowEvent, conversation, place, words, now),
    ...(conversation.channel === 'sms' ? { sendNotAfter: new Date(now.getTime() + SMS_VALID) } : {}),
    announce: request !== null || isWatched(conversation)
  }
}

/** Nobody knows who is on duty, so nothing is claimed. */
const UNKNOWN: Availability = { onDuty: false, open: true, opensAt: null }

const isWatched = ({ owner }: Conversation): boolean => owner.kind !== 'assistant'

const isAllowed = (message: NewMessage, to: Conversation, now: Date): boolean =>
  message.from !== 'person' && refusal({ from: message.from, kind: message.kind, notAfter: null }, to, now) === null

/** What the person said while leaving is kept for the record; nothing is said back. */
const left = (snapshot: Snapshot, said: readonly NewMessage[], record: AnswerRecord | null): Change => ({
  snapshot,
  status: 'left',
  messages: said,
  answers: record ? [record] : [],
  endAccess: true,
  announce: true
})

const later = ({ expiresAt }: Conversation, now: Date): Date =>
  new Date(Math.max(expiresAt.getTime(), now.getTime() + HANDED_OVER_KEPT))

/**
 * The handover as it stands after this turn, when the turn asks for one or changes its type or band: what is answered while
 * waiting moves a person up the queue. Somebody who asks for a person gets one, whatever they came for; urgent stays urgent.
 */
function handoverOf(before: Conversation, after: Snapshot, open: boolean): HandoverRequest | null {
  if (!after.memory.handover) return null
  const request = requestFor(after, before.channel, open)
  if (!before.snapshot.memory.handover) return request
  const known = requestFor(before.snapshot, before.channel, open)
  const isSame = known.type === request.type && known.urgent === request.urgent && known.band === request.band
  return isSame ? null : request
}

function requestFor(snapshot: Snapshot, channel: Channel, open: boolean): HandoverRequest {
  const facts = { answers: currentAnswers(snapshot), channel }
  const { band } = assess(facts)
  const type = handoverType(facts, !open)
  if (type === 'urgent_safeguarding') return { type, urgent: true, band }
  if (snapshot.memory.urgent || type === 'urgent') return { type: 'urgent', urgent: true, band }
  return { type: type === 'none' ? 'standard' : type, urgent: false, band }
}
