// Processes are killed at every act of theirs while people talk. Nothing is doubled and nothing is lost.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { AZURE_HELD } from '../../src/limits.ts'
import { openScene, type Scene } from './bridge.ts'
import { Killed } from './mortal.ts'
import { doubled, saying, upTo, wordsIn } from './words-in.ts'

let scene: Scene
afterEach(() => scene.close())

/** One in this many acts of a process is its last, for so many processes one after another. */
const KILLS = 14

/** Runs until it is as it should be, with a new process for each one that is killed. Returns how many were. */
function processes(killedAt: number) {
  let killed = 0
  let acting = scene.mortal(killedAt, true)
  const next = () => (killed < KILLS ? scene.mortal(killedAt, killed % 2 === 0) : scene.another())
  const once = async () => {
    try {
      await acting.begin()
      return await acting.step()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      killed += 1
      acting = next()
      // What it had taken is free again.
      scene.later(AZURE_HELD)
      return true
    }
  }
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    for (let turns = 0; turns < 400 && !(await isSo()); turns++) {
      if (!(await once())) scene.later(1_000)
    }
  }
  return { once, until, count: () => killed }
}

describe('when processes are killed at every so many-th act', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13])('(%i) every word arrives once, and nothing is left', async killedAt => {
    scene = await openScene()
    const { memory } = scene.azure
    const talk = await scene.taken(scene.anna)
    const running = processes(killedAt)
    await running.until(() => memory.everyThread.some(({ id }) => memory.posts(id).length > 0))
    await talk.says(saying(1))
    await running.until(() => wordsIn(scene.azure).includes('word-1'))
    await talk.says(saying(2))
    await running.until(() => wordsIn(scene.azure).includes('word-2'))
    await scene.anna.writes([...memory.threads.keys()][0] ?? '', saying(3))
    const said = async () => (await talk.messages()).filter(({ from, kind }) => from === 'worker' && kind === 'said')
    await running.until(async () => (await said()).length > 0)
    await talk.says(saying(4))
    await running.until(() => wordsIn(scene.azure).includes('word-4'))
    // Whatever comes twice comes by now.
    for (let n = 0; n < 8; n++) await running.once()
    expect(wordsIn(scene.azure)).toEqual(upTo(4))
    expect(doubled(scene.azure)).toEqual([])
    expect((await said()).map(({ text }) => text)).toEqual([saying(3)])
    const greetings = memory.everyThread.flatMap(({ id }) =>
      memory.posts(id).filter(({ content }) => content.includes('Level of concern'))
    )
    expect(greetings).toHaveLength(1)
    await scene.product.conversations.close(talk.id, scene.anna, randomUUID())
    await running.until(async () => (await scene.rows()) === 0)
    expect(memory.threads.size).toBe(0)
    expect(running.count()).toBeGreaterThan(3)
  })
})
