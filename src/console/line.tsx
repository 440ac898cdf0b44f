// One line of the summary with where it comes from. Not asked, skipped and unsure are different words (law 12).
import { languageName } from '../summary/language-name.ts'
import type { Line } from '../summary/line.ts'
import { shown } from '../summary/shown.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'

interface LineProps {
  readonly line: Line
  readonly words: Words
  readonly now: Date
}

type Given = Extract<Line, { at: string }>
type Saying = Given['earlier'][number]

const isGiven = (line: Line): line is Given => 'at' in line

/** By whom, when, on which channel, in which language, to which wording. */
function provenance(said: Saying, words: Words, now: Date): string {
  return [
    said.source === 'self' ? words.staff('saidByThemselves') : words.staff(`referralSource-${said.source}`),
    clock(new Date(said.at), now),
    words.staff(`referralChannel-${said.channel}`),
    languageName(said.locale),
    words.staff('wordingVersion', { version: said.wordingVersion })
  ].join(' · ')
}

export const LineItem = ({ line, words, now }: LineProps) => (
  <li>
    <p class="asked">{line.asked}</p>
    {isGiven(line) ? (
      <>
        <p class="answer">{shown(line, words)}</p>
        {line.verbatim && <Verbatim said={line} />}
        <p class="provenance">{provenance(line, words, now)}</p>
      </>
    ) : (
      <p class="answer">{shown(line, words)}</p>
    )}
    {line.earlier.map(said => (
      <p key={said.at} class="provenance">
        {words.staff('referralEarlier')} {said.label ?? said.verbatim ?? words.staff('referralMasked')} ·{' '}
        {provenance(said, words, now)}
      </p>
    ))}
  </li>
)

const Verbatim = ({ said }: { said: Saying }) => (
  <blockquote dir="auto" lang={said.locale}>
    {said.verbatim}
  </blockquote>
)
