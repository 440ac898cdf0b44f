// The bell hastens what a look would find anyway: rung twice, out of order, or for nothing, it changes nothing.
import { afterEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './bridge.ts'
import { saying } from './words-in.ts'

let scene: Scene
afterEach(() => scene.close())

const thread = () => [...scene.azure.memory.threads.keys()][0] ?? ''

describe('the doorbell', () => {
  it('has a worker heard at once, and once, however often and in whichever order it rings', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    while (await scene.bridge.step());
    await scene.anna.writes(thread(), saying(1))
    expect(await scene.bridge.step()).toBe(false)
    const ring = () => scene.threads.ring(['no such thread', thread(), thread()], scene.now())
    await ring()
    expect(await scene.bridge.step()).toBe(true)
    await scene.anna.writes(thread(), saying(2))
    await ring()
    await ring()
    await Promise.all([scene.bridge.step(), scene.another().step()])
    await ring()
    await scene.settle()
    const said = (await talk.messages()).filter(({ from, kind }) => from === 'worker' && kind === 'said')
    expect(said.map(({ text }) => text)).toEqual([saying(1), saying(2)])
  })

  it('does not make us hammer on Azure while it fails', async () => {
    scene = await openScene()
    await scene.taken(scene.anna)
    await scene.settle()
    scene.azure.faults.plan(/./, { kind: 'status', status: 503 }, 9)
    scene.later(4_000)
    await scene.bridge.step()
    await scene.threads.ring([thread()], scene.now())
    expect(await scene.bridge.step()).toBe(false)
  })
})

it('a word of the person is posted without waiting for the next look', async () => {
  scene = await openScene()
  const talk = await scene.taken(scene.anna)
  await scene.settle()
  while (await scene.bridge.step());
  await talk.says(saying(1))
  expect(await scene.bridge.step()).toBe(true)
})
