// A real identity provider on this machine, and a browser that walks through its pages.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Provider } from 'oidc-provider'

export const STAFF_URL = 'https://staff.example.org'
export const CLIENT = { clientId: 'desk', clientSecret: 'a secret of tests' }

export interface TestProvider {
  readonly issuer: string
  /** Whoever has an account there, with their claims: change them as an administrator would. */
  readonly people: Record<string, Record<string, unknown>>
  close(): Promise<void>
}

export async function openProvider(people: TestProvider['people']): Promise<TestProvider> {
  let handle: ReturnType<Provider['callback']> | null = null
  const server = createServer((request, response) => handle?.(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${STAFF_URL}/sign-in/identity/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code']
      }
    ],
    pkce: { required: () => true },
    cookies: { keys: ['for tests'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: '1' }] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['name', 'given_name', 'roles', 'oid', 'tid'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    findAccount: async (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people[id] })
    })
  })
  handle = provider.callback()
  return {
    issuer,
    people,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

/** A browser: cookies for each host; the desk's pages by `inject`, the provider's over the network. */
export class Visitor {
  readonly #desk: FastifyInstance
  readonly #jars = new Map<string, Map<string, string>>()
  /** Every address it was sent to. */
  readonly seen: URL[] = []

  constructor(desk: FastifyInstance) {
    this.#desk = desk
  }

  /** Opens an address and follows where it leads; `stopAt`: the beginning of an address not to open. */
  async open(
    address: string,
    form?: Record<string, string>,
    stopAt?: string
  ): Promise<{ status: number; body: string; at: URL }> {
    let at = new URL(address, STAFF_URL)
    let fields = form
    for (;;) {
      this.seen.push(at)
      if (stopAt && at.href.startsWith(stopAt)) return { status: 0, body: '', at }
      const { status, body, location } = await this.#ask(at, fields)
      if (!location) return { status, body, at }
      at = new URL(location, at)
      fields = undefined
    }
  }

  async #ask(at: URL, fields?: Record<string, string>) {
    const jar = this.#jars.get(at.host) ?? new Map<string, string>()
    this.#jars.set(at.host, jar)
    const headers = {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {})
    }
    const method = fields ? 'POST' : 'GET'
    const payload = fields ? new URLSearchParams(fields).toString() : undefined
    const keep = (lines: readonly string[]) => {
      for (const line of lines) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value) jar.set(name, value)
        else jar.delete(name)
      }
    }
    if (at.origin === STAFF_URL) {
      const url = at.pathname + at.search
      const answer = await this.#desk.inject({ method, url, headers, ...(payload ? { payload } : {}) })
      keep([answer.headers['set-cookie'] ?? []].flat())
      return { status: answer.statusCode, body: answer.body, location: answer.headers.location }
    }
    const answer = await fetch(at, { method, headers, redirect: 'manual', ...(payload ? { body: payload } : {}) })
    keep(answer.headers.getSetCookie())
    return { status: answer.status, body: await answer.text(), location: answer.headers.get('location') ?? undefined }
  }

  /** Signs in at the provider as somebody, from the desk's own link on. `stopAt` as above. */
  async signIn(who: string, { from = '/sign-in/identity', stopAt }: { from?: string; stopAt?: string } = {}) {
    let page = await this.open(from, undefined, stopAt)
    while (page.status === 200 && page.at.origin !== STAFF_URL) {
      const action = /action="([^"]+)"/.exec(page.body)?.[1] ?? ''
      const prompt = /name="prompt" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
      const form = prompt === 'login' ? { prompt, login: who, password: 'x' } : { prompt }
      page = await this.open(action, form, stopAt)
    }
    return page
  }
}
