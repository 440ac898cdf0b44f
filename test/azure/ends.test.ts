// When a worker in Azure no longer has somebody's conversation, what stood there goes: and after leaving nothing more is put there.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './bridge.ts'
import { saying, wordsIn } from './words-in.ts'

let scene: Scene
afterEach(() => scene.close())

const isGone = async () => {
  expect(scene.azure.memory.threads.size).toBe(0)
  expect(await scene.rows()).toBe(0)
}

describe('a thread in Azure is deleted', () => {
  it('as soon as the person has left, and nothing more is posted in it', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await talk.says(saying(1))
    await talk.does({ type: 'leave' })
    const before = scene.azure.memory.asked.length
    await scene.settle()
    const after = scene.azure.memory.asked.slice(before)
    expect(after.map(({ method }) => method)).not.toContain('POST')
    expect(after.map(({ method, path }) => `${method} ${path.split('/')[1]}`)).toEqual([
      'DELETE chat',
      'DELETE identities'
    ])
    expect(wordsIn(scene.azure)).toEqual([])
    await isGone()
  })

  it('when they leave while Azure is being read, before anything more is posted', async () => {
    scene = await openScene({}, 10_000)
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await talk.says(saying(1))
    const leave = () => talk.does({ type: 'leave' })
    scene.azure.faults.plan(/^GET/, { kind: 'slowReply', ms: 0 }, 1, leave)
    await scene.bridge.step()
    await scene.settle()
    expect(wordsIn(scene.azure)).toEqual([])
    await isGone()
  })

  it('when a worker gives it back, and made anew when they take it again', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await scene.product.conversations.release(talk.id, scene.anna, randomUUID())
    await scene.settle()
    await isGone()
    await scene.product.conversations.join(talk.id, scene.anna, randomUUID())
    await scene.settle()
    expect(scene.azure.memory.threads.size).toBe(1)
  })

  it('when a worker who is not in Azure has it next', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await scene.product.conversations.release(talk.id, scene.anna, randomUUID())
    await scene.product.conversations.join(talk.id, scene.bert, randomUUID())
    await scene.settle()
    await isGone()
  })

  it('when somebody else may have the phone', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await scene.product.connection.pool.query('update conversation set wrong_words = 9 where id = $1', [talk.id])
    await talk.says(saying(1))
    await scene.settle()
    expect(wordsIn(scene.azure)).toEqual([])
    await isGone()
  })

  it('even when the conversation is not there any more', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await scene.product.connection.pool.query('delete from conversation where id = $1', [talk.id])
    await scene.settle()
    await isGone()
  })

  it('when the worker is no longer named in the settings', async () => {
    scene = await openScene()
    await scene.taken(scene.anna)
    await scene.settle()
    scene.bridge = scene.another({ workers: [] })
    await scene.settle()
    await isGone()
  })
})

it('what a worker in Azure writes after the person has left goes nowhere', async () => {
  scene = await openScene()
  const talk = await scene.taken(scene.anna)
  await scene.settle()
  const [thread] = [...scene.azure.memory.threads.keys()]
  await scene.anna.writes(thread ?? '', saying(1))
  await talk.does({ type: 'leave' })
  await scene.settle()
  expect((await talk.messages()).some(({ text }) => text === saying(1))).toBe(false)
})

it('while Azure is behind the desk says so, and no longer when it has caught up', async () => {
  scene = await openScene()
  const talk = await scene.taken(scene.anna)
  await scene.settle()
  expect(await scene.threads.isBehind(talk.id)).toBe(false)
  scene.azure.faults.plan(/./, { kind: 'dropped' }, 2)
  scene.later(4_000)
  await scene.bridge.step()
  expect(await scene.threads.isBehind(talk.id)).toBe(true)
  await scene.settle()
  expect(await scene.threads.isBehind(talk.id)).toBe(false)
})
