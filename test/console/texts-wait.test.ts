import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDesk, type TestDesk, type Worker } from './desk.ts'
import { NUMBER, Texter } from './texter.ts'
import { passes } from './time.ts'

let desk: TestDesk
let sam: Worker
beforeAll(async () => {
  desk = await openTestDesk()
  sam = await desk.signIn('Sam')
})
afterAll(() => desk.close())

const MINUTE = 60_000
const texts = (person: Texter) => person.phone.texts.map(({ text }) => text)
const stageOf = async (person: Texter) => (await person.reading()).conversation.handoverState?.view.stage

describe('waiting by text', () => {
  test('is offered to be contacted later only to whoever gave a safe way, and 2 is a yes', async () => {
    const person = await Texter.agrees(desk.product, NUMBER, 'anyTime')
    await passes(desk.product, person.id, 6 * MINUTE)
    await person.send()
    // A word to come back with is still asked for: a lone 2 would be that word.
    expect(texts(person).at(-1)).toContain('No one is free yet. You can wait, or leave.')
    await person.does({ type: 'skip', question: 'safeWord' })
    expect(texts(person).at(-1)).toContain('Text 2 and a person contacts you later')
    await person.texts('2')
    expect(await stageOf(person)).toBe('callBack')
    expect(texts(person).at(-1)).toContain('A person will try to contact you')
    expect((await sam.get('/')).body).not.toContain(`Take ${person.reference}`)
  })

  test('without a safe way 2 is a word like any other, and nothing is promised', async () => {
    const person = await Texter.waits(desk.product)
    await passes(desk.product, person.id, 6 * MINUTE)
    await person.send()
    expect(texts(person).at(-1)).toContain('No one is free yet. You can wait, or leave.')
    await person.texts('2')
    expect(await stageOf(person)).toBe('offered')
    await person.texts('1')
    expect(await stageOf(person)).toBe('queued')
  })

  test('brings no text to whoever has gone quiet with X', async () => {
    const person = await Texter.waits(desk.product)
    await person.texts('X')
    const before = texts(person).length
    await passes(desk.product, person.id, 60 * MINUTE)
    await person.send()
    expect(texts(person)).toHaveLength(before)
  })

  test('brings no text because a worker was gone for a moment, and one when they are lost', async () => {
    const person = await Texter.waits(desk.product)
    await sam.post(`/c/${person.reference}/take`)
    await person.send()
    const before = texts(person).length
    const { conversations } = desk.product
    await conversations.tick(person.id, { type: 'WORKER_GONE' }, 'gone')
    await person.send()
    expect(texts(person)).toHaveLength(before)
    await passes(desk.product, person.id, MINUTE)
    await person.send()
    expect(texts(person).slice(before)).toEqual([expect.stringContaining('You are first in the queue now.')])
  })
})
