// Nobody is free: the person chooses between waiting and being contacted later. On the page with a button, by text with a digit.
import type { Flow } from '../flow/flow.ts'
import { placeOf, type Snapshot } from '../flow/step.ts'
import type { MessageKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { isTooEarly } from './by-text.ts'
import type { Change, Conversation } from './conversation.ts'
import type { HandoverEffect, HandoverView } from './handover.ts'
import type { PersonEvent } from './person-event.ts'
import { mayBeSaid, pushed } from './pushed.ts'
import { sentence } from './sentence.ts'

export interface Offer {
  /** They may say that they go on waiting. */
  readonly stay: boolean
  /** They may ask to be contacted later. */
  readonly later: boolean
}

/** What may be chosen now; null while there is nothing to choose. */
export function offerOf(view: HandoverView | undefined): Offer | null {
  if (!view) return null
  const { stage, mayCallBack } = view
  if (stage === 'offered' || stage === 'fallback') return { stay: true, later: mayCallBack }
  if (stage === 'callBack') return { stay: true, later: false }
  return stage === 'outOfHours' && mayCallBack ? { stay: false, later: true } : null
}

/** What an offer becomes while something else is asked: a digit, or a button, would answer that. */
const WHILE_ASKED: Partial<Record<MessageKey, MessageKey | null>> = {
  stillWaitingOrLater: 'stillWaiting',
  nobodyCameOrLater: 'nobodyCame',
  laterOffer: null
}

const isResting = (flow: Flow, snapshot: Snapshot): boolean => placeOf(flow, snapshot).kind === 'waiting'

/** The lines of a handover as they are said where the person stands. What was held back is said when they come to rest. */
export function offersAt(
  effects: readonly HandoverEffect[],
  before: Snapshot,
  after: Snapshot,
  view: HandoverView,
  flow: Flow
): HandoverEffect[] {
  const rests = isResting(flow, after)
  const said = effects.flatMap((effect): HandoverEffect[] => {
    const other = effect.type === 'say' && !rests ? WHILE_ASKED[effect.message] : undefined
    if (other === undefined || effect.type !== 'say') return [effect]
    return other === null ? [] : [{ ...effect, message: other }]
  })
  const comesToRest = rests && !isResting(flow, before)
  const isOffered = said.some(effect => effect.type === 'say' && effect.message in WHILE_ASKED)
  return comesToRest && offerOf(view)?.later && !isOffered ? [...said, { type: 'say', message: 'laterOffer' }] : said
}

const STAY = /^1[.)]?$/
const LATER = /^2[.)]?$/

/** The event as it is meant: by text a lone digit answers the offer, once the offer has left and while nothing else is asked. */
export function asOfferAnswer(event: PersonEvent, found: Conversation, flow: Flow): PersonEvent {
  if (event.type !== 'typed' || found.channel !== 'sms' || isTooEarly(event, found)) return event
  const offer = offerOf(found.handoverState?.view)
  if (!offer || !isResting(flow, found.snapshot)) return event
  const text = event.text.trim()
  if (offer.stay && STAY.test(text)) return { type: 'stay' }
  return offer.later && LATER.test(text) ? { type: 'callBack' } : event
}

/** The choice as it stands in the conversation. Whether it could be made, the handover says. */
export function takeOffer(
  event: Extract<PersonEvent, { type: 'stay' | 'callBack' }>,
  found: Conversation,
  words: Words,
  now: Date
): Change {
  const label = words.page(event.type === 'stay' ? 'keepWaiting' : 'contactLater')
  const to = { ...found, heardAt: now, textsBlocked: false }
  const answer = event.type === 'stay' ? [sentence(words, found.channel, 'status', 'stayAgreed')] : []
  return {
    messages: [
      { from: 'person', kind: 'answer', text: label, locale: words.locale },
      ...answer.filter(message => mayBeSaid(message, to, now))
    ],
    heard: true,
    announce: true,
    ...pushed(to, now)
  }
}
