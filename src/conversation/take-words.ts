// What they did, with what the talking before it makes of it: the same text again is answered once, and what they asked is owed.
import type { FlowEvent } from '../flow/events.ts'
import { COURTESIES } from '../questions/topic.ts'
import type { Reading } from '../reading/reading.ts'
import type { Conversation } from './conversation.ts'
import { type Exchange, hearing, samenessOf } from './exchange.ts'
import type { Setting } from './open-at.ts'
import type { PersonEvent } from './person-event.ts'
import { today } from './second-ear.ts'
import { exchangeOf } from './setting.ts'
import { translate } from './translate.ts'

interface Words {
  readonly events: readonly FlowEvent[]
  readonly exchange: Exchange
  /** Nothing is said to it. */
  readonly silent: boolean
}

/** Events that bring help, or touch life: said once more by text, they are counted as urgent and not answered again. */
const isGrave = (events: readonly FlowEvent[]): boolean =>
  events.some(
    event =>
      event.type === 'DANGER' ||
      event.type === 'LIFE' ||
      (event.type === 'HEARD' && event.checks.some(({ kind }) => kind === 'concern' || kind === 'signal'))
  )

/** What was written, if it moves the flow by what it says rather than by which way it points. */
const isRemark = ({ reply }: Reading): boolean => ['words', 'asks', 'mayHurt', 'nothing'].includes(reply.kind)

/** The second message in a row that was not understood brings the offer of a person, though it says the same once more. */
const isOffering = (events: readonly FlowEvent[], { misses, place }: Setting): boolean =>
  misses === 1 && place.kind !== 'check' && place.kind !== 'waiting' && events.some(({ type }) => type === 'WORDS')

/** 'twin': the same text under another id. Own-words specification, section 7. */
export function takeWords(event: PersonEvent, conversation: Conversation, setting: Setting, now: Date): Words | 'twin' {
  const before = exchangeOf(conversation.snapshot)
  const typed = event.type === 'typed' ? event : null
  // When it reached us; only what was brought by a carrier has such a moment, and can come twice.
  const came = typed?.at ?? now
  const sameness = typed && conversation.channel === 'sms' ? samenessOf(typed.text, before, came) : null
  if (sameness === 'twin' && typed?.at) return 'twin'
  const { events, owes, reading } = translate(event, setting)
  const heard = hearing(before, typed?.text ?? null, came)
  const isAsked = events.some(each => each.type === 'HEARD' && each.checks.some(({ kind }) => kind === 'ear'))
  const listened = isAsked ? { listened: heard.count, listenedOn: today(now) } : {}
  // Nobody waits for an answer to "hi".
  const owed = [...new Set([...before.owed, ...owes.filter(topic => !COURTESIES.includes(topic))])]
  const exchange = { ...heard, ...listened, owed }
  if (sameness !== null && reading) {
    if (isGrave(events)) return { events: [...events, { type: 'AGAIN' }], exchange, silent: true }
    // Not understood once, and said again: a person is offered, and then it is silent.
    if (isRemark(reading) && !isOffering(events, setting)) return { events: [], exchange, silent: true }
  }
  return { events, exchange, silent: false }
}
