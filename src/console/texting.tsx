import type { Refusal } from '../conversation/gate.ts'
import { knowsOfWorker, mayText } from '../conversation/may-text.ts'
import type { Reading } from '../conversation/ports.ts'
import type { Summary } from '../summary/schema.ts'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import type { SignedIn } from './signed-in.ts'

interface TextingProps {
  readonly reading: Reading
  readonly contact: Summary['safeContact']
  /** Somebody may be looking at their phone. */
  readonly isShort: boolean
  readonly words: Words
  readonly me: SignedIn
  readonly now: Date
}

/** Why a text would not go, for those reasons that are known before it is written; of the exit the banner speaks already. */
const WHY: Partial<Record<Refusal, StaffKey>> = {
  unsafe: 'texting-unsafe',
  blocked: 'texting-blocked',
  near: 'texting-near',
  notAsked: 'texting-notAsked',
  notLive: 'texting-notLive'
}

/** By text: whether a worker's words would go now and until when, and that the person does not know of them yet. */
export function Texting({ reading, contact, isShort, words, me, now }: TextingProps) {
  const { conversation } = reading
  const { why, until, hasAgreed } = mayText(conversation, me.staffId, now)
  const key = why === null ? 'texting-live' : WHY[why]
  if (!key) return null
  const sentences = [words.staff(key, { heard: clock(conversation.heardAt, now), until: clock(until, now) })]
  // In short mode no text may name the service or the topic (domain guide, section 2, never 2): of their own, workers see to it.
  if (isShort && (why === null || why === 'notLive')) sentences.push(words.staff('texting-short'))
  if (why === 'notLive' && hasAgreed && contact.permission) {
    const times = contact.permission.times.map(time => words.option('contactTimes', time)).join(', ')
    sentences.push(words.staff('texting-agreed', { times }))
  }
  if (conversation.owner.kind === 'worker' && !knowsOfWorker(reading)) {
    sentences.push(words.staff('texting-untold'))
    if (why === null) sentences.push(words.staff('texting-sayWho'))
  }
  return <p>{sentences.join(' ')}</p>
}
