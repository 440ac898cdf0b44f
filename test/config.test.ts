// What an operator is told about their settings: every fault at once, each with what to do.
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const SID = 'AC0123456789abcdef0123456789abcdef'
const SERVICE = 'MG0123456789abcdef0123456789abcdef'
const TEXTS = {
  TWILIO_ACCOUNT_SID: SID,
  TWILIO_AUTH_TOKEN: 'secret',
  TWILIO_MESSAGING_SERVICE_SID: SERVICE,
  PUBLIC_URL: 'https://chat.example.org'
}

/** The faults an operator reads, one a line; none when the settings are taken. */
function faultsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    const [head, ...faults] = (error as Error).message.split('\n')
    expect(head).toBe('Some settings are wrong:')
    return faults.map(line => line.replace(/^ {2}- /, ''))
  }
}

const missing = (...names: string[]): string[] => names.map(name => `${name} must be set too, for texts.`)

describe('settings for webhooks and mail', () => {
  const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
  const WEBHOOKS = {
    WEBHOOK_URL: 'https://cases.example.org/in',
    WEBHOOK_SECRET: SECRET,
    STAFF_URL: 'https://desk.example.org'
  }
  const MAIL = {
    SMTP_URL: 'smtp://desk:secret@mail.example.org',
    MAIL_FROM: 'desk@line.example.org',
    STAFF_URL: 'https://desk.example.org'
  }

  it('may all be left out: then nothing leaves', () => {
    expect(readConfig({}).outputs).toBeNull()
    expect(readConfig({ STAFF_URL: 'https://desk.example.org' }).outputs).toBeNull()
  })

  it('are read as a whole, each for itself', () => {
    const more = { WEBHOOK_SECRET_NEXT: SECRET, WEBHOOK_ALLOW_PRIVATE: 'Cases.Internal, localhost' }
    expect(readConfig({ ...WEBHOOKS, ...more }).outputs).toEqual({
      staffUrl: 'https://desk.example.org',
      webhook: {
        url: 'https://cases.example.org/in',
        secrets: [Buffer.alloc(24, 7), Buffer.alloc(24, 7)],
        allowPrivate: ['cases.internal', 'localhost']
      },
      mail: null
    })
    const lists = {
      MAIL_CONTENT_DOMAINS: 'council.example.org, nhs.example.org',
      ON_CALL_MAIL: 'call@line.example.org',
      AUDIT_MAIL: 'audit@line.example.org'
    }
    expect(readConfig({ ...MAIL, ...lists }).outputs).toEqual({
      staffUrl: 'https://desk.example.org',
      webhook: null,
      mail: {
        smtp: { host: 'mail.example.org', port: 587, secure: false, auth: { user: 'desk', pass: 'secret' } },
        from: 'desk@line.example.org',
        contentDomains: ['council.example.org', 'nhs.example.org'],
        onCall: 'call@line.example.org',
        auditors: 'audit@line.example.org'
      }
    })
  })

  it.each([
    ['webhooks', WEBHOOKS],
    ['mail', MAIL]
  ])('that are half there name every one that is missing, for %s', (what, whole) => {
    for (const left of Object.keys(whole)) {
      const { [left]: _, ...env } = whole as Record<string, string>
      expect(faultsOf(env)).toEqual([`${left} must be set too, for ${what}.`])
    }
  })

  it.each([
    [{ ...WEBHOOKS, WEBHOOK_URL: 'http://cases.example.org' }, 'WEBHOOK_URL'],
    [{ ...WEBHOOKS, WEBHOOK_URL: 'https://name:word@cases.example.org' }, 'WEBHOOK_URL'],
    [{ ...WEBHOOKS, WEBHOOK_SECRET: 'secret' }, 'WEBHOOK_SECRET'],
    [{ ...MAIL, SMTP_URL: 'mail.example.org' }, 'SMTP_URL'],
    [{ ...MAIL, MAIL_FROM: 'Desk <desk@line.example.org>' }, 'MAIL_FROM'],
    [{ ...MAIL, MAIL_CONTENT_DOMAINS: '*.example.org' }, 'MAIL_CONTENT_DOMAINS'],
    [{ ...MAIL, ON_CALL_MAIL: 'a@example.org, b@example.org' }, 'ON_CALL_MAIL']
  ])('that are wrong are named, and never repeated: %#', (env, name) => {
    const faults = faultsOf(env)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(new RegExp(`^${name} (must|may)`))
    for (const word of ['name:word', 'Desk <', 'b@example']) expect(faults[0]).not.toContain(word)
  })
})

describe('settings for texts', () => {
  it('may all be left out: then there are none', () => {
    expect(readConfig({}).twilio).toBeNull()
    expect(readConfig({ PUBLIC_URL: TEXTS.PUBLIC_URL }).twilio).toBeNull()
  })

  it('are read as a whole', () => {
    expect(readConfig({ ...TEXTS, PUBLIC_URL: 'https://chat.example.org//' }).twilio).toEqual({
      accountSid: SID,
      authToken: 'secret',
      nextAuthToken: null,
      messagingServiceSid: SERVICE,
      apiBase: null,
      contentRetention: null,
      addressRetention: null,
      publicUrl: 'https://chat.example.org'
    })
  })

  it('take a second token, another address and what the carrier keeps', () => {
    const more = {
      TWILIO_AUTH_TOKEN_NEXT: 'next',
      TWILIO_API_BASE: 'http://127.0.0.1:9',
      TWILIO_CONTENT_RETENTION: 'discard',
      TWILIO_ADDRESS_RETENTION: 'obfuscate'
    }
    expect(readConfig({ ...TEXTS, ...more }).twilio).toMatchObject({
      nextAuthToken: 'next',
      apiBase: 'http://127.0.0.1:9',
      contentRetention: 'discard',
      addressRetention: 'obfuscate'
    })
  })

  it('that are half there name every one that is missing, whichever they are', () => {
    const names = Object.keys(TEXTS) as (keyof typeof TEXTS)[]
    for (let set = 1; set < 2 ** names.length; set += 1) {
      const there = names.filter((_, at) => set & (2 ** at))
      const isAboutTexts = there.some(name => name.startsWith('TWILIO_'))
      const env = Object.fromEntries(there.map(name => [name, TEXTS[name]]))
      expect(faultsOf(env)).toEqual(isAboutTexts ? missing(...names.filter(name => !there.includes(name))) : [])
    }
  })

  it.each(['TWILIO_AUTH_TOKEN_NEXT', 'TWILIO_API_BASE', 'TWILIO_CONTENT_RETENTION', 'TWILIO_ADDRESS_RETENTION'])(
    'are half there with %s alone',
    name => {
      const value = { TWILIO_API_BASE: 'http://127.0.0.1:9', TWILIO_CONTENT_RETENTION: 'retain' }[name] ?? 'retain'
      expect(faultsOf({ [name]: value })).toEqual(missing(...Object.keys(TEXTS)))
    }
  )

  it('that are empty count as left out', () => {
    expect(faultsOf({ TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '' })).toEqual([])
    expect(faultsOf({ ...TEXTS, TWILIO_AUTH_TOKEN: '' })).toEqual(missing('TWILIO_AUTH_TOKEN'))
  })

  it.each([
    [
      'TWILIO_ACCOUNT_SID',
      'SK0123456789abcdef0123456789abcdef',
      'must be the Account SID of the Console: AC and 32 digits.'
    ],
    ['TWILIO_ACCOUNT_SID', `${SID}0`, 'must be the Account SID of the Console: AC and 32 digits.'],
    ['TWILIO_MESSAGING_SERVICE_SID', SID, 'must be the messaging service: MG and 32 digits.'],
    ['TWILIO_MESSAGING_SERVICE_SID', '+447700900123', 'must be the messaging service: MG and 32 digits.'],
    ['TWILIO_API_BASE', 'api.example.org', 'must be a whole address such as https://example.org.'],
    ['TWILIO_CONTENT_RETENTION', 'delete', 'must be retain or discard.'],
    ['TWILIO_ADDRESS_RETENTION', 'discard', 'must be retain or obfuscate.'],
    ['PUBLIC_URL', 'chat.example.org', 'must be a whole address such as https://example.org.']
  ])('say in plain words what is wrong with %s=%s', (name, value, fault) => {
    expect(faultsOf({ ...TEXTS, [name]: value })).toEqual([`${name} ${fault}`])
  })

  it('never show the token', () => {
    const wrong = { ...TEXTS, TWILIO_AUTH_TOKEN: 'hush-hush', TWILIO_ACCOUNT_SID: 'hush-hush' }
    expect(faultsOf(wrong).join(' ')).not.toContain('hush')
  })
})

describe('every fault is listed at once', () => {
  it('those of single settings, and those that are missing', () => {
    const env = { PORT: 'http', STAFF_PORT: '70000', LOG_LEVEL: 'loud', MASTER_KEY: 'short', TWILIO_AUTH_TOKEN: 'x' }
    expect(faultsOf(env)).toEqual([
      'PORT must be a number from 0 to 65535.',
      'STAFF_PORT must be 65535 or less.',
      'MASTER_KEY must be 32 bytes in base64 or hex: openssl rand -base64 32.',
      'LOG_LEVEL must be fatal, error, warn, info or silent.',
      ...missing('TWILIO_ACCOUNT_SID', 'TWILIO_MESSAGING_SERVICE_SID', 'PUBLIC_URL')
    ])
  })

  it.each([
    [{ PORT: '1.5' }, ['PORT must be a whole number.']],
    [{ PORT: '-1' }, ['PORT must be 0 or more.']],
    [{ DATABASE_URL: 'mysql://x' }, ['DATABASE_URL must begin with postgres://.']],
    [{ EXIT_URL: 'javascript:alert(1)' }, ['EXIT_URL must be a whole address such as https://example.org.']],
    [{ DRAFT_LANGUAGES: 'pl, xx' }, ['DRAFT_LANGUAGES may only name languages that have a folder in locales: en, pl.']]
  ])('%j', (env, faults) => {
    expect(faultsOf(env)).toEqual(faults)
  })
})

describe('settings for Azure', () => {
  const AZURE = {
    ACS_CONNECTION_STRING: 'endpoint=https://x.uk.communication.azure.com/;accesskey=c2VjcmV0',
    ACS_WORKERS: 'Anna=8:acs:a-1_b-2, 0a1b=8:acs:a-1_c-3',
    STAFF_URL: 'https://desk.example.org'
  }

  it('may all be left out: then there is none', () => {
    expect(readConfig({}).azure).toBeNull()
    expect(readConfig({ STAFF_URL: AZURE.STAFF_URL }).azure).toBeNull()
  })

  it('are read as a whole, and put no words there unless somebody says so', () => {
    expect(readConfig(AZURE).azure).toEqual({
      connectionString: AZURE.ACS_CONNECTION_STRING,
      workers: [
        { who: 'Anna', user: '8:acs:a-1_b-2' },
        { who: '0a1b', user: '8:acs:a-1_c-3' }
      ],
      includesWords: false,
      eventSecrets: [],
      staffUrl: AZURE.STAFF_URL
    })
    const more = { ACS_INCLUDE_SUMMARY: 'yes', ACS_EVENT_SECRET: 'sixteen-letters-1, sixteen-letters-2' }
    expect(readConfig({ ...AZURE, ...more }).azure).toMatchObject({
      includesWords: true,
      eventSecrets: ['sixteen-letters-1', 'sixteen-letters-2']
    })
  })

  it.each(['ACS_CONNECTION_STRING', 'ACS_WORKERS', 'STAFF_URL'] as const)('are half there without %s', name => {
    const { [name]: _, ...rest } = AZURE
    expect(faultsOf(rest)).toEqual([`${name} must be set too, for Azure.`])
  })

  it.each([
    ['ACS_CONNECTION_STRING', 'endpoint=http://x.example.org/;accesskey=c2VjcmV0'],
    ['ACS_CONNECTION_STRING', 'a key'],
    ['ACS_WORKERS', 'Anna'],
    ['ACS_WORKERS', 'Anna=+447700900123'],
    ['ACS_INCLUDE_SUMMARY', 'maybe'],
    ['ACS_EVENT_SECRET', 'short'],
    ['AZURE_LOG_LEVEL', 'verbose']
  ])('do not take %s=%s', (name, value) => {
    expect(faultsOf({ ...AZURE, [name]: value })).toHaveLength(1)
  })
})

describe('settings for an identity provider', () => {
  const IDENTITY = {
    OIDC_ISSUER: 'https://login.example/tenant/v2.0',
    OIDC_CLIENT_ID: 'desk',
    OIDC_CLIENT_SECRET: 'secret',
    STAFF_URL: 'https://staff.example.org'
  }

  it('may all be left out: then accounts are our own', () => {
    expect(readConfig({ STAFF_URL: IDENTITY.STAFF_URL }).identity).toBeNull()
  })

  it('are read as a whole', () => {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = IDENTITY
    expect(readConfig(IDENTITY).identity).toEqual({ issuer, clientId, clientSecret })
  })

  it.each(Object.keys(IDENTITY))('say that %s is missing', name => {
    expect(faultsOf({ ...IDENTITY, [name]: undefined })).toEqual([
      `${name} must be set too, for the sign-in of staff at your identity provider.`
    ])
  })

  it('take no provider without TLS', () => {
    expect(faultsOf({ ...IDENTITY, OIDC_ISSUER: 'http://localhost:4410' }).join()).toContain('OIDC_ISSUER must be')
  })
})
