// A path played through for an invented person, both channels side by side; every choice is a press, with or without script.
import type { NewMessage } from '../conversation/conversation.ts'
import type { Rehearsed } from '../conversation/rehearse.ts'
import { type Channel, SKIP } from '../questions/answer.ts'
import { QUESTIONS, type QuestionId } from '../questions/catalogue.ts'
import { perspectiveOf } from '../questions/perspective.ts'
import { segmentsOf } from '../wording/segments.ts'
import type { Words } from '../wording/words.ts'
import { addressOf, answersOf, type Given, WRITTEN } from './play-answers.ts'

export const THERE = ['onDuty', 'nobody', 'closed'] as const
export type There = (typeof THERE)[number]

export interface Played {
  readonly words: Words
  readonly given: Given
  readonly there: There
  readonly web: Rehearsed
  readonly sms: Rehearsed
}

const askedAt = ({ place }: Rehearsed): QuestionId | null => (place.kind === 'question' ? place.question : null)

/** The question both wait for, or the one that is asked on one channel only. */
function nextQuestion({ web, sms }: Played): { question: QuestionId; only: Channel | null } | null {
  const [onWeb, bySms] = [askedAt(web), askedAt(sms)]
  const question = onWeb ?? bySms
  if (!question) return null
  return { question, only: onWeb === bySms ? null : onWeb ? 'web' : 'sms' }
}

const Choices = ({ words, question, given }: { words: Words; question: QuestionId; given: Given }) => {
  const { kind, skip } = QUESTIONS[question]
  const { options } = words.question(question, 'web', perspectiveOf(answersOf(given, words)))
  const buttons = [
    ...(kind === 'many' ? [] : options),
    ...(kind === 'text' ? [{ id: WRITTEN, label: words.drawn('play-own') }] : []),
    ...(skip ? [{ id: SKIP, label: words.page('skip') }] : [])
  ]
  return (
    <>
      {kind === 'many' && (
        <>
          {options.map(({ id, label }) => (
            <label key={id} class="tick">
              <input type="checkbox" name={question} value={id} /> {label}
            </label>
          ))}
          <button type="submit" class="main">
            {words.drawn('play-choose')}
          </button>
        </>
      )}
      {buttons.map(({ id, label }) => (
        <button key={id} type="submit" name={question} value={id}>
          {label}
        </button>
      ))}
    </>
  )
}

/** The next question, answered by a press. The answers so far travel along. */
export const NextQuestion = (played: Played) => {
  const { words, given, there } = played
  const next = nextQuestion(played)
  if (!next) return <p class="complaint">{words.drawn('play-ends')}</p>
  const { question, only } = next
  const text = words.question(question, only ?? 'web', perspectiveOf(answersOf(given, words))).text
  const title = only
    ? words.drawn('play-nextOn', { question, where: words.drawn(`where-${only}`) })
    : words.drawn('play-next', { question })
  return (
    <form method="get" action="/flows/try" class="play">
      {given.flatMap(([name, options]) =>
        options.map(option => <input key={`${name} ${option}`} type="hidden" name={name} value={option} />)
      )}
      <input type="hidden" name="there" value={there} />
      <h2>{title}</h2>
      <fieldset>
        <legend>{text}</legend>
        <Choices words={words} question={question} given={given} />
      </fieldset>
      {given.length > 0 && (
        <p>
          <a href={addressOf(given.slice(0, -1), there)}>{words.drawn('play-undo')}</a>
        </p>
      )}
    </form>
  )
}

const Size = ({ words, text }: { words: Words; text: string }) => {
  const segments = segmentsOf(text)
  return <small>{segments === 1 ? words.drawn('play-oneSegment') : words.drawn('play-segments', { segments })}</small>
}

/** On the page the choices of a question stand under it as buttons. */
const Buttons = ({ words, message, given }: { words: Words; message: NewMessage; given: Given }) => {
  const { question, kind } = message
  if (kind !== 'ask' || !question) return null
  const { options } = words.question(question, 'web', perspectiveOf(answersOf(given, words)))
  const labels = [...options.map(({ label }) => label), ...(QUESTIONS[question].skip ? [words.page('skip')] : [])]
  return <small>{labels.map(label => `[ ${label} ]`).join(' ')}</small>
}

/** What is said on one channel, line by line. */
export const Transcript = ({
  words,
  given,
  played,
  channel
}: {
  words: Words
  given: Given
  played: Rehearsed
  channel: Channel
}) => (
  <section aria-labelledby={`said-${channel}`} class="played">
    <h2 id={`said-${channel}`} class="type">
      {words.drawn(`where-${channel}`)}
    </h2>
    <ol>
      {played.messages.map((message, index) => (
        <li key={String(index)} class={`entry from-${message.from}`}>
          <p class="who">{words.drawn(message.from === 'person' ? 'play-person' : 'play-assistant')}</p>
          <p class="said">{message.text}</p>
          {message.from === 'assistant' && channel === 'sms' && <Size words={words} text={message.text} />}
          {message.from === 'assistant' && channel === 'web' && (
            <Buttons words={words} message={message} given={given} />
          )}
        </li>
      ))}
    </ol>
    {played.place.kind === 'left' && <p>{words.drawn('play-silent')}</p>}
  </section>
)
