// What is to be posted next in a thread: what is safe to do, then why a worker's message went nowhere, then what was said.
import type { Speaker } from '../../conversation/conversation.ts'
import type { Reading } from '../../conversation/ports.ts'
import type { Post } from '../transport.ts'
import type { BridgeDeps } from './deps.ts'
import { answerKey, firstKey, wordsKey } from './keys.ts'
import type { Heard, Thread } from './thread.ts'
import { together } from './together.ts'

export interface Next {
  readonly post: Post
  readonly readyAt: Date
  /** What is true once it stands in the thread. */
  readonly done: { readonly greeted: true } | { readonly answered: Heard } | { readonly mirroredSeq: number }
}

type Room = Pick<BridgeDeps, 'account' | 'desk' | 'words' | 'now'>

const service = (room: Room, key: string, text: string): Post => ({
  key,
  as: 'service',
  displayName: room.words.staff('deskTitle'),
  from: 'service',
  locale: room.words.locale,
  text
})

const linkOf = ({ account, words }: Room, { reference }: Thread): string =>
  words.staff('azureLink', { link: `${account.staffUrl.replace(/\/+$/, '')}/c/${reference}` })

export const visitorName = ({ words }: Pick<BridgeDeps, 'words'>, { channel }: Thread): string =>
  words.staff(`azureVisitor-${channel}`)

/** Null when everything is there that should be. */
export async function nextPost(
  room: Room,
  thread: Thread & { readonly visitor: string },
  reading: Reading,
  heard: readonly Heard[]
): Promise<Next | null> {
  const { account, desk, words } = room
  const now = room.now()
  if (!thread.greeted) {
    const lines = await desk.firstLines(reading)
    const rule = words.staff(account.includesWords ? 'azureGoesOn' : 'azureStaysHere')
    const text = [...lines, rule, linkOf(room, thread)].join('\n')
    return { post: service(room, firstKey(thread), text), readyAt: now, done: { greeted: true } }
  }
  const refused = heard.find(message => message.refused !== null && !message.answered)
  if (refused?.refused) {
    const text = `${desk.whyNot(refused.refused)} ${linkOf(room, thread)}`
    const post = service(room, answerKey(thread, refused.messageId), text)
    return { post, readyAt: now, done: { answered: refused } }
  }
  return account.includesWords ? nextWords(room, thread, reading, heard) : null
}

function nextWords(
  { desk, words }: Room,
  thread: Thread & { readonly visitor: string },
  reading: Reading,
  heard: readonly Heard[]
): Next | null {
  const fromThere = new Set(heard.map(({ seq }) => seq))
  const waiting = desk
    .visible(reading)
    .filter(({ seq, text }) => seq > thread.mirroredSeq && !fromThere.has(seq) && text !== '')
  const names: Record<Speaker, string> = {
    person: visitorName({ words }, thread),
    assistant: words.staff('speakerAssistant'),
    worker: words.staff('deskTitle')
  }
  const next = together(waiting, speaker => names[speaker])
  if (!next) return null
  const post: Post = {
    key: wordsKey(thread, next.upTo),
    as: next.from === 'person' ? { visitor: thread.visitor } : 'service',
    displayName: next.from === 'mixed' ? words.staff('deskTitle') : names[next.from],
    from: next.from,
    locale: next.locale,
    text: next.text
  }
  return { post, readyAt: next.readyAt, done: { mirroredSeq: next.upTo } }
}
