import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BY_HAND } from '../src/channels/sms/check/by-hand.ts'
import type { Carrier } from './carrier/carrier.ts'
import { seated } from './carrier/seated.ts'

const CHECKOUT = join(import.meta.dirname, '..')
const BY_HAND_LINES = BY_HAND.map(line => `${line}\n`).join('')

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const environment = ({ account, base }: Carrier): Record<string, string> => ({
  TWILIO_ACCOUNT_SID: account.accountSid,
  TWILIO_AUTH_TOKEN: account.authToken,
  TWILIO_MESSAGING_SERVICE_SID: account.messagingServiceSid,
  TWILIO_API_BASE: base,
  PUBLIC_URL: 'https://advice.example'
})

/** The command as an operator runs it. Not in step with us: the stand-in must be able to answer. */
function check(settings: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, [join(CHECKOUT, 'scripts', 'run.mjs'), 'dist/src/sms-check.js'], {
    cwd: CHECKOUT,
    env: { ...process.env, ...settings }
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  return new Promise(resolve =>
    child.on('close', status => resolve({ status, stdout, stderr: stderr.replace(/^(Building|Installing).*\n/gm, '') }))
  )
}

describe('npm run sms:check', () => {
  test('says of a safe account only what must be looked at by hand', async () => {
    const { carrier } = await seated()
    expect(await check({ ...environment(carrier), PUBLIC_URL: 'https://advice.example/' })).toEqual({
      status: 0,
      stdout: BY_HAND_LINES,
      stderr: ''
    })
  })

  test('says what is unsafe, and ends with 1', async () => {
    const { carrier } = await seated()
    carrier.account.service.validity_period = 36_000
    carrier.account.alphaSenders.push({ sid: 'AI1', sender: 'AdviceLine' })
    const { status, stdout } = await check(environment(carrier))
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^Unsafe: The pool holds the name "AdviceLine".*\nUnsafe: A text may arrive 36000 seconds.*\n/
    )
    expect(stdout.endsWith(BY_HAND_LINES)).toBe(true)
  })
})

describe('where it cannot be asked, it ends with 2 and says why', () => {
  const failed = (line: string): Ran => ({ status: 2, stdout: '', stderr: `${line}\n` })

  test('the token is another one', async () => {
    const { carrier } = await seated()
    expect(await check({ ...environment(carrier), TWILIO_AUTH_TOKEN: 'other' })).toEqual(
      failed(
        'Twilio refuses TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN: copy both from its Console again, of the same account.'
      )
    )
  })

  test('the service is another one', async () => {
    const { carrier } = await seated()
    const settings = { ...environment(carrier), TWILIO_MESSAGING_SERVICE_SID: `MG${'0'.repeat(32)}` }
    expect((await check(settings)).stderr).toMatch(/^Twilio has no such messaging service in this account/)
  })

  test('Twilio is down, or fails', async () => {
    const { carrier } = await seated()
    expect(await check({ ...environment(carrier), TWILIO_API_BASE: 'http://127.0.0.1:9' })).toEqual(
      failed('Twilio does not answer: check the network of this machine, and try again.')
    )
    carrier.faults.on('configuration', 'away')
    expect((await check(environment(carrier))).stderr).toMatch(/^Twilio answers with fault 503/)
  })

  test('settings are missing or wrong: all of them at once', async () => {
    const nothing = {
      TWILIO_ACCOUNT_SID: 'SK1',
      TWILIO_AUTH_TOKEN: '',
      TWILIO_MESSAGING_SERVICE_SID: '',
      PUBLIC_URL: ''
    }
    const { status, stderr } = await check(nothing)
    expect(status).toBe(2)
    expect(stderr.match(/^ {2}- \w+ must be .*\.$/gm)).toHaveLength(4)
  })
})
