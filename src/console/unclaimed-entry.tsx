import type { UnclaimedItem } from '../store/unclaimed-list.ts'
import { languageName } from '../summary/language-name.ts'
import type { Words } from '../wording/words.ts'
import { clock } from './clock.ts'

interface EntryProps {
  readonly item: UnclaimedItem
  readonly words: Words
  readonly now: Date
}

/** How they went, and that nobody may follow them: no way to reach anybody is asked for before a person is. */
export const wentWords = ({ went, heardAt }: UnclaimedItem, words: Words, now: Date): string =>
  words.staff(went === 'exit' ? 'leftByExit' : 'wentQuiet', { time: clock(heardAt, now) })

/** Somebody nobody was asked to join: to be read, and nothing else. There is no button here. */
export const UnclaimedEntry = ({ item, words, now }: EntryProps) => (
  <li>
    <p class="reference">{item.reference}</p>
    <p>{wentWords(item, words, now)}</p>
    <p>{words.staff(`referralBand-${item.band}`)}</p>
    <p>
      {words.staff(`referralChannel-${item.channel}`)}, {languageName(item.locale)}
    </p>
    <div class="choices">
      <a href={`/c/${item.reference}`}>{words.staff('readUnclaimed', { reference: item.reference })}</a>
    </div>
  </li>
)
