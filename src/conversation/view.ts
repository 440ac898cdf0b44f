// What the person's page needs to know about their conversation: nothing more ever leaves for it. No band, no score.
import type { Flow } from '../flow/flow.ts'
import { begin, currentAnswers, isShort, type Place, placeOf } from '../flow/step.ts'
import type { QuestionId } from '../questions/catalogue.ts'
import { type Perspective, perspectiveOf } from '../questions/perspective.ts'
import type { Shown } from '../triage/shown-to-person.ts'
import type { Message, MessageKind, Status } from './conversation.ts'
import type { HandoverView } from './handover.ts'
import type { Reading } from './ports.ts'
import { isYoung } from './setting.ts'
import { type Offer, offerOf } from './take-offer.ts'

export interface View {
  readonly locale: string
  readonly status: Status
  /** Only the current step may be on the screen. */
  readonly short: boolean
  readonly place: Place
  /** They are younger than eighteen, or have shown it. */
  readonly young: boolean
  /** Somebody is near: nothing is on the page but the way out and the way back. */
  readonly hushed: boolean
  /** Whom the words are about: it decides how questions are worded. */
  readonly about: Perspective
  /** Messages after the sequence number asked for, oldest first. */
  readonly messages: readonly Message[]
  readonly lastSeq: number
  /** Questions whose answer counts now and may be changed. */
  readonly changeable: readonly QuestionId[]
  /** First name of the worker in the chat. */
  readonly worker: string | null
  /** A person has been asked for. */
  readonly handoverAsked: boolean
  /** What waiting means now: somebody is coming, nobody is there, or they are contacted later. Null where nobody is waited for. */
  readonly wait: 'queue' | 'closed' | 'later' | null
  /** Nobody is free: what they may choose. */
  readonly offer: Offer | null
  /** Ways to help that fit what was said, at most three, shown while nothing is asked. */
  readonly help: readonly Shown[]
}

/** The view of a stored conversation. */
export function viewOf(
  flow: Flow,
  { conversation, messages }: Pick<Reading, 'conversation' | 'messages'>,
  help: readonly Shown[] = []
): View {
  const { snapshot, owner } = conversation
  const place = placeOf(flow, snapshot)
  if (place.kind === 'question' && place.returning) return atTheDoor({ conversation, messages }, place)
  const hushed = snapshot.memory.hushed ?? false
  return {
    locale: conversation.locale,
    status: conversation.status,
    short: hushed || isShort(flow, snapshot),
    young: isYoung(snapshot),
    hushed,
    place,
    about: perspectiveOf(currentAnswers(snapshot)),
    messages: hushed ? [] : messages,
    lastSeq: conversation.lastSeq,
    changeable: [...snapshot.memory.log, ...(snapshot.memory.told ?? [])].map(entry => entry.question),
    worker: owner.kind === 'worker' ? owner.name : null,
    handoverAsked: snapshot.memory.handover,
    wait: waitOf(conversation.handoverState?.view),
    offer: offerOf(conversation.handoverState?.view),
    help
  }
}

/** What is shown of where a handover stands: no more than a person needs to decide whether to wait. */
function waitOf(view: HandoverView | undefined): View['wait'] {
  switch (view?.stage) {
    case 'queued':
    case 'offered':
    case 'fallback':
      return 'queue'
    case 'outOfHours':
      return 'closed'
    case 'callBack':
      return 'later'
    default:
      return null
  }
}

const AT_THE_DOOR: readonly MessageKind[] = ['ask', 'card', 'note']
/** Sentences that stand before the question at the door. */
const WHY_ASKED: readonly string[] = ['answerFirst', 'otherPerson']

/**
 * Somebody has come back and has not said yet that it is safe: not a word of the conversation, nobody's name, and nothing a
 * worker says meanwhile. Only the question is there, and since then why a choice was not taken, or urgent help.
 */
function atTheDoor(
  { conversation, messages }: Pick<Reading, 'conversation' | 'messages'>,
  place: Extract<Place, { kind: 'question' }>
): View {
  const asked = messages.findLastIndex(({ kind, question }) => kind === 'ask' && question === 'channelOk')
  // Why it is asked again stands before it; whatever else stood there belongs to the conversation.
  const first = WHY_ASKED.includes(messages[asked - 1]?.key ?? '') ? asked - 1 : asked
  const since = asked < 0 ? [] : messages.slice(first)
  return {
    locale: conversation.locale,
    status: conversation.status,
    short: true,
    young: false,
    hushed: false,
    place,
    about: 'self',
    messages: since.filter(
      ({ from, kind, key }) => from === 'assistant' && (AT_THE_DOOR.includes(kind) || key === 'otherPerson')
    ),
    lastSeq: conversation.lastSeq,
    changeable: [],
    worker: null,
    handoverAsked: false,
    wait: null,
    offer: null,
    help: []
  }
}

/** The very first screen, before anything is stored: looking at the page leaves no trace on the server. */
export function firstView(flow: Flow, locale: string): View {
  const { snapshot } = begin(flow, 'web')
  const place = placeOf(flow, snapshot)
  return {
    locale,
    status: 'open',
    short: false,
    young: false,
    hushed: false,
    place,
    about: 'self',
    messages: [],
    lastSeq: 0,
    changeable: [],
    worker: null,
    handoverAsked: false,
    wait: null,
    offer: null,
    help: []
  }
}
