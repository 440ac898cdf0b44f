// Users of the resource: made without a name, given tokens, deleted.
import { type Answer, type Call, fault } from './answer.ts'
import { tokenFor } from './tokens.ts'

const SCOPES = ['chat', 'chat.join', 'chat.join.limited', 'voip', 'voip.join']

export function identityRoute(call: Call): Answer {
  const { memory, method, path, body } = call
  if (method === 'POST' && path === '/identities') {
    return { status: 201, body: { identity: { id: memory.newUser() } } }
  }
  const [, encoded = '', act] = /^\/identities\/([^/]+)(?:\/(:\w+))?$/.exec(path) ?? []
  const user = decodeURIComponent(encoded)
  if (!memory.users.has(user)) return fault(404, 'NotFound')
  if (method === 'DELETE' && !act) {
    memory.users.delete(user)
    return { status: 204 }
  }
  if (act === ':revokeAccessTokens') {
    memory.revokedAt.set(user, Date.now())
    return { status: 204 }
  }
  if (act !== ':issueAccessToken') return fault(404, 'NotFound')
  const { scopes = [], expiresInMinutes = 1440 } = body ?? {}
  const isFit = scopes.length > 0 && scopes.every((scope: string) => SCOPES.includes(scope))
  if (!isFit || expiresInMinutes < 60 || expiresInMinutes > 1440) return fault(400, 'IdentityBadRequest')
  return { status: 200, body: tokenFor(memory, user, scopes, expiresInMinutes) }
}
