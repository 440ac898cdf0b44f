import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPage, type TestPage, Visitor } from './open-page.ts'

let page: TestPage
beforeAll(async () => {
  page = await openTestPage()
})
afterAll(() => page.close())

const arrived = async () => {
  const visitor = new Visitor(page.web)
  await visitor.get()
  await visitor.answer('channelOk', 'yes')
  return visitor
}
const logOf = (html: string) => html.slice(html.indexOf('id="log"'), html.indexOf('id="now"'))

describe('when the database is gone', () => {
  test('a database that takes questions and never answers keeps the numbers from nobody', async () => {
    const visitor = await arrived()
    const holder = await page.product.connection.pool.connect()
    await holder.query('begin; lock table conversation in access exclusive mode')
    const answer = await visitor.get()
    await holder.query('rollback')
    holder.release()
    expect(answer.statusCode).toBe(503)
    expect(visitor.html).toContain('tel:08082000247')
    expect(visitor.html).toContain('data-exit')
  })

  test('the numbers are there, and the words come back; sent again they are one message', async () => {
    const visitor = await arrived()
    const { token } = visitor
    page.broken = true
    const failed = await visitor.post({ question: 'dangerNow', by: 'text', text: 'still here' })
    page.broken = false
    expect(failed.statusCode).toBe(503)
    for (const kept of ['tel:999', 'tel:08082000247', 'tel:116123', 'tel:08001111', 'data-exit', '>still here<']) {
      expect(visitor.html).toContain(kept)
    }
    expect(visitor.token).toBe(token)
    await visitor.post({ question: 'dangerNow', by: 'text', text: 'still here' })
    await visitor.get()
    expect(logOf(visitor.html).match(/>still here</g)).toHaveLength(1)
  })
})
