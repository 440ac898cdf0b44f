import { SMS_SEGMENTS_MAX } from '../limits.ts'
import type { Words } from '../wording/words.ts'

/** How many texts the words in the field will take. The script counts (client.ts); without it the gate says so afterwards. */
export const TextsCount = ({ words }: { words: Words }) => (
  <p
    id="texts"
    class="texts scripted"
    data-most={SMS_SEGMENTS_MAX}
    data-over={words.staff('textsOver', { max: SMS_SEGMENTS_MAX })}
  >
    {words.staff('textsCount')} <span>0</span> <strong role="status" />
  </p>
)
