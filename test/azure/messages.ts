// Messages: no key makes one once; ten in ten seconds and thirty in a minute, from everybody in a thread together.
import { type Answer, type Call, fault, identifier } from './answer.ts'
import type { Memory, StoredMessage, StoredThread } from './memory.ts'
import type { Bearer } from './tokens.ts'

const LONGEST = 28 * 1024
/** Smaller than anybody asks for, so that pages are turned. */
const PAGE = 3
const LIMITS = [
  { most: 10, within: 10_000 },
  { most: 30, within: 60_000 }
]

const shown = (message: StoredMessage) => ({
  id: message.id,
  type: message.type,
  sequenceId: String(message.sequenceId),
  version: message.id,
  createdOn: message.createdOn.toISOString(),
  content: message.type === 'topicUpdated' ? { topic: message.content } : { message: message.content },
  senderDisplayName: message.senderDisplayName,
  senderCommunicationIdentifier: identifier(message.sender),
  metadata: message.metadata,
  deletedOn: message.deletedOn?.toISOString()
})

/** Seconds until one more may be posted. */
function tooMany({ messages }: StoredThread, now: Date): number {
  const times = messages
    .filter(({ type }) => type === 'text' || type === 'html')
    .map(({ createdOn }) => createdOn.getTime())
  const waits = LIMITS.map(({ most, within }) => (times.at(-most) ?? 0) + within - now.getTime())
  return Math.ceil(Math.max(0, ...waits) / 1000)
}

function post(memory: Memory, thread: StoredThread, { user }: Bearer, body: Call['body']): Answer {
  if (Buffer.byteLength(body.content) > LONGEST) return fault(413, 'RequestEntityTooLarge')
  const wait = tooMany(thread, memory.now())
  if (wait > 0) return fault(429, 'TooManyRequests', { 'retry-after': String(wait) })
  const { content, type = 'text', senderDisplayName, metadata } = body
  const { id } = memory.add(thread, { type, sender: user, content, senderDisplayName, metadata })
  return { status: 201, body: { id }, headers: { location: `/chat/threads/${thread.id}/messages/${id}` } }
}

/** The newest first, page by page: the next page is asked for by where this one ended. */
function list({ query, path, headers, lacks }: Call, { messages }: StoredThread): Answer {
  const since = query.get('startTime')
  const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY)
  const every = messages
    .slice(0, messages.length - lacks)
    .filter(({ createdOn, sequenceId }) => (!since || createdOn >= new Date(since)) && sequenceId < before)
    .reverse()
  const value = every.slice(0, PAGE)
  const next = new URLSearchParams(query)
  next.set('before', String(value.at(-1)?.sequenceId))
  const link = every.length > PAGE ? { nextLink: `https://${headers.host}${path}?${next}` } : {}
  return { status: 200, body: { value: value.map(shown), ...link } }
}

export function messageRoute(call: Call, thread: StoredThread, me: Bearer, rest: string): Answer {
  if (rest === '/messages' && call.method === 'POST') return post(call.memory, thread, me, call.body)
  if (rest === '/messages') return list(call, thread)
  const message = thread.messages.find(({ id }) => rest === `/messages/${id}`)
  if (!message || call.method !== 'DELETE') return fault(404, 'NotFound')
  if (message.sender !== me.user) return fault(403, 'Forbidden')
  message.content = ''
  message.deletedOn = call.memory.now()
  return { status: 204 }
}
