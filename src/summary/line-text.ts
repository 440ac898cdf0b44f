// Lines of the summary as plain text, each with where it comes from.
import type { Words } from '../wording/words.ts'
import type { Line } from './line.ts'
import { londonClock } from './london-time.ts'
import { shown } from './shown.ts'

const clock = (time: string): string => londonClock(new Date(time))
const quoted = (text: string): string => `"${text}"`

type Saying = Extract<Line, { at: string }>['earlier'][number]

/** Where it comes from: when, how, in which language, and who says so when it is not the person. */
function provenance({ at, channel, locale, source, wordingVersion }: Saying, words: Words): string {
  const how = [clock(at), words.staff(`referralChannel-${channel}`), locale, wordingVersion]
  return `(${source === 'self' ? how.join(', ') : [words.staff(`referralSource-${source}`), ...how].join(', ')})`
}

const earlierText = (saying: Saying, words: Words): string => {
  const said = saying.label ?? (saying.verbatim === null ? words.staff('referralMasked') : quoted(saying.verbatim))
  return `${said} ${provenance(saying, words)}`
}

function lineText(line: Line, words: Words): string {
  const parts = [`- ${line.asked} ${shown(line, words)}`]
  if ('at' in line) {
    if (line.verbatim !== null && line.verbatim !== line.label) parts.push(quoted(line.verbatim))
    parts.push(provenance(line, words))
  }
  if (line.earlier.length > 0) {
    const answers = line.earlier.map(saying => earlierText(saying, words)).join('; ')
    parts.push(`${words.staff('referralEarlier')} ${answers}`)
  }
  return parts.join(' ')
}

const isSilent = (line: Line): boolean => line.state === 'notAsked' && line.earlier.length === 0

/** Lines with something to say, one each; what was not asked follows in a line of its own. */
export function linesText(lines: readonly Line[], words: Words): string[] {
  const silent = lines.filter(isSilent).map(line => line.asked)
  const spoken = lines.filter(line => !isSilent(line)).map(line => lineText(line, words))
  return silent.length === 0 ? spoken : [...spoken, words.staff('referralOpen', { questions: silent.join(' / ') })]
}
