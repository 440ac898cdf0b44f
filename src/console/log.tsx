import type { Message } from '../conversation/conversation.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { deliveryPart } from './delivery.tsx'
import { PartBox } from './part-box.tsx'

interface EntriesProps {
  readonly messages: readonly Message[]
  readonly words: Words
  readonly now: Date
}

const speaker = ({ from, by }: Message, words: Words): string => {
  if (from === 'worker') return by ?? words.staff('speakerYou')
  return words.staff(from === 'person' ? 'speakerPerson' : 'speakerAssistant')
}

/** The lines of the chat, oldest first. The number in `data-seq` is where a stream goes on from. */
export const Entries = ({ messages, words, now }: EntriesProps) => (
  <>
    {messages.map(message => (
      <div key={message.seq} class={`entry from-${message.from} is-${message.kind}`} data-seq={message.seq}>
        <p class="who">
          {speaker(message, words)} <time dateTime={message.at.toISOString()}>{clock(message.at, now)}</time>
        </p>
        <p class="said" dir="auto" lang={message.locale}>
          {message.text}
        </p>
        <Delivery message={message} words={words} />
      </div>
    ))}
  </>
)

const Delivery = ({ message, words }: { message: Message; words: Words }) => {
  const mark = deliveryPart(message, words)
  return mark && <PartBox part={mark} />
}
