import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Letter } from '../../src/outputs/letter.ts'
import { type MailServer, postLetter } from '../../src/outputs/mail.ts'
import { type CapturedLog, captureLog } from '../captured-log.ts'
import { Authority } from './certificates.ts'
import { headerOf, TestMailServer } from './mail-server.ts'

const authority = new Authority()
const letter: Letter = {
  to: 'referrals@council.example.org',
  subject: 'Referral K7M2PQR',
  text: 'the blue door',
  attachments: []
}

let server: TestMailServer
let log: CapturedLog
const opened: TestMailServer[] = []
const open = async (...kind: Parameters<typeof TestMailServer.open>) => {
  const made = await TestMailServer.open(...kind)
  opened.push(made)
  return made
}
beforeAll(async () => {
  server = await TestMailServer.open({ identity: authority.vouchFor('localhost') })
})
afterAll(() => server.close())
beforeEach(() => {
  server.mails.length = 0
  server.answers = []
  log = captureLog()
})
afterEach(async () => {
  for (const made of opened.splice(0)) await made.close()
})

const to = (at = server, changed: Partial<MailServer> = {}): MailServer => ({
  smtp: at.smtp(),
  from: 'desk@line.example.org',
  log: log.log,
  ca: authority.ca,
  patience: 2_000,
  ...changed
})

describe('a mail', () => {
  test('leaves under TLS, signed in, from us to one address', async () => {
    expect(await postLetter(to(), randomUUID(), letter)).toBe('taken')
    expect(server.mails).toMatchObject([
      { to: ['referrals@council.example.org'], from: 'desk@line.example.org', isSecure: true, user: 'desk' }
    ])
  })

  test('has the same Message-ID however often it comes, so that a second copy is known', async () => {
    const id = randomUUID()
    await postLetter(to(), id, letter)
    await postLetter(to(), id, letter)
    expect(server.mails.map(mail => headerOf(mail, 'Message-ID'))).toEqual([
      `<${id}@line.example.org>`,
      `<${id}@line.example.org>`
    ])
  })

  test('asks for no answer by a machine', async () => {
    await postLetter(to(), randomUUID(), letter)
    const [mail] = server.mails
    expect(mail && headerOf(mail, 'Auto-Submitted')).toBe('auto-generated')
  })

  test('leaves where the server speaks TLS from the first byte', async () => {
    const secure = await open({ identity: authority.vouchFor('localhost'), secure: true })
    const smtp = secure.smtp({ secure: true })
    expect(await postLetter(to(secure, { smtp }), randomUUID(), letter)).toBe('taken')
    expect(secure.mails).toMatchObject([{ isSecure: true }])
  })
})

describe('no word leaves', () => {
  const kept = async (wrong: TestMailServer) => {
    expect(await postLetter(to(wrong), randomUUID(), letter)).toBe('again')
    expect(wrong.mails).toEqual([])
    expect(log.text()).toContain('a mail could not be handed over')
  }

  test('where the server offers no TLS', async () => kept(await open({ identity: null })))
  test('where nobody trusts the certificate', async () =>
    kept(await open({ identity: new Authority().vouchFor('localhost') })))
  test("where the certificate is another server's", async () =>
    kept(await open({ identity: authority.vouchFor('other.example.org') })))
  test('where the certificate has run out', async () =>
    kept(await open({ identity: authority.vouchFor('localhost', [-3, -1]) })))
  test('where the server can only speak TLS of the last century', async () =>
    kept(await open({ identity: authority.vouchFor('localhost'), maxVersion: 'TLSv1.1' })))
  test('where the whole process has been told to trust anybody', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      await kept(await open({ identity: new Authority().vouchFor('localhost') }))
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    }
  })
})

describe('a server that does not take it', () => {
  test.each([
    ['rcpt', 451, 'again'],
    ['data', 421, 'again'],
    ['rcpt', 550, 'refused'],
    ['data', 554, 'refused'],
    // Our password is wrong, not the letter: an operator mends it, and nothing is lost.
    ['auth', 535, 'again']
  ] as const)('at %s with %i: %s', async (at, code, posted) => {
    server.answers = [{ at, code }]
    expect(await postLetter(to(), randomUUID(), letter)).toBe(posted)
    expect(server.mails).toEqual([])
    expect(log.text()).toContain(`"status":${code}`)
    for (const word of ['the blue door', 'council.example.org', 'K7M2PQR', 'p@ss'])
      expect(log.text()).not.toContain(word)
  })

  test('because nobody is there', async () => {
    const smtp = server.smtp({ port: 1 })
    expect(await postLetter(to(server, { smtp }), randomUUID(), letter)).toBe('again')
  })
})

test('a letter that names a file or an address of the network brings neither', async () => {
  const attachments = [{ filename: 'x.pdf', contentType: 'application/pdf', path: '/etc/hostname' }]
  const wrong = { ...letter, attachments } as unknown as Letter
  expect(await postLetter(to(), randomUUID(), wrong)).not.toBe('taken')
  expect(server.mails).toEqual([])
})
