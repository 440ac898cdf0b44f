// Event Grid's door: it is opened to whoever shows the secret, rings a bell, and reads nobody's words.
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addEvents, EVENTS_PATH } from '../../src/handover/azure/events.ts'
import { captureLog } from '../captured-log.ts'

const OLD = 'the secret until now'
const NEW = 'the secret from now on'
const WORDS = 'what a person said'

const captured = captureLog()
let app: FastifyInstance
let rung: string[]
let ring: (threads: readonly string[]) => Promise<void>

beforeEach(() => {
  rung = []
  ring = async threads => {
    rung.push(...threads)
  }
  app = fastify()
  addEvents(app, { secrets: [OLD, NEW], ring: threads => ring(threads), log: captured.log })
})
afterEach(() => app.close())

const deliver = (payload: unknown, secret: string | null = OLD, type = 'Notification') =>
  app.inject({
    method: 'POST',
    url: EVENTS_PATH,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'aeg-event-type': type,
      ...(secret === null ? {} : { 'x-eg-secret': secret })
    },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload)
  })
const received = (threadId: string) => ({
  id: 'e1',
  eventType: 'Microsoft.Communication.ChatMessageReceivedInThread',
  subject: `thread/${threadId}/sender/8:acs:x`,
  data: { threadId, messageId: '1', messageBody: WORDS, type: 'Text' }
})

describe("Event Grid's door", () => {
  it('answers the handshake with the code it was given', async () => {
    const event = {
      id: 'v1',
      eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
      data: { validationCode: 'abc-123', validationUrl: 'https://example.org/validate' }
    }
    const answer = await deliver([event], OLD, 'SubscriptionValidation')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ validationResponse: 'abc-123' })
    expect(rung).toEqual([])
  })

  it('rings for the threads that are named, each once', async () => {
    const answer = await deliver([received('one'), received('two'), received('one')])
    expect(answer.statusCode).toBe(204)
    expect(rung).toEqual(['one', 'two'])
  })

  it.each([[OLD], [NEW]])('knows both secrets while they are changed over', async secret => {
    expect((await deliver([received('one')], secret)).statusCode).toBe(204)
  })

  it.each([[null], [''], ['something else'], [OLD.slice(1)], [`${OLD} `]])(
    'refuses whoever does not show it (%j), handshake or not',
    async secret => {
      expect((await deliver([received('one')], secret)).statusCode).toBe(401)
      const event = { eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent', data: { validationCode: 'a' } }
      expect((await deliver([event], secret, 'SubscriptionValidation')).statusCode).toBe(401)
      expect(rung).toEqual([])
    }
  )

  it.each(['', '{', `["${WORDS}"]`, '{"data":1}', 'null'])('refuses what is no list of events (%j)', async body => {
    expect((await deliver(body)).statusCode).toBe(400)
    expect(rung).toEqual([])
  })

  it('asks for the event again when it could not ring', async () => {
    ring = () => Promise.reject(new Error(WORDS))
    expect((await deliver([received('one')])).statusCode).toBe(503)
  })

  it('writes no word of an event into the log', async () => {
    await deliver([received('one')], 'something else')
    await deliver(`["${WORDS}`)
    expect(captured.text()).not.toContain(WORDS)
  })
})
