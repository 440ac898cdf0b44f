import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Hub, refuseDebug, TurnTooLong } from '../../src/channels/hub.ts'
import type { Inbound } from '../../src/conversation/person-event.ts'
import { TURN_DEADLINE } from '../../src/limits.ts'

const inbound = (conversation: string, words = 'hello'): Inbound => ({
  conversation,
  messageId: `m-${conversation}`,
  event: { type: 'typed', text: words }
})
const done = { kind: 'done', left: false } as const

const unhandled: unknown[] = []
const note = (reason: unknown) => unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
})
afterEach(() => {
  process.off('unhandledRejection', note)
  vi.useRealTimers()
})
/** Long enough for Node to notice a rejection that nobody takes. */
const settle = () => new Promise(resolve => setImmediate(resolve))

test('a message reaches the conversation as it was sent, and the outcome comes back', async () => {
  const seen: Inbound[] = []
  const hub = new Hub(async message => {
    seen.push(message)
    return { kind: 'done', left: true }
  })
  const message = inbound('c1')
  expect(await hub.turn('web', message)).toEqual({ kind: 'done', left: true })
  expect(await hub.turn('sms', message)).toEqual({ kind: 'done', left: true })
  expect(seen).toHaveLength(2)
  expect(seen[0]).toBe(message)
})

test.each(['web', 'sms'] as const)(
  'when saving fails, the %s sender is told and everybody else goes on',
  async channel => {
    const fault = new Error('the database is gone')
    const hub = new Hub(async message => {
      if (message.conversation === 'bad') throw fault
      return done
    })
    await expect(hub.turn(channel, inbound('bad'))).rejects.toBe(fault)
    await settle()
    expect(unhandled).toEqual([])
    expect(await hub.turn(channel, inbound('good'))).toEqual(done)
  }
)

test('a fault that is thrown at once reaches the sender too', async () => {
  const hub = new Hub(() => {
    throw new Error('thrown before any promise')
  })
  await expect(hub.turn('web', inbound('c1'))).rejects.toThrow('thrown before any promise')
})

test('200 people at once each get their own outcome', async () => {
  const hub = new Hub(async ({ conversation }) => {
    const number = Number(conversation)
    await new Promise(resolve => setTimeout(resolve, (number * 7) % 20))
    if (number % 3 === 0) throw new Error(conversation)
    return { kind: 'done', left: number % 2 === 0 }
  })
  const turns = Array.from({ length: 200 }, (_, number) =>
    hub.turn(number % 5 === 0 ? 'sms' : 'web', inbound(String(number)))
  )
  for (const [number, turn] of (await Promise.allSettled(turns)).entries()) {
    if (number % 3 === 0) expect(turn).toMatchObject({ status: 'rejected', reason: { message: String(number) } })
    else expect(turn).toEqual({ status: 'fulfilled', value: { kind: 'done', left: number % 2 === 0 } })
  }
})

test('a turn that never ends is given up after its deadline, and the next one is taken', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const hub = new Hub(message => (message.conversation === 'stuck' ? new Promise(() => {}) : Promise.resolve(done)))
  const stuck = hub.turn('web', inbound('stuck'))
  const outcome = expect(stuck).rejects.toBeInstanceOf(TurnTooLong)
  await vi.advanceTimersByTimeAsync(TURN_DEADLINE - 1)
  expect(vi.getTimerCount()).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  await outcome
  expect(await hub.turn('web', inbound('other'))).toEqual(done)
  expect(vi.getTimerCount()).toBe(0)
})

test('a turn that fails after its deadline harms nobody', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let fail: (reason: Error) => void = () => {}
  const hub = new Hub(() => new Promise((_resolve, reject) => (fail = reject)))
  const outcome = expect(hub.turn('web', inbound('late'))).rejects.toBeInstanceOf(TurnTooLong)
  await vi.advanceTimersByTimeAsync(TURN_DEADLINE)
  await outcome
  fail(new Error('too late'))
  await settle()
  expect(unhandled).toEqual([])
})

test('what a person sends cannot become an event of Botkit, whatever it is called', async () => {
  const seen: Inbound[] = []
  const hub = new Hub(async message => {
    seen.push(message)
    return done
  })
  const crafted = {
    ...inbound('c1', 'shutdown'),
    botkitEventType: 'shutdown',
    type: 'shutdown',
    channelData: { botkitEventType: 'shutdown' },
    event: { type: 'typed', text: 'x', botkitEventType: 'shutdown', channelData: { botkitEventType: 'shutdown' } }
  } as Inbound
  expect(await hub.turn('web', crafted)).toEqual(done)
  expect(seen).toEqual([crafted])
})

test.each(['*', 'botkit', 'botkit*', 'botkit:conversation', 'express:*,botkit', 'http bot*', 'BOTKIT*', '*,-express'])(
  'the product does not start with DEBUG=%s',
  setting => {
    expect(() => refuseDebug({ DEBUG: setting })).toThrow('DEBUG is set')
  }
)

test.each([undefined, '', 'true', 'express:*', '-botkit*', 'robotkit'])('DEBUG=%s is let through', setting => {
  expect(() => refuseDebug({ DEBUG: setting })).not.toThrow()
})

const hubFile = new URL('../../src/channels/hub.ts', import.meta.url).href

/** Runs a program with the real hub in a process of its own, and returns all it printed. */
async function runApart(
  program: string,
  env: NodeJS.ProcessEnv = {}
): Promise<{ code: number | null; printed: string }> {
  const source = `const { Hub } = await import(${JSON.stringify(hubFile)})
    const say = (conversation, words) => ({ conversation, messageId: conversation, event: { type: 'typed', text: words } })
    ${program}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    env: { ...process.env, NODE_OPTIONS: '', DEBUG: '', ...env }
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, printed: out + err }
}

test('a fault keeps its words to itself: nothing of it is printed, and the process lives', async () => {
  const { code, printed } = await runApart(`
    const hub = new Hub(async message => {
      if (message.conversation === 'bad') throw new Error('WORDS-OF-A-PERSON ' + message.event.text)
      return { kind: 'done', left: false }
    })
    const fault = await hub.turn('web', say('bad', 'MORE-WORDS')).catch(error => error)
    const next = await hub.turn('sms', say('good', 'MORE-WORDS'))
    await new Promise(resolve => setTimeout(resolve, 50))
    console.log(fault.message === 'WORDS-OF-A-PERSON MORE-WORDS', next.kind)`)
  expect(printed).toBe('true done\n')
  expect(code).toBe(0)
})

test('no port is opened, and nothing keeps the process alive', async () => {
  const { code, printed } = await runApart(
    `const hub = new Hub(async () => ({ kind: 'done', left: false }))
    await hub.turn('web', say('c1', 'hello'))
    console.log(process.getActiveResourcesInfo().filter(name => name.includes('Server') || name === 'Timeout').join())`,
    { PORT: '0' }
  )
  expect(printed).toBe('\n')
  expect(code).toBe(0)
})

test('a hub is not made while DEBUG would print messages', async () => {
  const { code, printed } = await runApart(`try { new Hub() } catch (fault) { console.log(fault.name) }`, {
    DEBUG: 'botkit*'
  })
  expect(code).toBe(0)
  expect(printed).toMatch(/OperatorError/)
})
