// A member sets a password with a code, and comes back with it; nobody else does.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FREE_TRIES, PROOF_FRESH } from '../../src/limits.ts'
import { openTestDesk, Person, type TestDesk, Worker } from './desk.ts'
import { codeOf, Own, PASSWORD, pass, STEP, secretOn } from './with-password.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
})
afterAll(async () => {
  vi.useRealTimers()
  await desk.close()
})

const member = (name: string) => Own.member(desk, name)

const idOf = async (name: string) => {
  const { db } = desk.product.connection
  return (await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
}

describe('a password that is tried first', () => {
  test.each([['password1234'], ['qwerty qwerty qwerty'], ['Nell Advice Line 1']])(
    'is not taken, in plain words: %s',
    async password => {
      const nell = await desk.signIn('Nell')
      const { body } = await nell.get('/account/password')
      const secret = /name="secret" value="([A-Z2-7]+)"/.exec(body)?.[1] ?? ''
      const code = codeOf(secret)
      const refused = await nell.post('/account/password', { login: 'nell', password, secret, code })
      expect([refused.statusCode, refused.body.includes('three or four words that do not belong together')]).toEqual([
        422,
        true
      ])
      expect(await desk.product.credentials.password('nell')).toBeNull()
    }
  )
})

describe('a member with a password', () => {
  test('comes back with it and a code, in a session of a new id, and is asked for nothing more', async () => {
    const sam = await member('Sam')
    const old = sam.worker.cookie
    const { answer } = await sam.tries({}, sam.worker)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/'])
    expect(sam.worker.cookie).not.toBe(old)
    expect((await desk.origin.inject({ url: '/', headers: { cookie: old } })).statusCode).toBe(401)
    const { body } = await sam.worker.get('/')
    expect(body).toContain('You are Sam.')
    expect(body).not.toContain('You cannot sign in again yet')
  })

  test.each([
    ['a wrong password', { password: 'correct horse batterY' }],
    ['no password', { password: '' }],
    ['a wrong code', { code: '000000' }],
    ['no code', { code: '' }],
    ['a name nobody has', { login: 'nobody' }]
  ])('is not let in with %s, and is told no more than that', async (_what, changed) => {
    const own = await member(`Kim-${randomName()}`)
    const { answer } = await own.tries(changed)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('That did not match.')
    expect(answer.cookies.map(({ name }) => name)).not.toContain('__Host-staff')
  })

  test('can use a code once: neither it nor the one before is taken again', async () => {
    const lee = await member('Lee')
    const before = lee.code()
    pass(STEP)
    const code = lee.code()
    expect((await lee.tries({ code })).answer.statusCode).toBe(303)
    expect((await lee.tries({ code })).answer.statusCode).toBe(403)
    expect((await lee.tries({ code: before })).answer.statusCode).toBe(403)
    pass(STEP)
    expect((await lee.tries()).answer.statusCode).toBe(303)
  })

  test('uses a code once even when it comes twice at the same moment', async () => {
    const max = await member('Max')
    const code = max.code()
    const tries = await Promise.all([max.tries({ code }), max.tries({ code })])
    expect(tries.map(({ answer }) => answer.statusCode).sort()).toEqual([303, 403])
  })

  test('does not lose a code to somebody who guesses the password', async () => {
    const jo = await member('Jo')
    const code = jo.code()
    await jo.tries({ code, password: 'a guess of somebody' })
    expect((await jo.tries({ code })).answer.statusCode).toBe(303)
  })

  test('is slowed down by guesses, told how long, and let in after it', async () => {
    const pat = await member('Pat')
    for (let n = 0; n <= FREE_TRIES.account; n += 1) await pat.tries({ code: '000000' })
    const { answer } = await pat.tries()
    expect(answer.statusCode).toBe(429)
    expect(answer.body).toMatch(/Wait \d+ seconds?/)
    pass(Number(answer.headers['retry-after']) * 1_000)
    expect((await pat.tries()).answer.statusCode).toBe(303)
  })

  test('is gone at once when removed, in every browser', async () => {
    const ray = await member('Ray')
    const { browser } = await ray.tries()
    pass(STEP)
    await desk.product.accounts.remove(await idOf('Sam'), await idOf('Ray'), new Date())
    expect((await browser.get('/')).statusCode).toBe(401)
    expect((await ray.tries()).answer.statusCode).toBe(403)
  })
})

describe('setting a password', () => {
  const setting = async (name: string, changed: Record<string, string>) => {
    const worker = await desk.signIn(name)
    const { body } = await worker.get('/account/password')
    const secret = secretOn(body)
    const form = { login: name, password: PASSWORD, secret, code: codeOf(secret) }
    return worker.post('/account/password', { ...form, ...changed })
  }

  test.each([
    ['a password that is too short', { password: 'eleven char' }, 'at least 12 characters'],
    ['a code of another secret', { code: '000000' }, 'That code is not right'],
    ['no name', { login: ' ' }, 'Write a name to sign in with']
  ])('with %s is refused, and says why', async (_what, changed, why) => {
    const { body, statusCode } = await setting(randomName(), changed)
    expect(statusCode).toBe(422)
    expect(body).toContain(why)
    expect(body).toContain('role="alert"')
  })

  test('with a secret that is not one of ours is refused', async () => {
    expect((await setting(randomName(), { secret: 'GEZD' })).body).toContain('This form could not be accepted')
  })

  test('takes no name somebody else has, in whatever case, and leaves them theirs', async () => {
    const sky = await member('Sky')
    const { body } = await setting(randomName(), { login: 'SKY' })
    expect(body).toContain('Somebody else signs in with that name')
    expect((await sky.tries()).answer.statusCode).toBe(303)
  })

  test('is kept as a hash and a sealed secret', async () => {
    const own = await member('Zebedee')
    const rows = await desk.product.connection.db.selectFrom('password').selectAll().execute()
    const all = rows.map(row => `${row.hash} ${row.totp.toString('latin1')}`).join()
    expect(all).not.toContain(PASSWORD)
    expect(all).not.toContain(own.secret)
    expect(all).toContain('$argon2id$')
  })

  test('needs whoever sits there to prove that it is them, once they could', async () => {
    const ash = await member('Ash')
    expect((await ash.worker.get('/account/password')).statusCode).toBe(200)
    pass(PROOF_FRESH)
    const asked = await ash.worker.get('/account/password')
    expect(asked.body).toContain('Prove that it is you')
    const { body } = await ash.worker.post('/account/password', { login: 'ash', password: PASSWORD })
    expect(body).toContain('This form could not be accepted')
  })
})

describe('taking a copy away', () => {
  test('asks a member who signed in a while ago to prove that it is them, and then goes on to the copy', async () => {
    const { reference } = await Person.asks(desk.product)
    const own = await member('Sol')
    const { browser: sol } = await own.tries()
    const copy = `/c/${reference}/summary.txt`
    expect((await sol.get(copy)).statusCode).toBe(200)
    pass(PROOF_FRESH + 1)
    const asked = await sol.get(copy)
    expect([asked.statusCode, asked.headers['content-disposition']]).toEqual([403, undefined])
    expect(asked.body).toContain('Prove that it is you')
    const form = { login: own.login, password: PASSWORD, next: copy }
    expect((await sol.post('/again/password', { ...form, code: '000000' })).statusCode).toBe(403)
    expect((await sol.get(copy)).statusCode).toBe(403)
    const proved = await sol.post('/again/password', { ...form, code: own.code() })
    expect([proved.statusCode, proved.headers.location]).toEqual([303, copy])
    expect((await sol.get(copy)).statusCode).toBe(200)
  })

  test('is not opened by the password of a colleague', async () => {
    const { reference } = await Person.asks(desk.product)
    const eve = await member('Eve')
    const ivy = await member('Ivy')
    pass(PROOF_FRESH)
    const form = { login: eve.login, password: PASSWORD, next: `/c/${reference}/summary.txt` }
    await ivy.worker.get(form.next)
    expect((await ivy.worker.post('/again/password', { ...form, code: eve.code() })).statusCode).toBe(403)
    expect((await ivy.worker.get(form.next)).statusCode).toBe(403)
  })

  test('sends nobody on to an address of somebody else', async () => {
    const own = await member('Kit')
    for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/sign-out']) {
      const form = { login: own.login, password: PASSWORD, code: own.code(), next }
      const { headers } = await own.worker.post('/again/password', form)
      expect(headers.location).toBe('/account')
      pass(STEP)
    }
  })

  test('sends whoever has nothing set yet to set it first', async () => {
    const { reference } = await Person.asks(desk.product)
    const nia = await desk.signIn('Nia')
    expect((await nia.get('/')).body).toContain('You cannot sign in again yet')
    pass(PROOF_FRESH + 1)
    const { body } = await nia.get(`/c/${reference}/summary.txt`)
    expect(body).toContain('Set a passkey or a password first')
    expect(body).toContain('href="/account"')
  })
})

test('the page of a visitor takes no form that was made for another browser', async () => {
  const one = new Worker(desk.origin)
  const other = new Worker(desk.origin)
  await one.get('/sign-in')
  await other.get('/sign-in')
  other.token = one.token
  expect((await other.post('/sign-in/password', { login: 'sam' })).body).toContain('This form could not be accepted')
})

let names = 0
const randomName = () => {
  names += 1
  return `Name${names}`
}
