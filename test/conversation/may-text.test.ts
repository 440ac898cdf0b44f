import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayText } from '../../src/conversation/may-text.ts'
import { SMS_LIVE } from '../../src/limits.ts'
import { NUMBER, Texter } from '../console/texter.ts'
import { openTestProduct, type TestProduct } from '../open-test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct()
})
afterAll(() => product.close())

const asked = async (texter: Texter, now = new Date()) => mayText((await texter.reading()).conversation, 'sam', now)
/** Midnight in London and the hours after it stand within an hour of UTC all year. */
const tomorrowAt = (hour: number) => {
  const day = new Date(Date.now() + 24 * 60 * 60_000)
  day.setUTCHours(hour, 30, 0, 0)
  return day
}

describe('before a worker writes by text, they can know', () => {
  test('that it would go, and until when', async () => {
    const texter = await Texter.waits(product)
    const { conversation } = await texter.reading()
    const until = new Date(conversation.heardAt.getTime() + SMS_LIVE)
    expect(await asked(texter)).toEqual({ why: null, until, hasAgreed: false })
  })

  test('that nobody has said that it is OK', async () => {
    expect((await asked(await Texter.isInDanger(product))).why).toBe('notAsked')
  })

  test('that they have gone quiet', async () => {
    const texter = await Texter.waits(product)
    await texter.silentFor(61)
    const { why, until } = await asked(texter)
    expect(why).toBe('notLive')
    expect(until < new Date()).toBe(true)
  })

  test('that the carrier takes nothing to this number, until they write again', async () => {
    const texter = await Texter.waits(product)
    await texter.report('undelivered', '21610')
    expect((await asked(texter)).why).toBe('blocked')
    await texter.texts('hello?')
    expect((await asked(texter)).why).toBeNull()
  })

  test('that they have left', async () => {
    const texter = await Texter.waits(product)
    await texter.texts('X')
    expect((await asked(texter)).why).toBe('left')
  })

  test('that it is a time they agreed to, and when it ends', async () => {
    const texter = await Texter.agrees(product, NUMBER, 'anyTime')
    const day = await asked(texter, tomorrowAt(12))
    expect(day).toMatchObject({ why: null, hasAgreed: true })
    expect(day.until.getTime() - tomorrowAt(12).getTime()).toBeGreaterThan(SMS_LIVE)
    expect(await asked(texter, tomorrowAt(3))).toMatchObject({ why: 'notLive', hasAgreed: true })
  })

  test('that what they agreed to was for another phone', async () => {
    const texter = await Texter.agrees(product, '07700 900456', 'anyTime')
    expect(await asked(texter, tomorrowAt(12))).toMatchObject({ why: 'notLive', hasAgreed: false })
  })
})
