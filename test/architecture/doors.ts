// Where each package may be imported.

/** The only places a package may be imported: exchange it there, and nobody else notices. A package without a door is a fault. */
export const DOORS: Readonly<Record<string, readonly string[]>> = {
  botkit: ['src/channels/hub.ts'],
  'botbuilder-core': ['src/channels/hub.ts', 'src/channels/adapter.ts'],
  xstate: ['src/flow/', 'src/handover/'],
  i18next: ['src/wording/'],
  pino: ['src/log.ts'],
  // The benchmark measures the same statements without us.
  pg: ['src/store/', 'bench/'],
  kysely: ['src/store/'],
  fastify: [
    'src/channels/web/',
    'src/console/',
    'src/channels/sms/',
    'src/health.ts',
    'src/handover/azure/',
    'src/main.ts',
    'src/texts.ts',
    'src/azure.ts'
  ],
  '@fastify/cookie': ['src/channels/web/', 'src/console/'],
  '@fastify/formbody': ['src/channels/web/', 'src/console/'],
  preact: ['src/channels/web/', 'src/console/'],
  'preact-render-to-string': ['src/channels/web/', 'src/console/'],
  nodemailer: ['src/outputs/mail.ts'],
  opening_hours: ['src/handover/'],
  '@node-rs/argon2': ['src/staff/password.ts'],
  '@zxcvbn-ts/language-common': ['src/staff/guessable.ts'],
  otpauth: ['src/staff/totp.ts'],
  '@simplewebauthn/server': ['src/staff/passkey.ts'],
  'openid-client': ['src/staff/identity-provider.ts'],
  '@azure/communication-chat': ['src/handover/azure/'],
  '@azure/communication-common': ['src/handover/azure/'],
  '@azure/communication-identity': ['src/handover/azure/'],
  pdfkit: ['src/summary/pdf/'],
  // The benchmark signs what it brings, as the carrier does.
  twilio: ['src/channels/sms/', 'bench/texts/'],
  // At every edge where something comes in from outside, or goes out under a contract.
  zod: [
    'src/config.ts',
    'src/setting-values.ts',
    'src/scenario.ts',
    'src/summary/',
    'src/console/',
    'src/channels/web/',
    'src/channels/sms/',
    'src/handover/azure/',
    'src/triage/directory/',
    'src/wording/review.ts',
    'src/wording/answers.ts'
  ],
  // Finding packages at run time is for the database's own programs.
  'node:module': ['src/store/embedded/']
}
