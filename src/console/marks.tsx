// What was read in a person's words and a worker must know before they do anything: for staff alone, in plain words.

import { marksNow } from '../conversation/marks-told.ts'
import type { Reading } from '../conversation/ports.ts'
import type { Check } from '../flow/check.ts'
import { currentAnswers, type Snapshot } from '../flow/step.ts'
import type { Channel } from '../questions/answer.ts'
import { questionAbout } from '../questions/concern.ts'
import type { Mark } from '../questions/mark.ts'
import { withheldIn } from '../summary/withheld.ts'
import type { Words } from '../wording/words.ts'
import { unreadWords } from './last-words.ts'
import { TheirWords } from './their-words.tsx'

/** One mark as a sentence: where somebody is near it depends on what their phone, or their page, would do. */
export const markWords = (mark: Mark, channel: Channel, words: Words): string =>
  words.staff(
    mark === 'someoneNear' ? (channel === 'sms' ? 'mark-someoneNear-sms' : 'mark-someoneNear-web') : `mark-${mark}`
  )

/** What is true no longer, or was asked about since, is not told as if it stood. */
function sentences(snapshot: Snapshot, channel: Channel, words: Words): string[] {
  const isAsked = currentAnswers(snapshot).suicide !== undefined
  const now = marksNow(snapshot).map(mark =>
    mark === 'lifeAtRisk' && isAsked ? words.staff('mark-lifeAtRiskAsked') : markWords(mark, channel, words)
  )
  const { marks = [], hushed } = snapshot.memory
  return marks.includes('someoneNear') && !hushed ? [...now, words.staff('mark-someoneNearBefore')] : now
}

/** What they told and were not asked about yet, by name. What they keep back is not named. */
function told(reading: Reading, words: Words): string[] {
  const withheld = withheldIn(reading)
  const nameOf = (check: Check): string[] => {
    if (check.kind === 'signal') return [words.staff(`told-${check.signal}`)]
    if (check.kind !== 'concern' || withheld.has(questionAbout(check.concern))) return []
    return [words.staff(`told-${check.concern}`)]
  }
  return reading.conversation.snapshot.memory.checks.flatMap(nameOf)
}

interface MarksProps {
  readonly reading: Reading
  readonly words: Words
  readonly now: Date
}

export const Marks = ({ reading, words, now }: MarksProps) => {
  const { snapshot, channel } = reading.conversation
  const names = told(reading, words)
  return (
    <>
      {sentences(snapshot, channel, words).map(sentence => (
        <p key={sentence} class="mark">
          <strong>{sentence}</strong>
        </p>
      ))}
      {names.length > 0 && <p class="mark">{words.staff('toldNotAsked', { what: names.join(', ') })}</p>}
      <TheirWords said={unreadWords(reading)} now={now} />
    </>
  )
}
