// The bridge as main starts it: by the clock and by its bells, with nobody stepping for it.
import { setTimeout as pause } from 'node:timers/promises'
import fastify from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { startAzure } from '../../src/azure.ts'
import { EVENTS_PATH } from '../../src/handover/azure/events.ts'
import { captureLog } from '../captured-log.ts'
import { openTestDesk, Person } from '../console/desk.ts'
import { openScene, type Scene } from './bridge.ts'
import { saying, wordsIn } from './words-in.ts'

const SECRET = 'a secret of Event Grid'
let close: () => Promise<unknown> = async () => {}
afterEach(() => close())

async function eventually(isSo: () => Promise<boolean> | boolean, within: number) {
  const end = Date.now() + within
  while (Date.now() < end && !(await isSo())) await pause(25)
  return isSo()
}

async function started() {
  const scene: Scene = await openScene()
  const captured = captureLog()
  const account = {
    connectionString: scene.azure.connectionString,
    workers: [{ who: scene.anna.id, user: scene.anna.user }],
    includesWords: true,
    eventSecrets: [SECRET],
    staffUrl: 'https://desk.example.org'
  }
  const azure = startAzure(scene.product, account, captured.log, { httpClient: scene.azure.httpClient })
  const app = fastify()
  azure.addTo(app)
  close = async () => {
    await app.close()
    await azure.stop()
    await scene.close()
  }
  return { scene, app, azure, log: captured }
}

describe('the bridge, running', () => {
  it('brings words both ways, and takes everything away at the end', async () => {
    const { scene, app } = await started()
    const talk = await scene.taken(scene.anna)
    const { memory } = scene.azure
    expect(await eventually(() => [...memory.threads.keys()].some(id => memory.posts(id).length > 0), 20_000)).toBe(
      true
    )
    await talk.says(saying(1))
    expect(await eventually(() => wordsIn(scene.azure).includes('word-1'), 10_000)).toBe(true)
    const [threadId = ''] = [...memory.threads.keys()]
    await scene.anna.writes(threadId, saying(2))
    await app.inject({
      method: 'POST',
      url: EVENTS_PATH,
      headers: { 'x-eg-secret': SECRET },
      payload: [{ eventType: 'Microsoft.Communication.ChatMessageReceivedInThread', data: { threadId } }]
    })
    const isHeard = async () => (await talk.messages()).some(({ text }) => text === saying(2))
    expect(await eventually(isHeard, 10_000)).toBe(true)
    await talk.does({ type: 'leave' })
    expect(await eventually(async () => (await scene.rows()) === 0, 10_000)).toBe(true)
    expect(memory.threads.size).toBe(0)
  })

  it('writes nobody’s words, users or keys into the log, however it fails', async () => {
    const { scene, log } = await started()
    for (const status of [401, 400, 403, 429, 503, 404]) scene.azure.faults.plan(/./, { kind: 'status', status })
    scene.azure.faults.plan(/./, { kind: 'malformed', body: `{"x":"${saying(1)}"}` })
    const talk = await scene.taken(scene.anna)
    await talk.says(saying(1))
    expect(await eventually(() => log.text().length > 0, 10_000)).toBe(true)
    await pause(3_000)
    expect(log.text()).not.toMatch(/word-1|8:acs|accesskey|Anna/)
  })
})

it('a worker reads on the page of a conversation that its chat in Azure is behind', async () => {
  let behind = true
  const desk = await openTestDesk({ mirror: { isBehind: async () => behind } })
  close = () => desk.close()
  const worker = await desk.signIn('Sam')
  const person = await Person.asks(desk.product)
  const line = 'The chat in Azure is behind: go on here.'
  expect((await worker.get(`/c/${person.reference}`)).body).toContain(line)
  behind = false
  expect((await worker.get(`/c/${person.reference}`)).body).not.toContain(line)
})
