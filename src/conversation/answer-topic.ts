// The fixed answer to what somebody asks the service, as it is true where they stand.
import type { Flow } from '../flow/flow.ts'
import { currentAnswers, isShort, type Place, type Snapshot } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import type { Perspective } from '../questions/perspective.ts'
import type { Topic } from '../questions/topic.ts'
import type { Words } from '../wording/words.ts'
import { answerTo } from './answer-to.ts'
import type { NewMessage } from './conversation.ts'
import type { Availability } from './ports.ts'
import { today } from './second-ear.ts'
import { sentence } from './sentence.ts'
import { isYoung } from './setting.ts'

/** Where they stand as they ask. */
export interface Asking {
  readonly words: Words
  readonly channel: Channel
  readonly flow: Flow
  readonly snapshot: Snapshot
  readonly about: Perspective
  readonly place: Place
  readonly availability: Availability
  readonly now: Date
}

/** One that is not signed, or is past its review, is not given: a person is offered. */
export function topicMessage(topic: Topic, asking: Asking): NewMessage {
  const { words, channel, flow, snapshot, about, place, availability, now } = asking
  const isHarmer = currentAnswers(snapshot).audience === 'harmer'
  const chosen = answerTo(
    topic,
    {
      channel,
      short: isShort(flow, snapshot),
      about,
      path: isHarmer ? 'harmer' : isYoung(snapshot) ? 'young' : null,
      availability,
      waiting: place.kind === 'waiting' && place.asked,
      // Whether a worker has looked at a conversation that nobody has taken yet, the road does not know: it claims nothing.
      read: false,
      day: today(now)
    },
    words.answers
  )
  if (!chosen) return sentence(words, channel, 'note', 'topicForPerson')
  const text = words.on(channel, words.topic(chosen.key, chosen.values))
  return { from: 'assistant', kind: 'note', text, locale: words.locale }
}
