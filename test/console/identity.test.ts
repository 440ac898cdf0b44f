// Staff sign in at the organisation's identity provider: the real client against a real provider.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newSignInLink } from '../../src/console/routes.ts'
import { hashOf, newToken } from '../../src/console/sign-in-link.ts'
import { PROOF_FRESH } from '../../src/limits.ts'
import type { IdentityProvider } from '../../src/staff/identity.ts'
import { identityProvider } from '../../src/staff/identity-provider.ts'
import { rebind } from '../rebind.ts'
import { openTestDesk, Person, type TestDesk, Worker } from './desk.ts'
import { CLIENT, openProvider, STAFF_URL, type TestProvider, Visitor } from './provider.ts'

const CALLBACK = `${STAFF_URL}/sign-in/identity/callback`

let provider: TestProvider
let desk: TestDesk
let real: IdentityProvider
/** What the desk asks: the real client, unless a test puts something between. */
const between: IdentityProvider = {
  begin: (callback, again) => real.begin(callback, again),
  finish: (address, visit) => real.finish(address, visit)
}
beforeAll(async () => {
  provider = await openProvider({
    w1: { oid: 'oid-1', tid: 'tenant', name: 'Robin Ash', roles: ['Worker'] },
    s1: {
      oid: 'oid-2',
      tid: 'tenant',
      given_name: 'Kim',
      name: 'Dr Kim Lee',
      roles: ['Supervisor', 'Admin', 'Stranger']
    },
    a1: { name: 'Audrey', roles: ['Auditor'] },
    n1: { oid: 'oid-4', tid: 'tenant', name: 'Nobody', roles: [] },
    n2: { oid: 'oid-5', tid: 'tenant', name: 'Other', roles: ['worker', 'constructor', 'Owner'] }
  })
  real = identityProvider({ issuer: provider.issuer, ...CLIENT })
  desk = await openTestDesk({ identityProvider: between, staffUrl: STAFF_URL })
})
afterAll(async () => {
  await desk?.close()
  await provider?.close()
})
let visitor: Visitor
beforeEach(() => {
  visitor = new Visitor(desk.origin)
})

const staff = () =>
  desk.product.connection.db.selectFrom('staff').selectAll().where('identity', 'is not', null).execute()
const lastAct = async () => {
  const { db } = desk.product.connection
  return (await db.selectFrom('audit').select('action').orderBy('id', 'desc').limit(1).executeTakeFirst())?.action
}

describe('whoever has a role there', () => {
  test('is let in as what it says, by their first name, and the request proves itself three times', async () => {
    const page = await visitor.signIn('w1')
    expect([page.status, page.at.pathname]).toEqual([200, '/'])
    expect(page.body).toContain('You are Robin.')
    expect(page.body).not.toContain('href="/audit"')
    expect(page.body).not.toContain('You cannot sign in again yet')
    const asked = visitor.seen.find(({ pathname }) => pathname === '/auth')?.searchParams
    expect(asked?.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked?.get(name)?.length).toBeGreaterThan(20)
    expect(await lastAct()).toBe('sign_in_identity')
  })

  test('is taken by their given name and by the roles we know, and by no other', async () => {
    const page = await visitor.signIn('s1')
    expect(page.body).toContain('You are Kim.')
    const kim = (await staff()).find(({ name }) => name === 'Kim')
    expect(kim).toMatchObject({ roles: ['supervisor', 'admin'], identity: 'entra|tenant|oid-2' })
  })

  test('without a desk begins at a page they may see, known by issuer and subject where there is no oid', async () => {
    const page = await visitor.signIn('a1')
    expect(page.at.pathname).toBe('/audit')
    expect((await staff()).find(({ name }) => name === 'Audrey')?.identity).toBe(`oidc|${provider.issuer}|a1`)
  })

  test('is the same member each time, with the name and roles they have then', async () => {
    await visitor.signIn('w1')
    const before = await staff()
    provider.people.w1 = { ...provider.people.w1, name: 'Robin Elm', roles: ['Auditor'] }
    const page = await new Visitor(desk.origin).signIn('w1')
    expect(page.at.pathname).toBe('/audit')
    expect(await staff()).toHaveLength(before.length)
    // Also in the browser that was open before.
    expect((await visitor.open('/')).status).toBe(403)
    provider.people.w1 = { ...provider.people.w1, roles: ['Worker'] }
    await new Visitor(desk.origin).signIn('w1')
  })

  test('proves again who they are, at the provider, before they take a copy away', async () => {
    const { reference } = await Person.asks(desk.product)
    const copy = `/c/${reference}/summary.txt`
    await visitor.signIn('w1')
    expect((await visitor.open(copy)).status).toBe(200)
    await desk.product.connection.db
      .updateTable('staff_session')
      .set({ proved_at: new Date(Date.now() - PROOF_FRESH - 1) })
      .execute()
    await rebind(desk.product)
    const asked = await visitor.open(copy)
    expect(asked.status).toBe(403)
    const from = /href="(\/sign-in\/identity\?[^"]+)"/.exec(asked.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const before = visitor.seen.length
    const page = await visitor.signIn('w1', { from })
    expect(page.at.pathname).toBe(copy)
    expect(page.status).toBe(200)
    const again = visitor.seen.slice(before).find(({ pathname }) => pathname === '/auth')
    expect(again?.searchParams.get('prompt')).toBe('login')
  })
})

describe('nobody is let in', () => {
  const refused = async (page: { status: number; body: string }, status: number, why: string) => {
    expect(page.status).toBe(status)
    expect(page.body).toContain(why)
    expect(await lastAct()).toBe('sign_in_refused')
    expect((await visitor.open('/')).status).toBe(401)
  }

  test.each(['n1', 'n2'])('without a role of ours: %s', async who => {
    await refused(await visitor.signIn(who), 403, 'has no role here')
    expect((await staff()).map(({ name }) => name)).not.toContain(provider.people[who]?.name)
  })

  test('with a state that was made up', async () => {
    const { at } = await visitor.signIn('w1', { stopAt: CALLBACK })
    at.searchParams.set('state', 'made-up')
    await refused(await visitor.open(at.href), 403, 'could not be accepted')
  })

  test('who never began here: with the answer to somebody else’s visit', async () => {
    const { at } = await visitor.signIn('w1', { stopAt: CALLBACK })
    const thief = new Visitor(desk.origin)
    const page = await thief.open(at.href)
    expect([page.status, page.body.includes('was not begun here')]).toEqual([400, true])
    // Nor whoever began another visit of their own.
    await thief.open('/sign-in/identity')
    expect((await thief.open(at.href)).status).toBe(403)
  })

  test('twice with one answer', async () => {
    const { at } = await visitor.signIn('w1', { stopAt: CALLBACK })
    const copy = at.href
    expect((await visitor.open(copy)).status).toBe(200)
    expect((await visitor.open(copy)).status).toBe(400)
  })

  test('with the token of another visit: its nonce is not the one', async () => {
    const { at } = await visitor.signIn('w1', { stopAt: CALLBACK })
    const finish = vi
      .spyOn(between, 'finish')
      .mockImplementationOnce((address, visit) => real.finish(address, { ...visit, nonce: 'of another visit' }))
    await refused(await visitor.open(at.href), 403, 'could not be accepted')
    expect(finish).toHaveBeenCalledOnce()
    finish.mockRestore()
  })

  test('with a code that was taken from somebody: without the verifier it opens nothing', async () => {
    const { at } = await visitor.signIn('w1', { stopAt: CALLBACK })
    const finish = vi
      .spyOn(between, 'finish')
      .mockImplementationOnce((address, visit) => real.finish(address, { ...visit, verifier: 'x'.repeat(43) }))
    await refused(await visitor.open(at.href), 403, 'could not be accepted')
    finish.mockRestore()
  })

  test('when the provider says no', async () => {
    const { at } = await visitor.open('/sign-in/identity', undefined, provider.issuer)
    const back = new URL(CALLBACK)
    back.search = String(
      new URLSearchParams({ error: 'access_denied', state: at.searchParams.get('state') ?? '', iss: provider.issuer })
    )
    await refused(await visitor.open(back.href), 403, 'could not be accepted')
  })
})

describe('where accounts are the organisation’s', () => {
  test('there is no other way in than theirs', async () => {
    const page = await visitor.open('/sign-in')
    expect(page.body).toContain("Sign in with your organisation's account")
    expect(page.body).not.toContain('type="password"')
    const urls = desk.routes.map(({ method, url }) => `${method} ${url}`)
    for (const closed of ['/sign-in/password', '/sign-in/passkey', '/accounts/invite', '/account/password']) {
      expect(urls).not.toContain(`POST ${closed}`)
    }
  })

  test('the operator’s link still works, once, and is on record; an invitation of before does not', async () => {
    const { pathname } = new URL(await newSignInLink(desk.product.staff, STAFF_URL))
    const operator = new Worker(desk.origin)
    await operator.get(pathname)
    expect((await operator.post(pathname, { name: 'Operator' }, { origin: STAFF_URL })).statusCode).toBe(303)
    expect(await lastAct()).toBe('sign_in')
    const invitation = newToken()
    const soon = new Date(Date.now() + 60_000)
    await desk.product.accounts.invite((await staff())[0]?.id ?? '', hashOf(invitation), soon, ['auditor'])
    expect((await new Worker(desk.origin).get(`/sign-in/${invitation}`)).statusCode).toBe(410)
  })

  test('an admin can sign somebody out everywhere, who can come back', async () => {
    await visitor.signIn('w1')
    const robin = (await staff()).find(({ identity }) => identity === 'entra|tenant|oid-1')?.id ?? ''
    await desk.product.accounts.remove(robin, robin, new Date())
    expect((await visitor.open('/')).status).toBe(401)
    expect((await visitor.signIn('w1')).status).toBe(200)
  })

  test('a provider that is away says so, and is asked again next time', async () => {
    const away = identityProvider({ issuer: 'http://127.0.0.1:9', ...CLIENT })
    const begin = vi.spyOn(between, 'begin').mockImplementationOnce((callback, again) => away.begin(callback, again))
    const page = await visitor.open('/sign-in/identity')
    expect([page.status, page.body.includes('does not answer')]).toEqual([503, true])
    begin.mockRestore()
    expect((await visitor.signIn('w1')).status).toBe(200)
  })
})

test('a provider without TLS is refused by the client itself, unless it is told otherwise', async () => {
  const { discovery } = await import('openid-client')
  await expect(discovery(new URL(provider.issuer), CLIENT.clientId, CLIENT.clientSecret)).rejects.toThrow()
})
