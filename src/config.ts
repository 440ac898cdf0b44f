// The environment, read once into a frozen object. Every fault is listed at once, each with what to do.
import { z } from 'zod'
import type { TextAccount } from './channels/sms/deps.ts'
import type { Practice } from './conversation/practice.ts'
import { FAULTS, OperatorError } from './errors.ts'
import type { AzureAccount } from './handover/azure/account.ts'
import type { Timings } from './handover/timings.ts'
import { isDomain } from './outputs/address.ts'
import { type OutputSettings, smtpOf } from './outputs/settings.ts'
import {
  address,
  draftLanguages,
  handoverTimings,
  listed,
  mailAddress,
  mappedWorkers,
  named,
  networks,
  ownWords,
  port,
  postgres,
  retentionOfRecord,
  webhookSecret
} from './setting-values.ts'
import type { ProviderSetting } from './staff/identity-provider.ts'
import { decodeMasterKey } from './store/master-key.ts'

const environment = z.object({
  PORT: port(3000),
  STAFF_PORT: port(3001),
  HOST: z.string().optional(),
  PUBLIC_URL: address.optional(),
  STAFF_URL: address.optional(),
  TRUSTED_PROXY: networks,
  DATA_DIR: z.string().optional(),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  RETENTION_RECORD: retentionOfRecord,
  MASTER_KEY: z
    .string()
    .refine(text => decodeMasterKey(text) !== null, 'must be 32 bytes in base64 or hex: openssl rand -base64 32')
    .optional(),
  EXIT_URL: address.default('https://www.bbc.co.uk/weather'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'silent'], { error: 'must be fatal, error, warn, info or silent' })
    .default('info'),
  OPENING_HOURS: z.string().optional(),
  HANDOVER_TIMINGS: handoverTimings,
  OWN_WORDS: ownWords,
  DIRECTORY_FILE: z.string().optional(),
  DRAFT_LANGUAGES: draftLanguages,
  TWILIO_ACCOUNT_SID: named(/^AC[0-9a-f]{32}$/i, 'must be the Account SID of the Console: AC and 32 digits').optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_AUTH_TOKEN_NEXT: z.string().optional(),
  TWILIO_MESSAGING_SERVICE_SID: named(
    /^MG[0-9a-f]{32}$/i,
    'must be the messaging service: MG and 32 digits'
  ).optional(),
  TWILIO_API_BASE: address.optional(),
  TWILIO_CONTENT_RETENTION: z.enum(['retain', 'discard'], { error: 'must be retain or discard' }).optional(),
  TWILIO_ADDRESS_RETENTION: z.enum(['retain', 'obfuscate'], { error: 'must be retain or obfuscate' }).optional(),
  WEBHOOK_URL: z
    .url({ protocol: /^https$/, error: 'must be a whole address that begins with https://' })
    .refine(text => !URL.parse(text)?.username, 'must hold no name and password')
    .optional(),
  WEBHOOK_SECRET: webhookSecret.optional(),
  WEBHOOK_SECRET_NEXT: webhookSecret.optional(),
  WEBHOOK_ALLOW_PRIVATE: z.string().default('').transform(listed),
  SMTP_URL: z
    .string()
    .transform((text, context) => {
      const smtp = smtpOf(text)
      if (smtp) return smtp
      context.addIssue({ code: 'custom', message: 'must be such as smtp://user:password@mail.example.org:587' })
      return z.NEVER
    })
    .optional(),
  MAIL_FROM: mailAddress.optional(),
  MAIL_CONTENT_DOMAINS: z
    .string()
    .default('')
    .transform(listed)
    .refine(names => names.every(isDomain), 'may only hold whole domains in small letters: council.example.org'),
  ON_CALL_MAIL: mailAddress.optional(),
  AUDIT_MAIL: mailAddress.optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https$/, error: 'must be the whole address of the provider, with https' })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  ACS_CONNECTION_STRING: named(
    /^endpoint=https:\/\/[^;]+;accesskey=[A-Za-z0-9+/=]+$/i,
    'must be the connection string of the resource: endpoint=https://...;accesskey=...'
  ).optional(),
  ACS_WORKERS: mappedWorkers,
  ACS_INCLUDE_SUMMARY: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('no'),
  ACS_EVENT_SECRET: z
    .string()
    .default('')
    .transform(listed)
    .refine(secrets => secrets.length <= 2 && secrets.every(secret => secret.length >= 16), {
      error: 'must be 16 characters or more; two with a comma between while they are changed over'
    })
})

/** Texts need all of these, or none of them is set. */
const FOR_TEXTS = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_MESSAGING_SERVICE_SID', 'PUBLIC_URL'] as const

/** What is missing for texts, when something of it is there: an account that is half set would lose what people write. */
function missingForTexts(given: Readonly<Record<string, unknown>>): string[] {
  if (!Object.keys(given).some(name => name.startsWith('TWILIO_'))) return []
  return FOR_TEXTS.filter(name => given[name] === undefined).map(name => `${name} must be set too, for texts.`)
}

const FOR_WEBHOOKS = ['WEBHOOK_URL', 'WEBHOOK_SECRET', 'STAFF_URL'] as const
const FOR_MAIL = ['SMTP_URL', 'MAIL_FROM', 'STAFF_URL'] as const

/** The same for webhooks and mail: what is half set would be believed to work. */
function missingForOutputs(given: Readonly<Record<string, unknown>>): string[] {
  const missing = (what: string, begins: RegExp, needs: readonly string[]) =>
    Object.keys(given).some(name => begins.test(name))
      ? needs.filter(name => given[name] === undefined).map(name => `${name} must be set too, for ${what}.`)
      : []
  return [
    ...missing('webhooks', /^WEBHOOK_/, FOR_WEBHOOKS),
    ...missing('mail', /^(SMTP_URL|MAIL_FROM|MAIL_CONTENT_DOMAINS|ON_CALL_MAIL|AUDIT_MAIL)$/, FOR_MAIL)
  ]
}

/** An identity provider needs all of these, or none of the first three is set. */
const FOR_IDENTITY = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'STAFF_URL'] as const

function missingForIdentity(given: Readonly<Record<string, unknown>>): string[] {
  if (!Object.keys(given).some(name => name.startsWith('OIDC_'))) return []
  return FOR_IDENTITY.filter(name => given[name] === undefined).map(
    name => `${name} must be set too, for the sign-in of staff at your identity provider.`
  )
}

/** What is missing for Azure, when something of it is there; and what must not be set beside it. */
function missingForAzure(given: Readonly<Record<string, unknown>>): string[] {
  if (!Object.keys(given).some(name => name.startsWith('ACS_'))) return []
  const missing = ['ACS_CONNECTION_STRING', 'ACS_WORKERS', 'STAFF_URL'].filter(name => given[name] === undefined)
  return [
    ...missing.map(name => `${name} must be set too, for Azure.`),
    ...('AZURE_LOG_LEVEL' in given ? ['AZURE_LOG_LEVEL must not be set: Azure would print what it is sent.'] : [])
  ]
}

/** The owner of a database nobody named is that of our own. */
const missingForOwner = (given: Readonly<Record<string, unknown>>): string[] =>
  'DATABASE_OWNER_URL' in given && !('DATABASE_URL' in given)
    ? ['DATABASE_URL must be set too, for DATABASE_OWNER_URL: the same database, as the role of the product.']
    : []

export interface Config {
  readonly port: number
  readonly staffPort: number
  readonly host: string | undefined
  readonly publicUrl: string | null
  readonly staffUrl: string | null
  /** Proxies in front that are believed whose address a visitor has. */
  readonly trustedProxy: readonly string[]
  readonly dataDir: string | undefined
  readonly databaseUrl: string | null
  readonly databaseOwnerUrl: string | null
  /** How long a row of the record is kept, in ms. */
  readonly retentionOfRecord: number
  readonly masterKey: Buffer | null
  readonly exitUrl: string
  readonly logLevel: string
  readonly openingHours: string | null
  readonly timings: Timings
  readonly practice: Practice
  readonly directoryFile: string | null
  readonly draftLanguages: readonly string[]
  /** The account texts go through; null when there are none. */
  readonly twilio: TextAccount | null
  /** Where webhooks and mail go; null when there are neither. */
  readonly outputs: OutputSettings | null
  /** Where staff sign in; null when they have accounts of our own. */
  readonly identity: ProviderSetting | null
  /** The Azure resource conversations are mirrored to; null when there is none. */
  readonly azure: AzureAccount | null
}

/** The configuration of this process. Throws an OperatorError that lists every fault. An empty variable counts as unset. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  const faults = [
    ...(read.error?.issues ?? []).map(issue => `${issue.path.join('.')} ${issue.message}.`),
    ...missingForTexts(given),
    ...missingForOutputs(given),
    ...missingForIdentity(given),
    ...missingForAzure(given),
    ...missingForOwner(given)
  ]
  if (!read.success || faults.length > 0) throw new OperatorError(FAULTS.settings(faults))
  const { data } = read
  return Object.freeze({
    port: data.PORT,
    staffPort: data.STAFF_PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL ?? null,
    staffUrl: data.STAFF_URL ?? null,
    trustedProxy: data.TRUSTED_PROXY,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL ?? null,
    databaseOwnerUrl: data.DATABASE_OWNER_URL ?? null,
    retentionOfRecord: data.RETENTION_RECORD,
    masterKey: data.MASTER_KEY ? decodeMasterKey(data.MASTER_KEY) : null,
    exitUrl: data.EXIT_URL,
    logLevel: data.LOG_LEVEL,
    openingHours: data.OPENING_HOURS ?? null,
    timings: data.HANDOVER_TIMINGS,
    practice: data.OWN_WORDS,
    directoryFile: data.DIRECTORY_FILE ?? null,
    draftLanguages: data.DRAFT_LANGUAGES,
    twilio: twilioOf(data),
    outputs: outputsOf(data),
    identity: identityOf(data),
    azure: azureOf(data)
  })
}

function outputsOf(data: z.infer<typeof environment>): OutputSettings | null {
  const { STAFF_URL: staffUrl, WEBHOOK_URL: url, WEBHOOK_SECRET: secret, SMTP_URL: smtp, MAIL_FROM: from } = data
  const secrets = [secret, data.WEBHOOK_SECRET_NEXT].filter(one => one !== undefined)
  const allowPrivate = data.WEBHOOK_ALLOW_PRIVATE.map(host => host.toLowerCase())
  const webhook = url && secret ? { url, secrets, allowPrivate } : null
  const onCall = data.ON_CALL_MAIL ?? null
  const auditors = data.AUDIT_MAIL ?? null
  const mail = smtp && from ? { smtp, from, contentDomains: data.MAIL_CONTENT_DOMAINS, onCall, auditors } : null
  return staffUrl && (webhook || mail) ? Object.freeze({ staffUrl, webhook, mail }) : null
}

/** Null when nothing of it is set, as with texts. */
function identityOf(data: z.infer<typeof environment>): ProviderSetting | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data
  return issuer && clientId && clientSecret ? Object.freeze({ issuer, clientId, clientSecret }) : null
}

/** Null when nothing of it is set: that all of it is, was seen to before. */
function twilioOf(data: z.infer<typeof environment>): TextAccount | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl } = data
  const { TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid } = data
  if (!accountSid || !authToken || !messagingServiceSid || !publicUrl) return null
  return Object.freeze({
    accountSid,
    authToken,
    messagingServiceSid,
    nextAuthToken: data.TWILIO_AUTH_TOKEN_NEXT ?? null,
    apiBase: data.TWILIO_API_BASE ?? null,
    contentRetention: data.TWILIO_CONTENT_RETENTION ?? null,
    addressRetention: data.TWILIO_ADDRESS_RETENTION ?? null,
    publicUrl: publicUrl.replace(/\/+$/, '')
  })
}

/** Null when nothing of it is set. */
function azureOf(data: z.infer<typeof environment>): AzureAccount | null {
  const { ACS_CONNECTION_STRING: connectionString, STAFF_URL: staffUrl } = data
  if (!connectionString || !staffUrl) return null
  return Object.freeze({
    connectionString,
    workers: data.ACS_WORKERS,
    includesWords: data.ACS_INCLUDE_SUMMARY === 'yes',
    eventSecrets: data.ACS_EVENT_SECRET,
    staffUrl
  })
}
