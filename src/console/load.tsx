// What a worker holds, where it keeps them from taking more, and why.
import type { Bar } from '../conversation/ports.ts'
import type { Standing } from '../store/bars.ts'
import type { Words } from '../wording/words.ts'
import { barWords } from './barred.ts'
import { clock } from './clock.ts'

interface Props {
  readonly standing: Standing
  readonly words: Words
  readonly now: Date
}

export const Load = ({ standing, words, now }: Props) => {
  const full: Bar | null = standing.isFull ? 'full' : standing.isFullUrgent ? 'fullUrgent' : null
  const { pauseUntil, isCovered } = standing
  return (
    <>
      {full && <p class="complaint">{barWords(words, full)}</p>}
      {pauseUntil && (
        <p class="complaint">
          {words.staff(isCovered ? 'loadPause' : 'loadPauseAlone', { time: clock(pauseUntil, now) })}
        </p>
      )}
    </>
  )
}
