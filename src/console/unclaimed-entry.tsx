import type { Message } from '../conversation/conversation.ts'
import { isAtRisk, type Went } from '../conversation/unclaimed.ts'
import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import { languageName } from '../summary/language-name.ts'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'
import { emergencyWords } from './emergency.tsx'
import { TheirWords } from './their-words.tsx'

interface EntryProps {
  readonly item: UnclaimedItem
  readonly words: Words
  readonly now: Date
  /** Their last words; none where there is nothing to say of how they went. */
  readonly said?: readonly Message[]
  /** Somebody else has to read this one. */
  readonly isBarred?: boolean
  /** A supervisor: theirs is the decision about 999. */
  readonly decides?: boolean
}

const WENT = {
  danger: 'went-danger',
  suicide: 'went-suicide',
  plea: 'went-plea',
  hands: 'went-hands',
  noTexts: 'went-noTexts',
  exit: 'leftByExit',
  quiet: 'wentQuiet'
} as const satisfies Record<Went, StaffKey>

/** How they went, and that nobody may follow them: whatever was agreed, nobody contacts somebody who has left. */
export const wentWords = (
  { went, heardAt }: Pick<UnclaimedItem, 'went' | 'heardAt'>,
  words: Words,
  now: Date
): string => words.staff(WENT[went], { time: clock(heardAt, now) })

/** Whether their last words stand on the list: the way they went, or what nobody understood, says nothing without them. */
export const showsWords = ({ went, unread }: UnclaimedItem): boolean => unread || (went !== 'exit' && went !== 'quiet')

/** Somebody who is not in the queue: to be read, and nothing else. There is no button here. */
export const UnclaimedEntry = ({ item, words, now, said = [], isBarred, decides }: EntryProps) => {
  const { reference, went, unread, band, channel, locale, emergency } = item
  const decision = emergencyWords(item, words, now)
  return (
    <li class={isAtRisk(went) ? 'is-urgent' : undefined}>
      <p class="reference">{reference}</p>
      <p class={isAtRisk(went) ? 'complaint' : undefined}>{wentWords(item, words, now)}</p>
      {unread && <p>{words.staff('mark-notUnderstood')}</p>}
      <TheirWords said={said} now={now} />
      <p>{words.staff(`referralBand-${band}`)}</p>
      <p>
        {words.staff(`referralChannel-${channel}`)}, {languageName(locale)}
      </p>
      {decision && <p class={emergency?.kind === 'open' ? 'complaint' : undefined}>{decision}</p>}
      <div class="choices">
        {isBarred ? (
          <p>{words.staff('barredPartner')}</p>
        ) : (
          <>
            <a href={`/c/${reference}`}>{words.staff('readUnclaimed', { reference })}</a>
            {emergency && decides && (
              <a href={`/c/${reference}/emergency`}>{words.staff('emergencyLink', { reference })}</a>
            )}
          </>
        )}
      </div>
    </li>
  )
}
