// What the person's page needs to know about their conversation: nothing more ever leaves for it. No band, no score.
import type { Flow } from '../flow/flow.ts'
import { begin, isShort, placeOf } from '../flow/step.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import type { Shown } from '../triage/shown-to-person.ts'
import type { Message, Status } from './conversation.ts'
import type { Reading } from './ports.ts'
import { type PlaceNow, placeNow } from './return-place.ts'

export interface View {
  readonly locale: string
  readonly status: Status
  /** Only the current step may be on the screen. */
  readonly short: boolean
  readonly place: PlaceNow
  /** Messages after the sequence number asked for, oldest first. */
  readonly messages: readonly Message[]
  readonly lastSeq: number
  /** Questions whose answer counts now and may be changed. */
  readonly changeable: readonly QuestionId[]
  /** First name of the worker in the chat. */
  readonly worker: string | null
  /** A person has been asked for. */
  readonly handoverAsked: boolean
  /** Ways to help that fit what was said, at most three, shown while nothing is asked. */
  readonly help: readonly Shown[]
}

/** The view of a stored conversation. */
export function viewOf(flow: Flow, { conversation, messages }: Reading, help: readonly Shown[] = []): View {
  const { snapshot, owner } = conversation
  const place = placeNow(flow, snapshot)
  if (place.returning) return atTheDoor(conversation, place)
  return {
    locale: conversation.locale,
    status: conversation.status,
    short: isShort(flow, snapshot),
    place,
    messages,
    lastSeq: conversation.lastSeq,
    changeable: snapshot.memory.log.map(entry => entry.question),
    worker: owner.kind === 'worker' ? owner.name : null,
    handoverAsked: snapshot.memory.handover,
    help
  }
}

/** Somebody has come back and has not said yet that it is safe: not a word of the conversation, and nobody's name. */
const atTheDoor = ({ locale, status, lastSeq }: Reading['conversation'], place: PlaceNow): View => ({
  locale,
  status,
  short: true,
  place,
  messages: [],
  lastSeq,
  changeable: [],
  worker: null,
  handoverAsked: false,
  help: []
})

/** The very first screen, before anything is stored: looking at the page leaves no trace on the server. */
export function firstView(flow: Flow, locale: string): View {
  const { snapshot } = begin(flow, 'web')
  const place = placeOf(flow, snapshot)
  return {
    locale,
    status: 'open',
    short: false,
    place,
    messages: [],
    lastSeq: 0,
    changeable: [],
    worker: null,
    handoverAsked: false,
    help: []
  }
}
