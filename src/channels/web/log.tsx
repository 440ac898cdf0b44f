// What was said, in order. In short mode only what belongs to the step the person is at.
import type { Message } from '../../conversation/conversation.ts'
import type { View } from '../../conversation/view.ts'
import type { Words } from '../../wording/words.ts'
import { WithNumbers } from './numbers.tsx'
import { AS_WRITTEN } from './step.tsx'

export interface Shown {
  readonly entries: readonly Message[]
  /** The question, check, pause, shelf or page that stands below as the current step, and is therefore not in the log. */
  readonly current: Message | undefined
  /** Every message up to this sequence number is on the page; the next answer brings those after it. */
  readonly after: number
}

/** The heading over a list of pages stands over the list, and says nothing: after every page it would stand in the log once more. */
const isShelf = ({ from, key }: Message): boolean => from === 'assistant' && key === 'shelf'

/** What of a view's messages is in the log. */
export function shownOf({ place, messages, short, lastSeq }: View): Shown {
  const current = messages.findLast(({ from, kind, question, key }) => {
    if (place.kind === 'question') return kind === 'ask' && question === place.question
    if (from !== 'assistant') return false
    if (place.kind === 'pause' || place.kind === 'shelf') return key === place.message
    // The words of a check and the title of a page are the only ones that have no key.
    return (place.kind === 'check' || place.kind === 'page') && kind === 'said' && key === undefined
  })
  const others = messages.filter(message => message !== current && !isShelf(message))
  if (short) {
    const lastOfPerson = others.findLastIndex(message => message.from === 'person')
    return { entries: others.slice(lastOfPerson + 1), current, after: 0 }
  }
  return { entries: others, current, after: current ? current.seq - 1 : lastSeq }
}

interface EntriesProps {
  readonly words: Words
  readonly view: View
  readonly entries: readonly Message[]
}

/** The lines of the log. Each has an address of its own, so that none is ever shown twice. */
export const Entries = ({ words, view, entries }: EntriesProps) => (
  <>
    {entries.map(message => (
      <Entry key={message.seq} words={words} view={view} message={message} />
    ))}
  </>
)

const speakerOf = (message: Message, words: Words): string => {
  if (message.from === 'worker') return message.by ?? ''
  return words.page(message.from === 'person' ? 'you' : 'assistant')
}

function Entry({ words, view, message }: { words: Words; view: View; message: Message }) {
  const { seq, from, kind, text, question, locale } = message
  const canChange = from === 'person' && kind === 'answer' && question && view.changeable.includes(question)
  const isAssistant = from === 'assistant'
  // Their own words, and a question that was read as the heading: a screen reader must not say them again.
  const isKnown = from === 'person' || kind === 'ask'
  return (
    <div id={`m${seq}`} class={`m ${from} ${kind}`} data-seq={seq} {...(isKnown ? { 'aria-live': 'off' } : {})}>
      <b class={from === 'worker' ? 'who' : 'v'}>{speakerOf(message, words)}: </b>
      <p dir="auto" {...(locale === view.locale ? {} : { lang: locale })} {...(isAssistant ? {} : AS_WRITTEN)}>
        {isAssistant ? <WithNumbers text={text} /> : text}
      </p>
      {canChange && view.place.kind !== 'worker' && (
        <button type="submit" form="r" name="change" value={question}>
          {words.page('change')}
          <span class="v">: {text}</span>
        </button>
      )}
    </div>
  )
}
