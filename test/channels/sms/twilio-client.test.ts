import http from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { NoAnswer } from '../../../src/channels/sms/twilio-client.ts'
import type { FaultKind } from '../../carrier/faults.ts'
import { seated } from '../../carrier/seated.ts'
import { textsReachable } from './reachable.ts'

const HERS = '+447700900123'
const WORDS = 'the kitchen window is open'

afterEach(() => vi.unstubAllEnvs())

/** Whatever of the number, the words or both can still be found from here. As they are, and as a form writes them. */
const left = (from: unknown): string[] =>
  [...textsReachable(from)].filter(text => /7700900123|kitchen/.test(text.replaceAll('%20', ' ')))

describe('after a text was sent, nothing of it stays in the client', () => {
  it.each<FaultKind>(['pass', 'busy', 'broken', 'optedOut', 'reset', 'reset-after', 'timeout'])(
    'when what happened was: %s',
    async kind => {
      const { carrier, client, send } = await seated({ timeout: 200 })
      carrier.faults.next(kind)
      await send(HERS, WORDS).catch(() => 'not sent')
      expect(carrier.requests).toHaveLength(1)
      expect(left(client)).toEqual([])
      // A connection that was given up is closed a moment later.
      await vi.waitFor(() => expect(left(http.globalAgent)).toEqual([]))
    }
  )

  it('nor after looking up what became of it', async () => {
    const { client, send } = await seated()
    await send(HERS, WORDS)
    expect(await client.messages.list({ to: HERS, limit: 5 })).toHaveLength(1)
    expect(left(client)).toEqual([])
  })

  it('and this test would see it: the SDK as it comes keeps both', async () => {
    const { client, send } = await seated()
    await send(HERS, WORDS)
    Object.assign(client.httpClient, { lastRequest: { data: { To: HERS, Body: WORDS } } })
    expect(left(client)).toEqual(expect.arrayContaining([HERS, WORDS]))
  })
})

describe('what goes wrong on the way', () => {
  it.each(['reset', 'timeout'] as const)('%s: says which, and holds neither number nor words', async kind => {
    const { carrier, send } = await seated({ timeout: 200 })
    carrier.faults.next(kind)
    const error = await send(HERS, WORDS).catch(thrown => thrown)
    expect(error).toBeInstanceOf(NoAnswer)
    expect(error).toMatchObject({ code: kind === 'reset' ? 'ECONNRESET' : 'ECONNABORTED' })
    expect(left(error)).toEqual([])
    expect([...textsReachable(error)].join()).not.toContain(carrier.account.authToken)
  })

  it('is asked once: whether to try again is decided elsewhere', async () => {
    const { carrier, send } = await seated()
    carrier.faults.next('busy')
    await expect(send(HERS, WORDS)).rejects.toMatchObject({ status: 429 })
    expect(carrier.requests).toHaveLength(1)
  })
})

it('nothing is printed, whatever the environment or a caller asks the SDK to print', async () => {
  vi.stubEnv('TWILIO_LOG_LEVEL', 'debug')
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const { client, send } = await seated()
  await send(HERS, WORDS)
  const uri = `https://api.twilio.com/2010-04-01/Accounts/${client.accountSid}/Messages.json`
  await client.request({ method: 'get', uri, logLevel: 'debug' })
  expect(printed).not.toHaveBeenCalled()
  printed.mockRestore()
})
