import { describe, expect, it } from 'vitest'
import type { FaultKind } from './faults.ts'
import { codeOf, seated } from './seated.ts'

const HERS = '+447700900123'

describe('a fault that was planned meets the next message, and only that one', () => {
  it.each([
    ['busy', 429, 20429],
    ['broken', 500, 20500],
    ['away', 503, 20503],
    ['badNumber', 400, 21211],
    ['notMobile', 400, 21614],
    ['optedOut', 400, 21610]
  ] as const)('%s: %i', async (kind, status, code) => {
    const { carrier, send } = await seated()
    carrier.faults.next(kind)
    await expect(send(HERS, 'one')).rejects.toMatchObject({ status, code })
    expect(carrier.sent).toEqual([])
    await send(HERS, 'two')
    expect(carrier.delivered(HERS)).toMatchObject([{ body: 'two' }])
  })

  it('reset: the connection breaks and nothing was taken', async () => {
    const { carrier, send } = await seated()
    carrier.faults.next('reset')
    expect(await codeOf(send(HERS, 'one'))).toBe('ECONNRESET')
    expect(carrier.sent).toEqual([])
    expect(carrier.requests).toHaveLength(1)
  })

  it.each([
    ['timeout', 'ECONNABORTED'],
    ['reset-after', 'ECONNRESET']
  ] as const)('%s: the phone has the message, and the sender does not know', async (kind, code) => {
    const { carrier, client, send } = await seated({ timeout: 200 })
    carrier.faults.next(kind)
    expect(await codeOf(send(HERS, 'one'))).toBe(code)
    expect(carrier.delivered(HERS)).toMatchObject([{ body: 'one' }])
    expect(await client.messages.list({ to: HERS })).toMatchObject([{ body: 'one', status: 'delivered' }])
  })

  it('slow: the answer takes its time', async () => {
    const { carrier, send } = await seated()
    carrier.faults.next({ kind: 'slow', ms: 150 })
    const start = performance.now()
    await send(HERS, 'one')
    expect(performance.now() - start).toBeGreaterThan(140)
  })

  it('of another request, where that was said; and in the order they were told', async () => {
    const { carrier, client, send } = await seated()
    carrier.faults.next('pass', 'busy')
    carrier.faults.on('fetch', 'away')
    const { sid } = await send(HERS, 'one')
    expect(await codeOf(send(HERS, 'two'))).toBe(20429)
    expect(await codeOf(client.messages(sid).fetch())).toBe(20503)
    expect(await client.messages(sid).fetch()).toMatchObject({ sid })
  })
})

describe('faults by chance', () => {
  const play = async (seed: number): Promise<unknown[]> => {
    const { carrier, send } = await seated()
    const kinds: FaultKind[] = ['busy', 'broken', 'reset']
    carrier.faults.atRandom({ seed, share: 0.5, kinds })
    const seen: unknown[] = []
    for (let at = 0; at < 40; at++) seen.push(await codeOf(send(HERS, `number ${at}`)))
    return seen
  }

  it('are the same for the same seed, others for another, and of every kind', async () => {
    const first = await play(7)
    expect(await play(7)).toEqual(first)
    expect(await play(8)).not.toEqual(first)
    expect(new Set(first)).toEqual(new Set(['nothing went wrong', 20429, 20500, 'ECONNRESET']))
  })

  it('end when they are told to', async () => {
    const { carrier, send } = await seated()
    carrier.faults.atRandom({ seed: 1, share: 1, kinds: ['busy'] })
    expect(await codeOf(send(HERS, 'one'))).toBe(20429)
    carrier.faults.none()
    expect(await codeOf(send(HERS, 'two'))).toBe('nothing went wrong')
  })
})

describe('somebody who texted STOP', () => {
  it('is refused with 21610 until they text START', async () => {
    const { carrier, send } = await seated()
    carrier.phones.optOut(HERS)
    expect(await codeOf(send(HERS, 'one'))).toBe(21610)
    carrier.phones.optIn(HERS)
    await send(HERS, 'two')
    expect(carrier.delivered(HERS)).toMatchObject([{ body: 'two' }])
  })
})
