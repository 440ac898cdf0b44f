// Threads: made once under a key of the caller's, entered, deleted.
import { type Answer, type Call, fault, identifier, idIn } from './answer.ts'
import type { Memory, StoredThread } from './memory.ts'
import { messageRoute } from './messages.ts'
import type { Bearer } from './tokens.ts'

interface Coming {
  readonly communicationIdentifier: unknown
  readonly displayName?: string
}

const maySetUp = ({ scopes }: Bearer) => scopes.includes('chat')
const mayAdd = ({ scopes }: Bearer) => scopes.includes('chat') || scopes.includes('chat.join')

/** Lets in whom the resource knows; the others are named. */
function enter(memory: Memory, thread: StoredThread, coming: readonly Coming[]) {
  const isKnown = ({ communicationIdentifier }: Coming) => memory.users.has(idIn(communicationIdentifier))
  for (const { communicationIdentifier, displayName } of coming.filter(isKnown)) {
    thread.participants.set(idIn(communicationIdentifier), displayName === undefined ? {} : { displayName })
  }
  const unknown = coming.filter(one => !isKnown(one))
  const invalid = unknown.map(one => ({
    code: '403',
    message: 'Permissions check failed',
    target: idIn(one.communicationIdentifier)
  }))
  return invalid.length > 0 ? { invalidParticipants: invalid } : {}
}

function makeThread({ memory, headers, body }: Call, me: Bearer): Answer {
  if (!maySetUp(me)) return fault(403, 'Forbidden')
  const key = `${me.user} ${headers['repeatability-request-id']}`
  const known = memory.idempotent.get(key)
  const thread = memory.everyThread.find(({ id }) => id === known) ?? memory.newThread(body.topic, me.user)
  memory.idempotent.set(key, thread.id)
  const invalid = known
    ? {}
    : enter(memory, thread, [{ communicationIdentifier: identifier(me.user) }, ...(body.participants ?? [])])
  if (!known) memory.add(thread, { type: 'topicUpdated', sender: me.user, content: thread.topic })
  const chatThread = {
    id: thread.id,
    topic: thread.topic,
    createdOn: memory.now().toISOString(),
    createdByCommunicationIdentifier: identifier(thread.createdBy)
  }
  return { status: 201, body: { chatThread, ...invalid } }
}

export function threadRoute(call: Call): Answer {
  const { memory, method, path, body, me } = call
  if (!me) return fault(401, 'Unauthorized')
  if (path === '/chat/threads' && method === 'POST') return makeThread(call, me)
  const [, id = '', rest = ''] = /^\/chat\/threads\/([^/]+)(\/.*)?$/.exec(path) ?? []
  const thread = memory.threads.get(decodeURIComponent(id))
  if (!thread) return fault(404, 'ThreadNotFound')
  if (!thread.participants.has(me.user)) return fault(403, 'Forbidden')
  if (rest === '' && method === 'DELETE') {
    if (!maySetUp(me)) return fault(403, 'Forbidden')
    memory.threads.delete(thread.id)
    memory.deleted.push(thread)
    return { status: 204 }
  }
  if (rest === '/participants/:add') {
    if (!mayAdd(me)) return fault(403, 'Forbidden')
    const invalid = enter(memory, thread, body.participants)
    memory.add(thread, { type: 'participantAdded', sender: me.user, content: '' })
    return { status: 201, body: invalid }
  }
  return messageRoute(call, thread, me, rest)
}
