// One question of the summary in words: what was asked, what was said, where that comes from, what was said before.
import type { Words } from '../wording/words.ts'
import type { Block } from './block.ts'
import type { Line } from './line.ts'
import { londonClock } from './london-time.ts'
import { shown } from './shown.ts'

type Saying = Extract<Line, { at: string }>['earlier'][number]

/** Where it comes from: when, how, in which language, and who says so when it is not the person. */
function provenance({ at, channel, locale, source, wordingVersion }: Saying, words: Words): string {
  const how = [londonClock(new Date(at)), words.staff(`referralChannel-${channel}`), locale, wordingVersion]
  return `(${source === 'self' ? how.join(', ') : [words.staff(`referralSource-${source}`), ...how].join(', ')})`
}

const earlierText = (saying: Saying, words: Words): string => {
  const own = saying.verbatim === null ? words.staff('referralMasked') : `"${saying.verbatim}"`
  return `${saying.label ?? own} ${provenance(saying, words)}`
}

function lineBlock(line: Line, words: Words): Block {
  const isOwn = 'at' in line && line.verbatim !== null && line.verbatim !== line.label
  const earlier = line.earlier.map(saying => earlierText(saying, words)).join('; ')
  return {
    kind: 'line',
    asked: line.asked,
    answer: shown(line, words),
    own: isOwn && line.verbatim !== null ? { text: line.verbatim, locale: line.locale } : null,
    from: 'at' in line ? provenance(line, words) : null,
    earlier: earlier === '' ? null : `${words.staff('referralEarlier')} ${earlier}`
  }
}

const isSilent = (line: Line): boolean => line.state === 'notAsked' && line.earlier.length === 0

/** Lines with something to say, one each; what was not asked follows in a line of its own. */
export function lineBlocks(lines: readonly Line[], words: Words): Block[] {
  const silent = lines.filter(isSilent).map(line => line.asked)
  const spoken = lines.filter(line => !isSilent(line)).map(line => lineBlock(line, words))
  if (silent.length === 0) return spoken
  return [...spoken, { kind: 'fact', text: words.staff('referralOpen', { questions: silent.join(' / ') }) }]
}
