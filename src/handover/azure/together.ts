// What waits for Azure, put together into one post: a turn of one speaker, or, when many wait, all of them with their speakers.
import type { Message, Speaker } from '../../conversation/conversation.ts'
import { AZURE_CATCH_UP, AZURE_POST_MAX, AZURE_TOGETHER } from '../../limits.ts'

export interface Together {
  readonly from: Speaker | 'mixed'
  readonly text: string
  readonly locale: string
  /** The last message that is in it. */
  readonly upTo: number
  /** Before this it may still grow. */
  readonly readyAt: Date
}

const bytes = (text: string): number => Buffer.byteLength(text)

/** As many of them as one post can hold; one at least. */
function fitting(messages: readonly Message[], line: (message: Message) => string): Message[] {
  let size = 0
  const first = messages.findIndex(message => {
    size += bytes(line(message)) + 1
    return size > AZURE_POST_MAX
  })
  return messages.slice(0, first < 0 ? messages.length : Math.max(1, first))
}

const turnsIn = (messages: readonly Message[]): number =>
  messages.filter(({ from }, index) => from !== messages[index - 1]?.from).length

/** The next post of what waits, oldest first; null when nothing does. `label` names a speaker where several are in one post. */
export function together(waiting: readonly Message[], label: (speaker: Speaker) => string): Together | null {
  const [first] = waiting
  if (!first) return null
  const isMixed = turnsIn(waiting) > AZURE_CATCH_UP
  const end = waiting.findIndex(({ from }) => from !== first.from)
  const turn = isMixed || end < 0 ? waiting : waiting.slice(0, end)
  const line = ({ from, text }: Message) => (isMixed ? `${label(from)}: ${text}` : text)
  const taken = fitting(turn, line)
  const last = taken.at(-1) ?? first
  // Whoever writes in short lines is read as they meant it; what others say does not wait.
  const patience = !isMixed && first.from === 'person' ? AZURE_TOGETHER : 0
  return {
    from: isMixed ? 'mixed' : first.from,
    text: taken.map(line).join('\n'),
    locale: last.locale,
    upTo: last.seq,
    readyAt: new Date(first.at.getTime() + patience)
  }
}
