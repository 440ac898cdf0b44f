// The fixed answer to what somebody asks the service.
import type { Topic } from '../questions/topic.ts'
import type { Scene } from './compose.ts'
import type { NewMessage } from './conversation.ts'
import { sentence } from './sentence.ts'

/** One that is not signed, or is past its review, is not given: a person is offered. */
export const topicMessage = (_topic: Topic, { words, channel }: Scene): NewMessage =>
  sentence(words, channel, 'note', 'missedTwice')
