// What a person writes in their own words is asked about plainly, and counts when they have said so. Without script.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPENING } from '../../opening.ts'
import { openTestPage, type TestPage, Visitor } from './open-page.ts'

let page: TestPage
beforeAll(async () => {
  page = await openTestPage()
})
afterAll(() => page.close())

const BEGUN = [...OPENING, ['wantsNow', 'questions']] as const

const arriveAt = async (...answers: readonly (readonly [string, string])[]) => {
  const visitor = new Visitor(page.web)
  await visitor.get()
  for (const [question, answer] of answers) await visitor.answer(question, answer)
  return visitor
}

/** The conversation as the server knows it: the newest one. */
const stored = async () => {
  const { rows } = await page.product.connection.pool.query(
    'select id from conversation order by opened_at desc limit 1'
  )
  const reading = await page.product.conversations.read(rows[0].id)
  if (!reading) throw new Error('the conversation is gone')
  return { reading, facts: page.product.conversations.facts(reading) }
}

const write = (visitor: Visitor, question: string, text: string) => visitor.post({ question, by: 'text', text })
const logOf = (html: string) => html.slice(html.indexOf('id="log"'), html.indexOf('id="now"'))

describe('a concern somebody writes of', () => {
  test('is asked about before its turn, and counts only once they say yes to it', async () => {
    const visitor = await arriveAt(...BEGUN)
    await write(visitor, 'wants', 'he put his hands round my neck and i couldnt breathe')
    expect(visitor.html).toContain('data-question="neck"')
    expect(visitor.html).toContain('Please get checked today, even if you feel OK.')
    expect((await stored()).facts.answers.neck).toBeUndefined()
    await visitor.answer('neck', 'before')
    expect((await stored()).facts.answers.neck).toBe('before')
    expect(visitor.html).toContain('data-question="wants"')
  })

  test('does not count when they skip it', async () => {
    const visitor = await arriveAt(...BEGUN)
    await write(visitor, 'wants', 'he put his hands round my neck and i couldnt breathe')
    await visitor.answer('neck', 'skip')
    expect((await stored()).facts.answers.neck).not.toMatch(/before|lastFewDays/)
    expect(visitor.html).toContain('data-question="wants"')
  })
})

describe('whoever writes that they are kept from leaving', () => {
  const held = async () => {
    const visitor = await arriveAt(...BEGUN)
    await write(visitor, 'wants', 'i cant get out')
    return visitor
  }

  test('is asked a plain yes or no, as the heading and nowhere else', async () => {
    const { html } = await held()
    expect(html).toContain('data-check="heldNow"')
    expect(html.split('Thank you for telling us. It is not your fault.')).toHaveLength(2)
    expect(html.match(/Is someone stopping you from leaving right now\?/g)).toHaveLength(1)
    expect([...html.matchAll(/name="confirm" value="(\w+)"/g)].map(([, value]) => value)).toEqual(['yes', 'no', 'skip'])
    for (const always of ['data-exit', 'data-person', 'value="emergency"']) expect(html).toContain(always)
  })

  test('is urgent as soon as they say yes', async () => {
    const visitor = await held()
    expect((await stored()).reading.conversation.snapshot.memory.urgent).toBe(false)
    await visitor.post({ check: 'heldNow', confirm: 'yes' })
    const { reading, facts } = await stored()
    expect(facts.signals).toContain('heldNow')
    expect(reading.conversation).toMatchObject({ owner: { kind: 'queue' }, snapshot: { memory: { urgent: true } } })
  })

  test.each(['no', 'skip'])('is nothing of the kind when they press %s, and goes on where they were', async answer => {
    const visitor = await held()
    await visitor.post({ check: 'heldNow', confirm: answer })
    const { reading, facts } = await stored()
    expect(facts.signals ?? []).not.toContain('heldNow')
    expect(reading.conversation.owner.kind).toBe('assistant')
    expect(visitor.html).toContain('data-question="wants"')
  })

  test('a late yes to another check counts for nothing', async () => {
    const visitor = await held()
    await visitor.post({ check: 'injuryNow', confirm: 'yes' })
    expect((await stored()).facts.signals ?? []).toEqual([])
    expect(visitor.html).toContain('data-check="heldNow"')
  })
})

test('a town misspelt is asked back, and a yes is the answer', async () => {
  const visitor = await arriveAt(...BEGUN, ['wants', 'talk'])
  await write(visitor, 'area', 'southamton')
  expect(visitor.html).toContain('data-check="meant.area"')
  expect(visitor.html).toMatch(/You wrote: ("|&quot;)southamton("|&quot;) For .*do you mean: Southampton\?/)
  await visitor.post({ check: 'meant.area', confirm: 'yes' })
  expect((await stored()).facts.answers.area).toBe('southampton')
  expect(visitor.html).toContain('data-question="safeTonight"')
})

test('danger in own words brings urgent help at once, and nothing is asked before they go on', async () => {
  const visitor = await arriveAt(['channelOk', 'yes'], ['dangerNow', 'no'])
  await write(visitor, 'audience', 'hes kicking the door in')
  expect(visitor.html).toContain('data-now="emergency"')
  expect(logOf(visitor.html)).toMatch(/class="m assistant card"[\s\S]*tel:999/)
  expect(visitor.html).not.toMatch(/data-question|data-check/)
  expect((await stored()).reading.conversation.snapshot.memory.urgent).toBe(true)
  await visitor.post({ do: 'goOn' })
  expect(visitor.html).toContain('data-question="audience"')
})

test('after two messages that could not be read a person is offered, and a no goes on', async () => {
  const visitor = await arriveAt(...BEGUN)
  await write(visitor, 'wants', 'asdf qwer')
  expect(visitor.html).not.toContain('data-check')
  await write(visitor, 'wants', 'zxcv bnm')
  expect(visitor.html).toContain('data-check="person"')
  await visitor.post({ check: 'person', confirm: 'no' })
  expect(visitor.html).toContain('data-question="wants"')
  expect((await stored()).reading.conversation.owner.kind).toBe('assistant')
})
