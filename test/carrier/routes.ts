// Which request is which: the addresses of api.twilio.com and messaging.twilio.com that the product uses.
import type { Form } from './accept.ts'
import type { Account } from './account.ts'
import type { Operation } from './faults.ts'
import { listed } from './list.ts'
import { toResource } from './message.ts'
import type { OutboxOfTwilio } from './outbox-of-twilio.ts'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly form: Form
}

/** What to answer. Without a body: 204. */
export interface Answered {
  readonly status: number
  readonly body?: object
}

export interface Route {
  readonly operation: Operation
  readonly answer: () => Answered
}

const ok = (body: object): Answered => ({ status: 200, body })

/** Twilio's messages. Null when the address is another one. */
export function messageRoute(asked: Asked, account: Account, outbox: OutboxOfTwilio): Route | null {
  const base = `/2010-04-01/Accounts/${account.accountSid}/Messages`
  const { method, path, query, form } = asked
  if (path === `${base}.json`) {
    if (method === 'POST') {
      return { operation: 'create', answer: () => ({ status: 201, body: toResource(outbox.take(form)) }) }
    }
    return { operation: 'list', answer: () => ok(listed(outbox.all, path, query)) }
  }
  const sid = path.startsWith(`${base}/`) ? /\/(\w+)\.json$/.exec(path)?.[1] : undefined
  if (sid === undefined) return null
  if (method === 'POST') return { operation: 'update', answer: () => ok(toResource(outbox.update(sid, form))) }
  if (method === 'GET') return { operation: 'fetch', answer: () => ok(toResource(outbox.find(sid))) }
  const remove = (): Answered => {
    outbox.remove(sid)
    return { status: 204 }
  }
  return method === 'DELETE' ? { operation: 'remove', answer: remove } : null
}
