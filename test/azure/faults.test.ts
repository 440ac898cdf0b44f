// Azure fails in every way it can, while people talk. Every word stands in the thread once and in order, the worker's reach the
// person once, and when it is over nothing of it is left in Azure.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { openScene, PATIENCE, type Scene } from './bridge.ts'
import type { Failing } from './faults.ts'
import { doubled, saying, upTo, wordsIn } from './words-in.ts'

let scene: Scene
afterEach(() => scene.close())

const HOUR = 3_600

const THREADS = /^POST \/chat\/threads$/
const USERS = /^POST \/identities$/
const TOKENS = /:issueAccessToken$/
const ADMIT = /participants\/:add$/
const SEND = /^POST .*\/messages$/
const LIST = /^GET .*\/messages$/
const DELETE_THREAD = /^DELETE \/chat\/threads/
const DELETE_USER = /^DELETE \/identities/
const EVERYTHING = /./

const status = (code: number, retryAfter?: number): Failing => ({
  kind: 'status',
  status: code,
  ...(retryAfter ? { retryAfter } : {})
})
const dropped: Failing = { kind: 'dropped' }
const replyLost: Failing = { kind: 'replyLost' }
const late: Failing = { kind: 'slowReply', ms: 2 * PATIENCE }
const slow: Failing = { kind: 'slow', ms: 8 * PATIENCE }
const notJson: Failing = { kind: 'malformed', body: '<html>oh' }
const empty: Failing = { kind: 'malformed', body: '{}' }
const stale: Failing = { kind: 'stale', lacks: 2 }

const WAYS: [string, RegExp, Failing, number][] = [
  ['a user cannot be made', USERS, status(503), 3],
  ['the answer to making a user is lost', USERS, replyLost, 2],
  ['making a user is answered with nonsense', USERS, notJson, 2],
  ['tokens are refused', TOKENS, status(503), 3],
  ['a token is answered with nothing', TOKENS, empty, 2],
  ['a thread cannot be made', THREADS, status(429, 3), 2],
  ['the answer to making a thread is lost', THREADS, replyLost, 3],
  ['making a thread is answered too late', THREADS, late, 1],
  ['making a thread is answered with nothing', THREADS, empty, 2],
  ['the worker cannot be let in', ADMIT, status(403), 2],
  ['the answer to letting the worker in is lost', ADMIT, replyLost, 2],
  ['a post is refused for its token', SEND, status(401), 2],
  ['a post is forbidden for a while', SEND, status(403), 3],
  ['there are too many posts', SEND, status(429, 4), 3],
  ['a post fails inside Azure, once', SEND, status(503), 1],
  ['posts fail inside Azure for long', SEND, status(500), 7],
  ['the line breaks before a post is heard', SEND, dropped, 3],
  ['the answers to posts are lost', SEND, replyLost, 4],
  ['posts are answered too late', SEND, late, 2],
  ['posts are done long after they were given up', SEND, slow, 2],
  ['posts are answered with nonsense', SEND, notJson, 3],
  ['posts are answered with nothing', SEND, empty, 3],
  ['the thread cannot be read', LIST, status(503), 5],
  ['the thread is read as empty', LIST, empty, 4],
  ['the thread is read as nonsense', LIST, notJson, 4],
  ['the thread is read as it was before', LIST, stale, 3],
  ['reading the thread takes too long', LIST, slow, 2],
  ['everything is refused for its key', EVERYTHING, status(401), 9],
  ['everything is away', EVERYTHING, dropped, 9],
  ['every answer is lost', EVERYTHING, replyLost, 9]
]

const has = (n: number) => () => wordsIn(scene.azure).includes(`word-${n}`)

/** A person and a worker in Azure take turns, while it fails from the beginning or from the middle on. */
async function talkThrough(fail: () => void, from: 'beginning' | 'middle') {
  scene = await openScene()
  const talk = await scene.taken(scene.anna)
  if (from === 'beginning') fail()
  const { memory } = scene.azure
  const greeted = () => memory.everyThread.some(({ id }) => memory.posts(id).length > 0)
  await scene.settle(600, greeted)
  if (from === 'middle') fail()
  await talk.says(saying(1))
  await scene.settle(4)
  await talk.says(saying(2))
  await scene.settle(600, has(2))
  await scene.anna.writes([...memory.threads.keys()][0] ?? '', saying(3))
  await scene.settle(9)
  await talk.says(saying(4))
  await scene.settle(600, has(4))
  // Whatever comes twice comes by now.
  await scene.settle(12)
  return talk
}

describe('while Azure fails', () => {
  it.each(WAYS)('(%s) every word arrives once and in order', async (_name, match, failing, times) => {
    const isAtStart = [USERS, TOKENS, THREADS, ADMIT].includes(match)
    const fail = () => scene.azure.faults.plan(match, failing, times)
    const talk = await talkThrough(fail, isAtStart ? 'beginning' : 'middle')
    expect(wordsIn(scene.azure)).toEqual(upTo(4))
    expect(doubled(scene.azure)).toEqual([])
    const said = (await talk.messages()).filter(({ from, kind }) => from === 'worker' && kind === 'said')
    expect(said.map(({ text }) => text)).toEqual([saying(3)])
    await isGoneAfterwards(talk.id)
  })

  it.each([
    ['as empty', empty],
    ['as nonsense', notJson]
  ])('(the answer to a post is lost, and the thread then read %s) every word arrives once', async (_how, read) => {
    await talkThrough(() => {
      scene.azure.faults.plan(SEND, replyLost, 1, () => scene.azure.faults.plan(LIST, read, 2))
    }, 'middle')
    expect(wordsIn(scene.azure)).toEqual(upTo(4))
    expect(doubled(scene.azure)).toEqual([])
  })

  it('a thread that somebody deletes in Azure is made again, with every word', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    await talk.says(saying(1))
    await scene.settle()
    for (const [id, thread] of scene.azure.memory.threads) {
      scene.azure.memory.threads.delete(id)
      scene.azure.memory.deleted.push(thread)
    }
    await talk.says(saying(2))
    await scene.settle(200, has(2))
    const [again] = [...scene.azure.memory.threads.keys()]
    const posts = scene.azure.memory.posts(again ?? '').map(({ content }) => content)
    expect(posts.join('\n').match(/word-\d/g)).toEqual(upTo(2))
    await isGoneAfterwards(talk.id)
  })
})

async function isGoneAfterwards(conversation: string) {
  await scene.product.conversations.close(conversation, scene.anna, randomUUID())
  await scene.settle(600)
  isGone()
  expect(await scene.rows()).toBe(0)
}

/** No thread is left, nor anybody who ever stood for a person in one. */
function isGone() {
  const { threads, users, deleted } = scene.azure.memory
  expect(threads.size).toBe(0)
  const visitors = deleted.flatMap(({ participants }) =>
    [...participants].filter(([, { displayName }]) => displayName).map(([id]) => id)
  )
  expect(visitors.length).toBeGreaterThan(0)
  expect(visitors.filter(id => users.has(id))).toEqual([])
}

describe('when it is over', () => {
  it.each<[string, RegExp, Failing]>([
    ['the thread cannot be deleted', DELETE_THREAD, status(503)],
    ['deleting the thread is forbidden for a while', DELETE_THREAD, status(403)],
    ['the answers to deleting the thread are lost', DELETE_THREAD, replyLost],
    ['the visitor cannot be deleted', DELETE_USER, status(503)],
    ['deleting the visitor is not answered', DELETE_USER, dropped],
    ['the answers to deleting the visitor are lost', DELETE_USER, replyLost],
    ['Azure is away', EVERYTHING, dropped]
  ])('and %s, it is tried until nothing is left', async (_name, match, failing) => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    await scene.settle()
    scene.azure.faults.plan(match, failing, 40)
    await scene.product.conversations.close(talk.id, scene.anna, randomUUID())
    await scene.settle(600)
    expect(await scene.rows()).toBe(1)
    await scene.settle(2 * HOUR)
    isGone()
    expect(await scene.rows()).toBe(0)
  })

  it('a thread whose making was never answered is found and deleted too', async () => {
    scene = await openScene()
    const talk = await scene.taken(scene.anna)
    scene.azure.faults.plan(THREADS, replyLost, 3)
    await scene.settle(4)
    expect(scene.azure.memory.threads.size).toBe(1)
    await scene.product.conversations.close(talk.id, scene.anna, randomUUID())
    await scene.settle(HOUR)
    isGone()
  })
})
