// The fixed answer to what somebody asks the service, as it is true where they stand.
import { currentAnswers, isShort } from '../flow/step.ts'
import type { Topic } from '../questions/topic.ts'
import { answerTo } from './answer-to.ts'
import type { Scene } from './compose.ts'
import type { NewMessage } from './conversation.ts'
import { today } from './second-ear.ts'
import { sentence } from './sentence.ts'
import { isYoung } from './setting.ts'

/** One that is not signed, or is past its review, is not given: a person is offered. */
export function topicMessage(topic: Topic, scene: Scene): NewMessage {
  const { words, channel, flow, snapshot, about, place, availability, now } = scene
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
