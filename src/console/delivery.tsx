// How far a text of ours got: a small part of its line in the chat, replaced in place when it gets further.
import type { Delivery, Message } from '../conversation/conversation.ts'
import { neverArrives } from '../conversation/may-text.ts'
import type { Words } from '../wording/words.ts'
import { type Part, part } from './part.ts'

/** The mark of one message; null where there is nothing to follow: the person's own words, and everything on the web. */
export const deliveryPart = ({ seq, delivery }: Message, words: Words): Part | null =>
  delivery ? part(`delivery-${seq}`, <Mark delivery={delivery} words={words} />) : null

/** A text on its way is read out to nobody: only that one has not come. */
const Mark = ({ delivery, words }: { delivery: Delivery; words: Words }) =>
  neverArrives(delivery) ? (
    <p class="delivery is-stopped">{words.staff(`delivery-${delivery}`)}</p>
  ) : (
    <p class="delivery" aria-live="off">
      {words.staff(`delivery-${delivery}`)}
    </p>
  )
